import type { SlaClockView, TicketSummary } from '../../../bot/advisor-api/contract';
import { useDeskDates, useNow, useSession } from '../context';
import type { Dates } from '../lib/dates';
import { clockNow } from '../lib/sla';
import type { Strings } from '../strings.fr';
import css from './deadlines.module.css';

/** Both clocks of a ticket in words: due when, done when, standing still. */
export function Deadlines(props: { readonly ticket: TicketSummary }) {
  const { ticket } = props;
  const { strings } = useSession();
  const dates = useDeskDates(ticket.desk);
  const now = useNow();
  const { deadline } = strings;
  return (
    <>
      <dl>
        {(['firstReply', 'resolution'] as const).map((name) => {
          const clock = clockNow(ticket.sla[name], now);
          return (
            <div key={name} className={css.clock} data-state={clock.state}>
              <dt>{deadline.clock[name]}</dt>
              <dd>{sentence(clock, dates, strings)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={css.hint}>{deadline.hint}</p>
    </>
  );
}

function sentence({ state, dueAt, doneAt }: SlaClockView, dates: Dates, { deadline }: Strings): string {
  const { state: words } = deadline;
  if (state === 'paused' || state === 'none') return words[state];
  if (state === 'met') return doneAt === null ? words.none : words.met(dates.full(doneAt));
  if (dueAt === null) return words.none;
  if (state === 'breached' && doneAt !== null) return words.lateDone(dates.full(dueAt), dates.full(doneAt));
  return words[state](dates.full(dueAt));
}
