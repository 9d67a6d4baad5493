import type { Words } from './words';

/** Local opening hours by ISO weekday (1 = Monday), 'HH:mm' in the desk's zone. */
export type OpeningHours = Readonly<
  Record<string, readonly { readonly from: string; readonly to: string }[]>
>;

interface LocalTime {
  /** ISO weekday, 1 = Monday. */
  readonly weekday: number;
  /** 'HH:mm'. */
  readonly clock: string;
}

/**
 * When people answer, in words: until when today, or from when next.
 *
 * @param now the server's instant; its clock decides, not the visitor's.
 * @returns '' when no hours are set.
 */
export function sayHours(hours: OpeningHours, zone: string, now: Date, words: Words['hours']): string {
  const local = localTime(now, zone);
  const today = hours[String(local.weekday)] ?? [];
  const open = today.find(({ from, to }) => from <= local.clock && local.clock < to);
  if (open) return words.until(sayClock(open.to, words));
  const later = today.find(({ from }) => local.clock < from);
  if (later) return words.opensToday(sayClock(later.from, words));
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const weekday = ((local.weekday - 1 + ahead) % 7) + 1;
    const first = hours[String(weekday)]?.[0];
    const day = ahead === 1 ? words.tomorrow : (words.days[weekday - 1] ?? '');
    if (first) return words.opens(day, sayClock(first.from, words));
  }
  return '';
}

function localTime(instant: Date, zone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  return { weekday, clock: `${part('hour')}:${part('minute')}` };
}

function sayClock(clock: string, words: Words['hours']): string {
  const [hours = '0', minutes = '00'] = clock.split(':');
  return words.clock(Number(hours), minutes);
}
