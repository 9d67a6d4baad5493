import { isOneEditApart } from '../entities/edits';

/** Numbers written as they sound: "dizuit heures", "katorz eur". */

const NUMBERS =
  'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante'.split(
    ' ',
  );

/** Letters that sound alike written as one, silent ends left out. */
function soundOf(word: string): string {
  return word
    .replace(/qu/gu, 'k')
    .replace(/ph/gu, 'f')
    .replace(/h|-/gu, '')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/c/gu, 'k')
    .replace(/x(?=[aeiou])|z/gu, 's')
    .replace(/(?:ein|ain|ing|in|un)(?=[^aeiou]|$)/gu, 'q')
    .replace(/(?:en|an|em|am)(?=[^aeiou]|$)/gu, 'w')
    .replace(/ei|ai|et(?=$)/gu, 'e')
    .replace(/eau|au/gu, 'o')
    .replace(/oeu|eu/gu, 'e')
    .replace(/y/gu, 'i')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=.)[estgdpx]+$/u, '');
}

const SOUNDS = NUMBERS.map(soundOf);
const LONG = 4;
const known = new Map<string, boolean>();

/** Whether an unknown word sounds like a number between 1 and 59. */
export function soundsLikeNumber(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const sound = soundOf(word);
  const found =
    word.length <= 12 &&
    SOUNDS.some((each) => each === sound || (each.length >= LONG && isOneEditApart(each, sound)));
  if (known.size < 5000) known.set(word, found);
  return found;
}
