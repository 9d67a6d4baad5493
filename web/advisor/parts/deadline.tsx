import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { ClockPauseRegular } from '@fluentui/react-icons/svg/clock-pause';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { useDeskDates, useNow, useSession } from '../context';
import { type Dates, daysFromToday } from '../lib/dates';
import { type Pressing, pressing } from '../lib/sla';
import type { Strings } from '../strings.fr';
import css from './deadline.module.css';

const ICONS: Readonly<Record<Pressing['state'], ComponentType>> = {
  'on-time': ClockRegular,
  'due-soon': ClockAlarmRegular,
  breached: WarningRegular,
  paused: ClockPauseRegular,
};

/** On a row of the queue: only what runs out soon or has run out, in words, with the instant as the tooltip. */
export function DeadlineMark(props: { readonly ticket: TicketSummary; readonly now: Date }) {
  const { ticket, now } = props;
  const { strings } = useSession();
  const dates = useDeskDates(ticket.desk);
  const clock = pressing(ticket, now);
  if (clock === null || clock.dueAt === null) return null;
  if (clock.state !== 'due-soon' && clock.state !== 'breached') return null;
  const { deadline } = strings;
  const text =
    clock.state === 'breached' ? deadline.shortLate : deadline.shortBefore(shortly(dates, clock.dueAt, now));
  return <Mark clock={clock} text={text} explained={explanation(clock, dates, strings)} />;
}

/** In the header of a ticket: what is due when, or that it stands still. */
export function HeaderDeadline(props: { readonly ticket: TicketSummary }) {
  const { ticket } = props;
  const { strings } = useSession();
  const now = useNow();
  const dates = useDeskDates(ticket.desk);
  const clock = pressing(ticket, now);
  if (clock === null) return null;
  return (
    <Mark
      clock={clock}
      text={headline(clock, dates, now, strings)}
      explained={explanation(clock, dates, strings)}
    />
  );
}

function Mark(props: { readonly clock: Pressing; readonly text: string; readonly explained: string }) {
  const { clock, text, explained } = props;
  const Icon = ICONS[clock.state];
  return (
    <span className={css.mark} data-state={clock.state} title={explained}>
      <span className={css.icon} aria-hidden>
        <Icon />
      </span>
      <span aria-hidden>{text}</span>
      <span className="visuallyHidden">{explained}</span>
    </span>
  );
}

function headline({ name, state, dueAt }: Pressing, dates: Dates, now: Date, { deadline }: Strings): string {
  if (state === 'paused' || dueAt === null) return deadline.headerPaused;
  if (state === 'breached') return deadline.headerLate(deadline.clock[name]);
  return deadline.before(deadline.clock[name], shortly(dates, dueAt, now));
}

function explanation({ name, state, dueAt }: Pressing, dates: Dates, { deadline }: Strings): string {
  const clock = deadline.clock[name];
  if (state === 'paused' || dueAt === null) return deadline.named(clock, deadline.state.paused);
  const when = dates.full(dueAt);
  if (state === 'breached') return deadline.late(clock, when);
  return state === 'due-soon' ? deadline.soon(clock, when) : deadline.before(clock, when);
}

/** The time alone today, the day with it otherwise. */
const shortly = (dates: Dates, iso: string, now: Date): string =>
  daysFromToday(dates, iso, now) === 0 ? dates.time(iso) : `${dates.shortDay(iso)}, ${dates.time(iso)}`;
