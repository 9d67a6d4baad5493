import type { SlaClockView, TicketSummary } from '../../../bot/advisor-api/contract';

/** What is measured: until the first reply, and until the request is solved. */
export type ClockName = keyof TicketSummary['sla'];

/** A clock as it stands now: what ran when the server was asked may have turned amber or red since. */
export function clockNow(clock: SlaClockView, now: Date): SlaClockView {
  if (clock.state !== 'on-time' && clock.state !== 'due-soon') return clock;
  if (clock.dueAt !== null && now.getTime() > Date.parse(clock.dueAt)) return { ...clock, state: 'breached' };
  if (clock.warnAt !== null && now.getTime() > Date.parse(clock.warnAt))
    return { ...clock, state: 'due-soon' };
  return clock;
}

/** The clock that an advisor has to heed. */
export interface Pressing {
  readonly name: ClockName;
  readonly state: 'on-time' | 'due-soon' | 'breached' | 'paused';
  /** Null only while it is paused. */
  readonly dueAt: string | null;
}

/**
 * Of the clocks of a ticket that are not stopped for good, the one that runs out first; a paused one where none runs; null where nothing is
 * to be heeded, as for what is solved.
 */
export function pressing({ sla, status }: Pick<TicketSummary, 'sla' | 'status'>, now: Date): Pressing | null {
  if (status !== 'new' && status !== 'open' && status !== 'waiting') return null;
  const clocks = (['firstReply', 'resolution'] as const).flatMap((name): Pressing[] => {
    const { state, dueAt, doneAt } = clockNow(sla[name], now);
    if (doneAt !== null || state === 'met' || state === 'none') return [];
    return [{ name, state: status === 'waiting' ? 'paused' : state, dueAt }];
  });
  const [first] = clocks.toSorted((one, other) => timeOf(one) - timeOf(other));
  return first ?? null;
}

const timeOf = ({ dueAt }: Pressing): number => (dueAt === null ? Infinity : Date.parse(dueAt));
