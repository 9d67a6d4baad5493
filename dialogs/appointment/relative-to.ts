import { localClock, localDate, plusDays } from '../form/local-time';

const SAME_TIME = /(?<!\p{L})(?:à |a )?(?:la )?m[eê]me heure(?!\p{L})|(?:at )?the same (?:time|hour)/giu;
const DAY_AFTER =
  /(?<!\p{L})(?:(?:au|le|du) lendemain|(?:au|le) jour (?:suivant|d['’]après|d['’]apres)|the (?:next day|day after))(?!\p{L})/giu;
const DAY_BEFORE = /(?<!\p{L})(?:à |a )?(?:la veille|le jour d['’]avant|the day before)(?!\p{L})/giu;

/** What is said from where an appointment stands now, as dates and times: "le lendemain même heure". @param startsAt undefined: it is not known which. */
export function fromWhereItIs(text: string, startsAt: Date | undefined, zone: string): string {
  if (startsAt === undefined) return text.replace(SAME_TIME, ' ');
  const day = localDate(startsAt, zone);
  return text
    .replace(SAME_TIME, `à ${localClock(startsAt, zone)}`)
    .replace(DAY_AFTER, `le ${asSaid(plusDays(day, 1))}`)
    .replace(DAY_BEFORE, `le ${asSaid(plusDays(day, -1))}`);
}

/** '2026-11-20' as 20/11/2026. */
const asSaid = (date: string): string => date.split('-').reverse().join('/');
