import { DateTime } from 'luxon';
import type { Locale } from '../data/people/types';

/** A local date as people say it: "jeudi 26 novembre", with the year when it is not this year's. */
export function sayDate(iso: string, locale: Locale, now: Date): string {
  const date = DateTime.fromISO(iso.slice(0, 10), { zone: 'utc' }).setLocale(locale);
  if (!date.isValid) return iso;
  const format = date.year === now.getUTCFullYear() ? 'cccc d LLLL' : 'cccc d LLLL yyyy';
  const said = date.toFormat(format);
  return locale === 'fr' ? said.replace(/ 1 /, ' 1er ') : said;
}

/** A month '2026-11' as people say it: "novembre 2026". */
export const sayMonth = (month: string, locale: Locale): string => {
  const date = DateTime.fromISO(`${month}-01`, { zone: 'utc' }).setLocale(locale);
  return date.isValid ? date.toFormat('LLLL yyyy') : month;
};

/** 'HH:mm' as people say it: "14 h", "14 h 30"; in English "14:30". */
export function sayClock(clock: string, locale: Locale): string {
  const [hours = '', minutes = ''] = clock.split(':');
  if (locale === 'en') return `${Number(hours)}:${minutes}`;
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}

/** A length in minutes: "2 h", "1 h 30", "45 min". */
export function sayLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** An amount in cents: "720,00 €", "€720.00". */
export const sayEuros = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' })
    .format(cents / 100)
    .replace(/[\u202F\u00A0]/g, ' ');
