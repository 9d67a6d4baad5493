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
  /** When a local calendar day begins. */
  startOfDay(dayKey: string): Date;
}

/** @param locale a BCP 47 tag; @param zone an IANA zone, the desk's. */
export function datesIn(locale: string, zone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return { format: (at: Date) => formatter.formatToParts(at).map(said).join('') };
  };
  // The French say the first of a month, and count its other days.
  const said = ({ type, value }: Intl.DateTimeFormatPart) =>
    type === 'day' && value === '1' && locale.startsWith('fr') ? '1er' : value;
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayAndYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const full = format({ dateStyle: 'full', timeStyle: 'short' });
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  // In one language, so that it can be read: French says UTC where English says GMT.
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const dayKey = (at: string | Date) => key.format(new Date(at));
  return {
    time: (iso) => time.format(new Date(iso)),
    day: (iso, now) =>
      (dayKey(iso).slice(0, 4) === dayKey(now).slice(0, 4) ? day : dayAndYear).format(new Date(iso)),
    shortDay: (iso) => shortDay.format(new Date(iso)),
    full: (iso) => full.format(new Date(iso)),
    dayKey,
    startOfDay(day) {
      const utc = Date.parse(`${day}T00:00:00Z`);
      const named = offset.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(named) ?? [];
      return new Date(utc - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000);
    },
  };
}

/** What the clock says elsewhere, with its distance from universal time: 13:05 (UTC+4). */
export function clockIn(locale: string, zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return `${datesIn(locale, zone).time(at.toISOString())} (${offset})`;
}

/** A local calendar day some days later. */
export const plusDays = (dayKey: string, days: number): string =>
  new Date(Date.parse(`${dayKey}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The Monday of a local calendar day's week. */
export const mondayOf = (dayKey: string): string =>
  plusDays(dayKey, -((new Date(`${dayKey}T12:00:00Z`).getUTCDay() + 6) % 7));

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
