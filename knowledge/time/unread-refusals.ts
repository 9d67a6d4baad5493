import { has } from './grammar/words';
import type { Lexeme } from './lexer';
import type { Moment } from './moment';

/** "le jeudi est exclu", "jeudi c'est mort", "Thursday is out": a day that a wish rules out is no answer to "when?". */

const RULED_OUT =
  /^(?:exclue?s?|mort|morte|impossibles?|indispos?|indisponibles?|foutue?|cuite?|rape|ratee?|complete?s?|plein|pleine|pris|prise|prises|bloquee?|occupee?|compromise?|inenvisageable|out|full|taken|booked|unavailable|busy|away|travaille|bosse|compliquee?|difficile|tendue?|juste|deplacement|vacances|conges|empechement|tricky|difficult|hard|working|tied)$/u;
/** These say more than that behind a day: "jeudi pris le bus". */
const NEEDS_VERB = /^(?:juste|hard|vacances|conges|pris|prise|prises|full|out|plein|taken|away|mort)$/u;
/** What may stand between the day and what rules it out. */
const BETWEEN =
  /^(?:c|ca|est|sera|serait|va|vont|etre|me|m|nous|j|je|on|il|elle|suis|serai|sommes|deja|totalement|completement|vraiment|malheureusement|aussi|is|are|will|be|i|we|re|s|ll|already|fully|completely|pour|moi|tout|ne|un|peu|tres|trop|assez|super|en|ai|a bit|very|rather)$/u;
const REACH = 5;
/** "évitez le lundi", "anything but Thursday", "I'm busy Thursday": before the day. */
const EXCLUDING =
  /^(?:exclus|exclure|exclut|eviter|evitez|evite|evitons|oublie|oubliez|oublions|except|avoid|excluding|busy|unavailable|away|pris|prise|occupee?|indispos?)$/u;
const EXCLUDING_PHRASE =
  /(?:^| )(?:anything but|any day but|every day but|apart from|other than|a part|neither|nor|autre que|tout sauf|rien de (?:libre|dispo|possible)|aucune dispo|pas de dispo|can t|can t do|cannot|no way)(?: on| le| la)?$/u;

/** "jeudi ce n'est pas possible", "il ne pourra pas venir jeudi", "on n'est pas là mardi". */
const NOT_THERE =
  /(?:^| )(?:pourra|pourrai|pourrons|pourront|peut|peux|pouvons|peuvent|viendra|viendrai|viendrons|vient|viens|sera|serai|serons|seront|suis|est|sommes|sont|serait|va|vais|c|ce n)? ?(?:pas|plus) (?:du tout )?(?:venir|etre la|etre là|etre present|etre presente|etre possible|assister|la|là|presente?|possible|envisageable|faisable|jouable|dispo|disponible|libre|en mesure)(?= |$)/u;
const WILL_NOT_COME =
  /(?:^| )(?:viendra|viendrai|viendrons|viendront) (?:pas|plus)(?= |$)|(?:peut|peux|pouvons|pourrons|pourra) plus$|won t be (?:there|here|able)|can no longer|have something on$/u;
const NO_GOOD =
  /(?:^| )(?:(?:arrange|convient|le fait|marche|colle) pas|pas (?:trop|top|terrible)|no good|not good|not possible|not an option|won t do|no can do|off the table)(?= |$)/u;
const CLAUSE_REACH = 6;

const isBreak = (input: readonly Lexeme[], at: number): boolean => has(input, at, 'dot', 'stop', 'but');

const words = (input: readonly Lexeme[]): string =>
  input
    .filter(({ roles }) => roles.comma === undefined)
    .map((found) => found.text)
    .join(' ');

/** The words of the clause right behind a moment, up to another day. */
function wordsBehind(input: readonly Lexeme[], to: number): string {
  let at = to;
  while (at < Math.min(input.length, to + CLAUSE_REACH + 2) && !isBreak(input, at) && !namesDay(input, at))
    at += 1;
  return words(input.slice(to, at));
}

function wordsAhead(input: readonly Lexeme[], from: number): string {
  let at = from;
  while (at > Math.max(0, from - CLAUSE_REACH) && !isBreak(input, at - 1) && !namesDay(input, at - 1))
    at -= 1;
  return words(input.slice(at, from));
}

const namesDay = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'weekday', 'relativeDay', 'month');

function isExcludedBehind(input: readonly Lexeme[], to: number): boolean {
  for (let at = to; at < Math.min(input.length, to + REACH); at += 1) {
    const { text } = input[at]!;
    if (isBreak(input, at)) return false;
    if (RULED_OUT.test(text)) return at > to || !NEEDS_VERB.test(text);
    if (!BETWEEN.test(text) && !has(input, at, 'comma', 'part', 'noon')) return false;
  }
  return false;
}

/** Whether the words around a moment rule it out. */
export function isRuledOut(input: readonly Lexeme[], moment: Moment): boolean {
  const ahead = wordsAhead(input, moment.from);
  // "pas libre avant 18h" is from 18:00.
  const bounded = moment.timeBound !== undefined || moment.dateBound !== undefined;
  const behind = wordsBehind(input, moment.to);
  return (
    isExcludedBehind(input, moment.to) ||
    (EXCLUDING.test(input[moment.from - 1]?.text ?? '') && !isBreak(input, moment.from - 1)) ||
    EXCLUDING_PHRASE.test(words(input.slice(Math.max(0, moment.from - 4), moment.from))) ||
    [bounded ? '' : ahead, behind].some((text) => NOT_THERE.test(text) || WILL_NOT_COME.test(text)) ||
    NO_GOOD.test(behind)
  );
}
