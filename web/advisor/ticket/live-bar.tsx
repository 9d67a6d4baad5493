import { Button, Tooltip } from '@fluentui/react-components';
import { PersonChatRegular } from '@fluentui/react-icons/svg/person-chat';
import { useMemo, useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import type { LiveView } from '../../../bot/advisor-api/contract-live';
import { useDeskDates, useNow, useSession } from '../context';
import { elapsed } from '../lib/dates';
import { liveCommands } from '../lib/live-commands';
import { useLive } from '../lib/live-ticket';
import { useShortcuts } from '../lib/shortcuts';
import { Initials } from '../parts/initials';
import css from './live-bar.module.css';
import { ReplaceDialog } from './live-replace-dialog';

type Hold = NonNullable<LiveView['hold']>;

/** Who is in the chat now, who else looks at the ticket, and the one button that makes the chat one's own, or the assistant's again. */
export function LiveBar(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const session = useSession();
  const { strings, me } = session;
  const words = strings.takeover;
  const live = useLive(ticket.id);
  const commands = useMemo(() => liveCommands(session), [session]);
  const [replacing, setReplacing] = useState<Hold | null>(null);
  const hold = live?.hold ?? null;
  const mine = hold?.advisor.id === me.id;
  const take = async (from: string | null): Promise<void> =>
    setReplacing(await commands.takeOver(ticket.id, from));
  const press = (): void => {
    if (live === undefined) return;
    if (mine) void commands.handBack(ticket.id);
    else if (hold !== null) setReplacing(hold);
    else if (live.takeable) void take(null);
  };
  useShortcuts({ [words.key]: press });
  if (live === undefined || (live.requester === null && live.viewers.length === 0)) return null;

  return (
    <section className={css.bar} aria-label={words.label} data-mine={mine || undefined}>
      <RequesterMark live={live} />
      {hold !== null && <HoldMark hold={hold} mine={mine} desk={ticket.desk} />}
      <Viewers viewers={live.viewers} />
      {(live.takeable || mine) && (
        <span className={css.button}>
          <Button
            size="small"
            appearance={hold === null ? 'secondary' : mine ? 'primary' : 'outline'}
            icon={<PersonChatRegular />}
            title={mine ? words.handBackHint : words.takeHint}
            onClick={press}
          >
            {mine ? words.handBack : hold === null ? words.take : words.takeFrom}
          </Button>
        </span>
      )}
      {replacing !== null && (
        <ReplaceDialog
          hold={replacing}
          desk={ticket.desk}
          onReplace={() => void take(replacing.advisor.id)}
          onClose={() => setReplacing(null)}
        />
      )}
    </section>
  );
}

/** Whether she is there now, or when she was. */
function RequesterMark({ live }: { readonly live: LiveView }) {
  const { strings, dates } = useSession();
  const now = useNow();
  const { requester } = live;
  if (requester === null) return null;
  const { here, lastSeenAt } = requester;
  const words = strings.takeover;
  if (!here && lastSeenAt === null) return null;
  return (
    <span className={css.requester} title={lastSeenAt === null || here ? undefined : dates.full(lastSeenAt)}>
      <span className={css.dot} data-here={here || undefined} aria-hidden />
      {here ? words.here : words.seen(strings.time.ago(elapsed(lastSeenAt ?? '', now)))}
    </span>
  );
}

function HoldMark(props: { readonly hold: Hold; readonly mine: boolean; readonly desk: string }) {
  const { hold, mine, desk } = props;
  const words = useSession().strings.takeover;
  const dates = useDeskDates(desk);
  return (
    <span className={css.hold}>
      {mine ? words.mine : words.held(hold.advisor.name, dates.time(hold.since))}
    </span>
  );
}

function Viewers({ viewers }: { readonly viewers: LiveView['viewers'] }) {
  const words = useSession().strings.takeover;
  if (viewers.length === 0) return null;
  return (
    <ul className={css.viewers} aria-label={words.viewers}>
      {viewers.map(({ id, name, writing }) => {
        const said = writing === null ? words.viewer(name) : words.writing[writing](name);
        return (
          <li key={id} className={css.viewer} data-writing={writing ?? undefined}>
            <Tooltip content={said} relationship="label">
              <span role="img" tabIndex={0} className={css.avatar}>
                <Initials name={name} />
              </span>
            </Tooltip>
            {writing !== null && <span className={css.said}>{said}</span>}
          </li>
        );
      })}
    </ul>
  );
}
