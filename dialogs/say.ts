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

/** The name of a place whose clock is meant: "heure de Paris", "heure de La Réunion". */
export function sayZone(zone: string, locale: Locale): string {
  const known = ZONE_NAMES[zone];
  const city = known?.[locale] ?? (zone.split('/').pop() ?? zone).replace(/_/g, ' ');
  if (locale === 'en') return `${city} time`;
  return known === undefined ? `heure de ${city}` : known.fr;
}

const ZONE_NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'Europe/Paris': { fr: 'heure de Paris', en: 'Paris' },
  'Indian/Reunion': { fr: 'heure de La Réunion', en: 'Réunion' },
  'America/Guadeloupe': { fr: 'heure de la Guadeloupe', en: 'Guadeloupe' },
  'America/Martinique': { fr: 'heure de la Martinique', en: 'Martinique' },
  'America/Cayenne': { fr: 'heure de la Guyane', en: 'French Guiana' },
  'Indian/Mayotte': { fr: 'heure de Mayotte', en: 'Mayotte' },
  'Pacific/Noumea': { fr: 'heure de Nouméa', en: 'Nouméa' },
  'Pacific/Tahiti': { fr: 'heure de Tahiti', en: 'Tahiti' },
};
