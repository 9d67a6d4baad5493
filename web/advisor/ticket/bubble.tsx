import { type ReactNode, useState } from 'react';
import { useSession } from '../context';
import css from './conversation.module.css';

/** Longer texts are folded: an article that the assistant showed should not hide what the person said. */
const FOLDED_LENGTH = 420;

/** Something said: by the requester on the left, by us on the right, among us across. */
export function Bubble(props: {
  readonly side: 'tutor' | 'assistant' | 'advisor' | 'system' | 'note';
  readonly name: string;
  readonly text: string;
  readonly at: string;
  /** Stands before the name. */
  readonly mark?: ReactNode;
  /** Stands after the time: what has become of it. */
  readonly state?: string;
  readonly children?: ReactNode;
}) {
  const { side, name, text, at, mark, state, children } = props;
  const { dates, strings } = useSession();
  const foldable = side === 'assistant' && text.length > FOLDED_LENGTH;
  const [folded, setFolded] = useState(foldable);
  return (
    <article className={css.bubble} data-side={side}>
      <header className={css.byline}>
        {mark}
        <span className={css.author}>{name}</span>
        <time dateTime={at} title={dates.full(at)}>
          {dates.time(at)}
        </time>
        {state !== undefined && <span>{state}</span>}
      </header>
      <div className={css.text} data-folded={folded || undefined}>
        {text}
      </div>
      {foldable && (
        <button type="button" className={css.fold} aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? strings.ticket.showAll : strings.ticket.showLess}
        </button>
      )}
      {children}
    </article>
  );
}
