import type { MessageView } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { elapsed } from '../lib/dates';
import { repliesSince } from '../lib/live-ticket';
import type { OutgoingMessage } from '../lib/outgoing';
import css from './live-meanwhile.module.css';

/** While a reply is being written: that colleagues have replied since it was begun. */
export function RepliedMeanwhile(props: {
  readonly messages: readonly MessageView[];
  /** The last reply that stood there when this one was begun. */
  readonly seenId: string | null;
}) {
  const { strings, me } = useSession();
  const now = useNow();
  const replies = repliesSince(props.messages, props.seenId, me.name);
  const last = replies.at(-1);
  return (
    <p className={css.warning} role="status">
      {last !== undefined &&
        strings.takeover.replied(
          [...new Set(replies.map(({ authorName }) => authorName))],
          strings.time.ago(elapsed(last.at, now)),
        )}
    </p>
  );
}

/** A reply that was not sent because a colleague's came first: what she wrote, and the two ways on. Nothing is lost. */
export function NotSentMeanwhile(props: {
  readonly message: OutgoingMessage;
  readonly replies: readonly MessageView[];
  readonly onTakeBack: (message: OutgoingMessage) => void;
}) {
  const { message, replies, onTakeBack } = props;
  const { strings, outgoing } = useSession();
  const now = useNow();
  const words = strings.takeover.meanwhile;
  return (
    <div className={css.meanwhile} role="alert">
      {replies.map(({ id, authorName, text, at }) => (
        <div key={id}>
          <p className={css.title}>{words.title(authorName, strings.time.ago(elapsed(at, now)))}</p>
          <blockquote className={css.theirs}>{text}</blockquote>
        </div>
      ))}
      <p className={css.ways}>
        <button type="button" onClick={() => void outgoing.sendAnyway(message.clientId)}>
          {words.send}
        </button>
        <button
          type="button"
          onClick={() => {
            outgoing.discard(message.clientId);
            onTakeBack(message);
          }}
        >
          {words.edit}
        </button>
      </p>
    </div>
  );
}
