import { useMemo, useState } from 'react';
import type { SlotView } from '../../../bot/advisor-api/contract';
import { useDeskDates, useResource, useSession } from '../context';
import { plusDays } from '../lib/dates';
import type { Period } from '../lib/paths';
import { byDay } from '../lib/timeline';

/** So many days are offered at once. */
const DAYS_SHOWN = 14;
const every = (): boolean => true;

/**
 * The free times of a fortnight, by day of the desk.
 *
 * @param command.fortnight 0: the one that begins now; 1: the next.
 * @param command.path where they are read; null: there are none to read.
 * @param command.offers false for a time that is not offered; keep the same function between draws.
 */
export function useFreeTimes(command: {
  readonly desk: string;
  readonly fortnight: number;
  readonly path: (period: Period) => string | null;
  readonly offers?: (slot: SlotView) => boolean;
}) {
  const { desk, fortnight, path, offers = every } = command;
  const { now } = useSession();
  const dates = useDeskDates(desk);
  const [opened] = useState(() => now());
  const [day, setDay] = useState<string | null>(null);
  const period = useMemo((): Period => {
    const today = dates.dayKey(opened.toISOString());
    const first = fortnight === 0 ? opened : dates.startOfDay(plusDays(today, fortnight * DAYS_SHOWN));
    const end = dates.startOfDay(plusDays(today, (fortnight + 1) * DAYS_SHOWN));
    return { from: first.toISOString(), to: end.toISOString() };
  }, [dates, fortnight, opened]);
  const { data } = useResource<{ readonly slots: readonly SlotView[] }>(path(period));
  const days = useMemo(
    () =>
      byDay(
        (data?.slots ?? []).filter(offers).map((slot) => ({ ...slot, at: slot.startsAt })),
        dates.dayKey,
      ),
    [data, dates, offers],
  );
  return {
    loading: !data,
    days,
    /** The chosen day, the first one until one is chosen; undefined: no day has a free time. */
    shown: days.find((one) => one.day === day) ?? days[0],
    /** null: the first one again. */
    showDay: setDay,
    dayName: (at: string): string => dates.day(at, opened),
    time: dates.time,
  };
}
