/** Dates as people say them, in one zone and language. */
export interface Dates {
  /** 14:05 */
  time(iso: string): string;
  /** jeudi 26 novembre; with the year when it is not this one. */
  day(iso: string, now: Date): string;
  /** jeu. 26 nov. */
  shortDay(iso: string): string;
  /** jeudi 26 novembre à 14:05, for a tooltip. */
  full(iso: string): string;
  /** The local calendar day, 2026-11-26. */
  dayKey(iso: string): string;
}

/** @param locale a BCP 47 tag; @param zone an IANA zone, the desk's. */
export function datesIn(locale: string, zone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayAndYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const full = format({ dateStyle: 'full', timeStyle: 'short' });
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const dayKey = (at: string | Date) => key.format(new Date(at));
  return {
    time: (iso) => time.format(new Date(iso)),
    day: (iso, now) =>
      (dayKey(iso).slice(0, 4) === dayKey(now).slice(0, 4) ? day : dayAndYear).format(new Date(iso)),
    shortDay: (iso) => shortDay.format(new Date(iso)),
    full: (iso) => full.format(new Date(iso)),
    dayKey,
  };
}

/** How far a day lies from today in local calendar days: 0 today, -1 yesterday, 1 tomorrow. */
export function daysFromToday(dates: Pick<Dates, 'dayKey'>, iso: string, now: Date): number {
  const noon = (key: string) => Date.parse(`${key}T12:00:00Z`);
  return Math.round((noon(dates.dayKey(iso)) - noon(dates.dayKey(now.toISOString()))) / 86_400_000);
}

/** A length of time in the one unit that says enough. */
export type Elapsed = { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly count: number };

/** How long ago an instant was, rounded down: under a minute, minutes up to an hour, hours up to two days, then days. */
export function elapsed(iso: string, now: Date): Elapsed {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / 60_000));
  if (minutes < 1) return { unit: 'now', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}
