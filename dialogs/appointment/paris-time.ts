import { DateTime } from 'luxon';
import { localDate, minutesOf, plusDays } from '../form/local-time';
import type { Times } from './wish';

const PARIS = 'Europe/Paris';

/** "15h heure de Paris": whose clock she means. */
const PARIS_TIME =
  /[\s,(]*(?<!\p{L})(?:(?:à l['’])?heure (?:de |à )?(?:paris|la métropole|métropole|metropole|france)|heure française|paris time|\(paris\))(?!\p{L})\)?/giu;

/** Whether a text names the clock of Paris. */
export const namesParisTime = (text: string): boolean => text.search(PARIS_TIME) >= 0;

/** The same text without it. */
export const withoutParisTime = (text: string): string => text.replace(PARIS_TIME, ' ');

/** Times said on the clock of Paris, on hers. The difference is that of the day meant: it changes twice a year. */
export function onHerClock(times: Times, now: Date, zone: string): Times {
  const { days, clock } = times;
  if (clock === null) return times;
  const day = days?.from ?? localDate(now, zone);
  const shift = offset(day, clock.from, zone) - offset(day, clock.from, PARIS);
  const [from, to] = [moved(clock.from, shift, '00:00'), moved(clock.to, shift, '24:00')];
  const over = Math.floor(from / MINUTES_A_DAY);
  return {
    ...times,
    days: days === null ? null : { from: plusDays(days.from, over), to: plusDays(days.to, over) },
    clock: {
      from: wall(from - over * MINUTES_A_DAY),
      to: wall(Math.min(to - over * MINUTES_A_DAY, MINUTES_A_DAY)),
    },
  };
}

const MINUTES_A_DAY = 1440;

/** The beginning and the end of a day stay where they are: "après 15h" has no end to move. */
const moved = (clock: string, shift: number, end: string): number =>
  clock === end ? minutesOf(clock) : minutesOf(clock) + shift;

const offset = (day: string, clock: string, zone: string): number =>
  DateTime.fromISO(`${day}T${clock === '24:00' ? '23:59' : clock}`, { zone }).offset;

const wall = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
