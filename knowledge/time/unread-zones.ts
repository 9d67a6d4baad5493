import { fold } from './tokens';
import { showsSameTime, type Wall } from './zone';

/** Places whose time people name, by zone: "13h heure de Paris" said in Martinique is no time of her own clock. */
const PLACES: Readonly<Record<string, string>> = {
  paris: 'Europe/Paris',
  france: 'Europe/Paris',
  francaise: 'Europe/Paris',
  french: 'Europe/Paris',
  metropole: 'Europe/Paris',
  metropolitaine: 'Europe/Paris',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  bruxelles: 'Europe/Brussels',
  belgique: 'Europe/Brussels',
  belge: 'Europe/Brussels',
  geneve: 'Europe/Zurich',
  suisse: 'Europe/Zurich',
  luxembourg: 'Europe/Luxembourg',
  berlin: 'Europe/Berlin',
  madrid: 'Europe/Madrid',
  londres: 'Europe/London',
  london: 'Europe/London',
  uk: 'Europe/London',
  anglaise: 'Europe/London',
  gmt: 'Etc/UTC',
  utc: 'Etc/UTC',
  mayotte: 'Indian/Mayotte',
  martinique: 'America/Martinique',
  antilles: 'America/Martinique',
  guadeloupe: 'America/Guadeloupe',
  guyane: 'America/Cayenne',
  cayenne: 'America/Cayenne',
  noumea: 'Pacific/Noumea',
  caledonie: 'Pacific/Noumea',
  tahiti: 'Pacific/Tahiti',
  papeete: 'Pacific/Tahiti',
  montreal: 'America/Toronto',
  quebec: 'America/Toronto',
  toronto: 'America/Toronto',
  eastern: 'America/New_York',
  edt: 'America/New_York',
  'new york': 'America/New_York',
  pacific: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  casablanca: 'Africa/Casablanca',
  maroc: 'Africa/Casablanca',
  tunis: 'Africa/Tunis',
  tunisie: 'Africa/Tunis',
  alger: 'Africa/Algiers',
  algerie: 'Africa/Algiers',
  dakar: 'Africa/Dakar',
  abidjan: 'Africa/Abidjan',
  dubai: 'Asia/Dubai',
};
const NAMES = Object.keys(PLACES).join('|');
const OF_PLACE = new RegExp(
  `(?<!\\p{L})heures? (?:(?:de|du|d|a|en) ?['’]? ?)?(?:la |l['’]|l'ile de la )?(${NAMES})(?!\\p{L})|(?<!\\p{L})(${NAMES}) time(?!\\p{L})|\\d ?(?:h|am|pm)?\\d{0,2} (gmt|utc|cest|cet|edt|pst)(?!\\p{L})`,
  'gu',
);

/**
 * Whether a text names a clock that is not the person's ("13h heure de Paris" in Martinique): the hour that it says is another one for her.
 *
 * @param now the local wall time at which the two clocks are compared.
 */
export function namesOtherZone(text: string, zone: string, now: Wall): boolean {
  if (!/heure|time|gmt|utc|ce?s?t|edt|pst/iu.test(text)) return false;
  return [...fold(text).matchAll(OF_PLACE)].some(([, place, timed, short]) => {
    const other = PLACES[place ?? timed ?? short ?? ''];
    return other !== undefined && !showsSameTime(now, zone, other);
  });
}
