import { useSession } from '../context';
import { usePresent } from '../lib/live-ticket';
import css from './live-bar.module.css';

/** Beside a colleague's name: that she has Guichet open, or is not online. Nothing until it is known. */
export function PresentMark(props: { readonly advisorId: string }) {
  const words = useSession().strings.takeover;
  const present = usePresent();
  if (present === null) return null;
  const here = present.has(props.advisorId);
  return (
    <span className={css.present}>
      <span className={css.dot} data-here={here || undefined} aria-hidden />
      {here ? words.present : words.absent}
    </span>
  );
}
