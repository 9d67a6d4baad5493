import type { Piece } from './grammar/scan';
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
/** "Thursday? no", "mardi, surtout pas", "jeudi : impossible": the answer to the day named. */
const REFUSING_ANSWER =
  /^(?:[?:-] ?)?(?:(?:hm+|ah|euh|oh|sorry|desolee?|unfortunately|malheureusement|helas|afraid|i m|alors|mais|donc|la) )*(?:non|no|nope|nan|niet|not|impossible|pas (?:possible|question|dispo|libre|la|là|ok)|surtout pas|can t|cannot|i can t|won t work|no way|plus possible|jpp|bof|moyen|off|sans moi)(?: (?:merci|thanks|thank you|desolee?|sorry|pas|du tout|possible|for me|pour moi|(?:je|j|i|c|it|that|ca) .*))?$/u;
/** "mardi j'ai un partiel", "Tuesday I'm teaching": taken by something else. */
const OCCUPIED =
  /^(?:(?:par|contre|mais|donc|là|la|moi|aprem|matin|soir|midi|desolee?|par contre|normalement) )*(?:j ai|jai|on a|nous avons|elle a|il a|i have|i ve|we have|i need to be|i m (?:at|in|on|teaching|working|off|out|away)|i am (?:at|in|on|teaching|working|off|out|away)|je serai (?:pas|absente?|en|a|au|chez)|je suis (?:en|absente?|a|au|chez|prise?|pas)|je ne s(?:uis|erai) pas|chuis|chui|il faut que j|faut que j|je pars|(?:je|on) (?:dois|doit) (?:aller|partir|garder|emmener|travailler|bosser|rendre|passer|m|accompagner|recuperer)|i have to|i must|i need to|j evite|je prefere pas|je prefererais pas|ca coince|ca va etre (?:chaud|dur|juste|tendu|complique)|est (?:ferie|off|pris)|is (?:off|out|full|taken)|it s a holiday)(?: |$)/u;
const STILL_FREE =
  /(?:^| )(?:trou|trous|joignable|places?|laisse|temps|rien|dispos?|disponible|creneau|creneaux|libre|personne|pause|que ca|besoin|question|questions|fini|pas cours|pas de|disponibilites?|reserve|note|pris rdv|prevu|donne|eu|free|time|slot|nothing|gap|available|home|maison|moi|mis|oublie|recu|fait|essaye|pu|rdv avec vous)(?: |$)/u;
/** "17h c'est trop tard". */
const TOO_LATE =
  /^(?:(?:c est|ce serait|ca serait|ca fait|ca va etre|it s|that s|is|sera) )?(?:un peu |bien |beaucoup |way |a bit |far )?(?:trop|too) (?:tard|tot|juste|court|late|early|tight|soon)(?: |$)/u;
/** "j'ai partiel mardi", "en déplacement mardi", "I have an exam Tuesday". */
const OCCUPIED_AHEAD =
  /(?:^| )(?:(?:j ai|jai|i have|i ve got|on a) (?:un |une |mon |ma |mes |des |an |a |my )?(?:cours|partiels?|exams?|examens?|concours|dentiste|medecin|piscine|formation|stage|reunion|conseil|class|classes|exam|appointment|interview|meeting|training|danse|match|mariage|enterrement|wedding|funeral)|absente?s?|(?:en|on) (?:deplacement|vacances|conges?|holiday|leave)|je (?:bosse|travaille)|i work|i m (?:working|off|out)|pas (?:là|la)|renonce a|sans)(?: (?:le|la|du|de|on|this|ce|cette))?$/u;

/** "évitez le lundi", "anything but Thursday", "I'm busy Thursday": before the day. */
const EXCLUDING =
  /^(?:exclus|exclure|exclut|eviter|evitez|evite|evitons|oublie|oubliez|oublions|except|avoid|excluding|busy|unavailable|away|pris|prise|occupee?|indispos?|no|sans)$/u;
const EXCLUDING_PHRASE =
  /(?:^| )(?:anything but|any day but|every day but|apart from|other than|a part|neither|nor|autre que|tout sauf|rien de (?:libre|dispo|possible)|aucune dispo|pas de dispo|can t|can t do|cannot|no way|(?:impossible|(?:pas|plus) possible|indisponible)(?: pour (?:moi|nous|elle|lui))?)(?: on| le| la| ce)?$/u;

