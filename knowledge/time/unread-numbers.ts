import { isOneEditApart } from '../entities/edits';
import { CHANGED } from './grammar/ranges';
import { GOES_ON, has } from './grammar/words';
import type { Lexeme } from './lexer';
import { soundsLikeNumber } from './unread-sounds';

/** Numbers left unread near what was read: what they count or name explains them, else the reading lacks them. */

/** Numbers so far from what was read are not of it. */
const REACH = 5;
/** No day, no hour, no "1730". */
const LARGEST = 2400;
/** "1st", "22nd", "12th": English writes days so; French writes school years with "e", "er", "nde". */
const ENGLISH_SUFFIX = /^\d{1,2}(?:st|nd|rd|th)$/u;

const isWord = (found: Lexeme | undefined): boolean =>
  found !== undefined && /^\p{L}{2,}$/u.test(found.text) && !GOES_ON.test(found.text);
const isPlain = (found: Lexeme | undefined): found is Lexeme =>
  found !== undefined && found.text !== '' && Object.keys(found.roles).length === 0;

const UNIT_WORDS = [
  'heure',
  'heures',
  'hour',
  'hours',
  'minutes',
  'mins',
  'jours',
  'days',
  'semaines',
  'weeks',
  'mois',
  'months',
];
/** "2 hors", "30 minn", "15 hh": what follows the number may have been a unit of time. */
const isNearlyUnit = (word: string): boolean =>
  /^(?:hh+|ha|hde|het|mm+|ù?m?nn+|[ap]mm|mi+nn?|mxn)$/u.test(word) ||
  UNIT_WORDS.some((unit) => isOneEditApart(word, unit));

/** "3 mails", "2 cours", "4 eme coupon", "15 min": what follows says what is counted. */
const countsNext = (input: readonly Lexeme[], next: number): boolean =>
  has(input, next, 'counted', 'lesson', 'e', 'travel', 'unit', 'weekday', 'of') ||
  (isPlain(input[next]) && isWord(input[next]) && !isNearlyUnit(input[next].text)) ||
  (isPlain(input[next]) && /^[%€$£°x*]$/u.test(input[next]!.text));

/** "ch. 5", "year 9", "Lyon 7", "sur 10", "un 29", "+2": what stands before says what it is. */
const ABBREVIATIONS = /^(?:ch|ex|p|bac|no|pb|gr)$/u;
const isNamedBefore = (input: readonly Lexeme[], at: number): boolean => {
  const before = has(input, at - 1, 'dot', 'colon') ? at - 2 : at - 1;
  const named =
    isPlain(input[before]) &&
    isWord(input[before]) &&
    (input[before].text.length > 2 || ABBREVIATIONS.test(input[before].text));
  // "Tom (16)"
  const aged =
    has(input, at - 1, 'open') &&
    has(input, at + 1, 'open') &&
    input[at - 2]?.capital === true &&
    isPlain(input[at - 2]);
  const ofSome = has(input, at - 1, 'of') && has(input, at - 2, 'num');
  return (
    named ||
    aged ||
    ofSome ||
    has(input, before, 'share', 'article', 'counted') ||
    /^(?:\+|year|years)$/u.test(input[at - 1]?.text ?? '')
  );
};

/** "11,5", "14/20", "2 x 30": part of a number. */
const isPart = (input: readonly Lexeme[], at: number): boolean =>
  input[at]!.glued && has(input, at - 1, 'dot', 'comma', 'slash') && has(input, at - 2, 'num');

/** "sa note est passée de 8 à 12". */
const isChange = (input: readonly Lexeme[], at: number): boolean =>
  [2, 4].some((back) => has(input, at - back + 1, 'de') && CHANGED.test(input[at - back]?.text ?? ''));

function isUnexplained(input: readonly Lexeme[], at: number): boolean {
  const { roles, digits } = input[at]!;
  if (roles.num === undefined || roles.num > LARGEST || digits === 3) return false;
  // A number in words goes before what it counts; only what may be a unit is missed.
  if (digits === 0)
    return roles.article === undefined && isPlain(input[at + 1]) && isNearlyUnit(input[at + 1]!.text);
  if (
    has(input, at + 1, 'dot', 'comma', 'slash') &&
    input[at + 2]?.glued === true &&
    has(input, at + 2, 'num')
  )
    return false;
  const listed =
    has(input, at - 1, 'et', 'ou', 'comma', 'dash') &&
    (has(input, at - 2, 'counted') || countsNext(input, at + 2));
  // "hier, 14 à": its other side was taken away by whoever asks.
  const cutOff = has(input, at + 1, 'at') && at + 2 === input.length;
  if (cutOff || isChange(input, at)) return false;
  // "Thursday at 9 works", "jeudi à 10 m'irait": no noun that is counted stands there.
  if (
    has(input, at - 1, 'at', 'about') &&
    has(input, at - 2, 'weekday', 'weekdayShort', 'relativeDay', 'part') &&
    roles.num <= 24
  )
    return !has(input, at + 1, 'counted', 'unit', 'travel');
  // "dasn 3 jours"
  if (has(input, at + 1, 'unit') && isPlain(input[at - 1]) && /^\p{L}{2,5}$/u.test(input[at - 1]!.text))
    return true;
  // "de 14h à 16 cdt": the second side of a range.
  if (has(input, at - 1, 'at', 'dash', 'to', 'until') && has(input, at - 2, 'hour', 'colon', 'num', 'noon'))
    return !has(input, at + 1, 'counted');
  return !isPart(input, at) && !countsNext(input, at + 1) && !isNamedBefore(input, at) && !listed;
}

/** "the 22nd", "on the 30th 2 to 4pm": an ordinal that counts no noun. */
const isLooseOrdinal = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'ordinal') && ENGLISH_SUFFIX.test(input[at]!.text) && !countsNext(input, at + 1);

const DETERMINERS = /^(?:mes|nos|vos|ses|tes|ces|leur|leurs|mm|meme|quel|quelle|bonne|combien|nb|ttes|tt)$/u;
/** Words that are of a clock time and of nothing else: "half past for", "midi te quart", "dx heures", "à minut". */
function isBrokenClock(input: readonly Lexeme[], at: number): boolean {
  if (has(input, at, 'half', 'quarter', 'past', 'minus', 'oclock'))
    return !isPlain(input[at + 1]) || has(input, at - 1, 'num', 'et');
  const before = input[at - 1];
  // "mari prochain 10h"
  if (has(input, at, 'next') && isPlain(before)) return input[at]!.text !== 'pro';
  if (!has(input, at, 'hour', 'unit') || before === undefined) return false;
  if (has(input, at - 1, 'at', 'dash', 'to', 'until', 'in', 'ago'))
    return has(input, at - 2, 'hour', 'num', 'colon');
  return (
    has(input, at, 'hour') &&
    isPlain(before) &&
    ((/^\p{L}{1,4}$/u.test(before.text) && !DETERMINERS.test(before.text)) ||
      (input[at]!.text !== 'h' && soundsLikeNumber(before.text)))
  );
}

/** Whether a number that nothing explains was left unread near what was read (`read`: 1 for each lexeme in a piece). */
export function leavesNumber(input: readonly Lexeme[], read: Uint8Array): boolean {
  const isNear = (at: number) => read.subarray(Math.max(0, at - REACH), at + REACH + 1).includes(1);
  return input.some(
    (_found, at) =>
      read[at] === 0 &&
      isNear(at) &&
      (isUnexplained(input, at) || isLooseOrdinal(input, at) || isBrokenClock(input, at)),
  );
}
