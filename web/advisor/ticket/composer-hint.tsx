import { useSession } from '../context';
import css from './composer.module.css';

/** Where the words will go, or what still keeps them from going. */
export function ComposerHint(props: {
  readonly id: string;
  readonly isReply: boolean;
  /** Characters beyond the longest text. */
  readonly excess: number;
  /** Fields of a saved reply that have no value yet. */
  readonly unfilled: readonly string[];
}) {
  const { id, isReply, excess, unfilled } = props;
  const { composer, casework } = useSession().strings;
  const words = (): string => {
    if (excess > 0) return composer.tooLong(excess);
    if (unfilled.length > 0) return casework.composer.unfilled(unfilled.join(', '));
    return isReply ? composer.replyHint : composer.noteHint;
  };
  return (
    <p
      id={id}
      className={css.hint}
      data-excess={excess > 0 || unfilled.length > 0 || undefined}
      role={unfilled.length > 0 ? 'status' : undefined}
    >
      {words()}
    </p>
  );
}
