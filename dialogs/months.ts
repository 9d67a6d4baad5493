import { fold } from './text/fold';

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fev', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'avr', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'juil', 'july'],
  ['aout', 'august'],
  ['septembre', 'sept', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
/** Names of months that are other words too ("sept sessions", "may I"): they need a word before them that a month follows. */
const DOUBTFUL = new Set(['sept', 'may', 'march', 'jan', 'dec', 'oct', 'nov']);
const BEFORE_A_MONTH =
  /(?:^|\s)(?:de|d|du|en|mois|fin|debut|pour|in|of|for|since|from|depuis|salaire|paie|facture|appel|\d{1,2})$/;

/** The month that words name, as 2026-10; the latest one that is not ahead when no year is said. null: none. */
export function namedMonth(text: string, today: string): string | null {
  const words = fold(text).split(' ');
  for (const [place, word] of words.entries()) {
    const index = MONTHS.findIndex((names) => names.includes(word));
    if (index < 0) continue;
    const isAlone = words.length <= 2;
    if (DOUBTFUL.has(word) && !isAlone && !BEFORE_A_MONTH.test(words.slice(0, place).join(' '))) continue;
    const said = /^20\d{2}$/.exec(words[place + 1] ?? '')?.[0];
    const isAhead = index + 1 > Number(today.slice(5, 7));
    const year = said === undefined ? Number(today.slice(0, 4)) - (isAhead ? 1 : 0) : Number(said);
    return monthOf(year, index + 1);
  }
  const numeric = /\b(0?[1-9]|1[0-2])[ /-](20\d{2})\b/.exec(text);
  return numeric === null ? null : monthOf(Number(numeric[2]), Number(numeric[1]));
}

const monthOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** The month before a date's own. */
export function lastMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1);
}