/** "jeudi ce n'est pas possible", "il ne pourra pas venir jeudi", "on n'est pas là mardi". */
const NOT_THERE =
  /(?:^| )(?:pourra|pourrai|pourrons|pourront|peut|peux|pouvons|peuvent|viendra|viendrai|viendrons|vient|viens|sera|serai|serons|seront|suis|est|sommes|sont|serait|va|vais|c|ce n)? ?(?:pas|plus) (?:du tout )?(?:venir|etre la|etre là|etre present|etre presente|etre possible|assister|la|là|presente?|possible|envisageable|faisable|jouable|dispo|disponible|libre|en mesure)(?= |$)/u;
const WILL_NOT_COME =
  /(?:^| )(?:viendra|viendrai|viendrons|viendront) (?:pas|plus)(?= |$)|(?:peut|peux|pouvons|pourrons|pourra) plus$|won t be (?:there|here|able)|can no longer|have something on$/u;
const NO_GOOD =
  /(?:^| )(?:(?:arrange|convient|le fait|marche|colle) pas|pas (?:trop|top|terrible)|no good|not good|not possible|not an option|won t do|no can do|off the table)(?= |$)/u;
const CLAUSE_REACH = 6;

const isBreak = (input: readonly Lexeme[], at: number): boolean => has(input, at, 'dot', 'stop', 'but');

/** The words that answer a day named, up to the end of what is said of it; null where another day is named in them. */
function answerBehind(input: readonly Lexeme[], to: number): string | null {
  const from = has(input, to, 'stop', 'comma', 'colon', 'dash') ? to + 1 : to;
  let at = from;
  while (at < Math.min(input.length, from + CLAUSE_REACH + 2) && !isBreak(input, at)) {
    if (namesDay(input, at)) return null;
    at += 1;
  }
  // "14h, non ?" asks whether it is so.
  return input[at]?.text === '?' ? null : words(input.slice(from, at));
}

function isAnsweredNo(input: readonly Lexeme[], to: number): boolean {
  const answer = answerBehind(input, to);
  return answer !== null && REFUSING_ANSWER.test(answer);
}

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
    NO_GOOD.test(behind) ||
    TOO_LATE.test(behind) ||
    isAnsweredNo(input, moment.to)
  );
}

/** Whether the words around a day say that something else fills it: to be asked about, for it may be told of all the same. */
export function isOccupied(input: readonly Lexeme[], moment: Moment): boolean {
  if (moment.offset !== undefined || moment.date?.kind === 'range' || moment.date?.kind === 'calendar')
    return false;
  if (moment.time !== undefined && moment.time.kind !== 'part') return false;
  const behind = answerBehind(input, moment.to) ?? wordsBehind(input, moment.to);
  return (
    (OCCUPIED.test(behind) && !STILL_FREE.test(behind)) || OCCUPIED_AHEAD.test(wordsAhead(input, moment.from))
  );
}

const EXCEPT = /^(?:sauf|hors|hormis|excepte|except|excluding|minus|bar|barring|moins)$/u;
const LONG_DATES: ReadonlySet<string | undefined> = new Set([
  'week',
  'week-of',
  'iso-week',
  'weekend',
  'weekend-of',
  'month',
  'half-month',
  'range',
  'stretch',
  'year',
]);

/** "jeudi sauf le matin", "la semaine prochaine mais pas mardi", "du 1er au 15 sauf le 11": what was read is not free as a whole. */
export function isPartlyExcluded(input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => {
    if (index === 0) return false;
    let at = piece.from - 1;
    while (has(input, at, 'le', 'la', 'les', 'at', 'au', 'between')) at -= 1;
    const word = input[at]?.text ?? '';
    if (EXCEPT.test(word)) return true;
    if (!/^(?:pas|ni|not)$/u.test(word)) return false;
    const earlier = pieces.slice(0, index).filter((each) => each.date !== undefined);
    const part =
      piece.date === undefined &&
      piece.time?.kind === 'part' &&
      earlier.length > 0 &&
      pieces.slice(0, index).every((each) => each.time === undefined);
    const day =
      piece.date !== undefined &&
      !LONG_DATES.has(piece.date.kind) &&
      earlier.some((each) => LONG_DATES.has(each.date?.kind));
    return part || day;
  });
}
