import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Lexeme } from './lexer';

/** Words before or behind what was read that make it another time, any time, or none: "l'autre mardi", "le 5 écoulé", "see you Monday". */

const AHEAD = 5;
const BEHIND = 4;
const GLUE = /^(?:de|du|d|le|la|l|a|au|on|the|en|ce)$/u;

/** "toute la journée de jeudi": its hours, or the day. */
const leavesWholeDay = (input: readonly Lexeme[], read: Uint8Array, piece: Piece): boolean =>
  piece.date !== undefined &&
  piece.time === undefined &&
  input[piece.from - 1]?.text === 'journee' &&
  read[piece.from - 1] === 0 &&
  has(input, piece.from, 'de', 'du');

/** The words of the sentence before a piece, the small ones with which it begins among them. */
function wordsAhead(input: readonly Lexeme[], piece: Piece): string {
  let to = piece.from;
  while (to < piece.to - 1 && GLUE.test(input[to]!.text)) to += 1;
  let from = piece.from;
  while (from > Math.max(0, piece.from - AHEAD) && !has(input, from - 1, 'dot', 'stop')) from -= 1;
  return input
    .slice(from, to)
    .filter(({ roles }) => !('comma' in roles))
    .map(({ text }) => text)
    .join(' ');
}

const wordsBehind = (input: readonly Lexeme[], piece: Piece): string =>
  input
    .slice(piece.to, piece.to + BEHIND)
    .map(({ text }) => text)
    .join(' ');

/** What is left when the small words at its end are taken away need not be told apart. */
const TAIL = '(?: (?:de|du|d|le|la|l|a|au|on|the|en|ce|your|to you))*$';

/** Not that time: "l'autre mardi", "un de ces matins", "je ne suis pas né d'hier", "les jeunes d'aujourd'hui". */
const OTHER_TIME = new RegExp(
  `(?:^| )(?:(?:l|une?|d|the|an) ?(?:autre|other)|un de ces(?: quatre)?|un beau|other than|exception|exclusion|dehors|autrement que|ne(?:e|es|s)? d|born|(?:ca|ne) date pas|pas pour|comme si c etait|(?:jamais|pas) (?:dit|ecrit|confirme|pense|cru) (?:que|qu)(?: c| ce)?(?: etait| est)?|like it was|there s no|(?:monde|jeunes?|profs?|enfants|societe|metiers?|ecole) d(?:e)?|remettre|remets?|remet)${TAIL}`,
  'u',
);
/** "see you Monday", "enjoy your weekend", "happy Friday", "blues du dimanche soir". */
const FAREWELL = new RegExp(
  `(?:^|(?:^| )(?:ok|thanks|cheers|great|right|bye) )(?:see (?:you|ya)|speak|talk|catch you|until|till|til|enjoy|happy|how (?:was|is|s)|vivement|blues|deprime)${TAIL}`,
  'u',
);
/** "more than a week ago", "almost two days ago". */
const MEASURED =
  /(?:^| )(?:more than|less than|fewer than|over|under|nearly|almost|at least|just over|just under|plus de|plus d|moins de|moins d)$/u;
/** "Monday EOD", "first thing Tuesday": an hour that is not in the words. */
const NAMED_HOUR =
  /(?:^| )(?:eod|cob|eob|eow|first thing|last thing|close of (?:business|play)|end of play)(?: (?:on|by))?$/u;
const NAMED_HOUR_BEHIND = /^(?:at )?(?:eod|cob|eob|eow|first thing|last thing|close of|end of)(?: |$)/u;
/** "ça remonte à lundi": a day that is past, whatever is looked for. */
const DATED_FROM = new RegExp(
  `(?:^| )(?:remonte|remontent|remontait|date|datent|datait|datant|goes back|dates(?: back)?|dating)(?: (?:a|au|de|du|d|to|from|back|le))+$`,
  'u',
);

/** "lundi ou par là", "Monday or so": not that day for sure. */
const ROUGHLY =
  /^(?:ou par (?:la|là)|ou presque|or so|or there(?:abouts)?|ish|et quelques?|a peu pres$|environ$|genre$|sur (?:lundi|mardi|mercredi|jeudi|vendredi)|en (?:douze|huitaine|quinzaine)|just gone|gone|past$|perdu|du jeune|voire)(?: |$)/u;
/** "le 5 écoulé", "le 12 courant". */
const COMMERCIAL = /^(?:du )?(?:ecoulee?s?|courant|ct|crt|inst|instant|expire)(?: |$)/u;

const PARTING =
  /^(?:merci|ok|okay|bonne|journee|soiree|salut|bye|bises|bisous|alors|dac|dacc|daccord|accord|cordialement|donc|parfait|super|top|nickel|entendu|cool|ciao|hate|end|week|tres)$/u;

/** "merci, à demain", "à lundi": the farewell, no appointment. */
const isFarewell = (input: readonly Lexeme[], pieces: readonly Piece[], piece: Piece): boolean => {
  const isDay =
    piece.date?.kind === 'relative-day' || piece.date?.kind === 'weekday' || piece.date?.kind === 'week';
  if (
    !isDay ||
    pieces.length !== 1 ||
    !has(input, piece.from - 1, 'at') ||
    input[piece.from - 1]!.text !== 'a'
  )
    return false;
  const before = input[piece.from - 2];
  return (
    before === undefined || has(input, piece.from - 2, 'comma', 'dot', 'stop') || PARTING.test(before.text)
  );
};

const isDistance = (piece: Piece): boolean =>
  piece.offset !== undefined ||
  piece.date?.kind === 'relative-day' ||
  piece.date?.kind === 'relative-months' ||
  // "quinze jours"
  (piece.date?.kind === 'several' && piece.date.dates[0]?.kind === 'relative-day');

/** "ça fait deux semaines que j'attends", "voilà quinze jours": since when, not when. */
const isHowLong = (input: readonly Lexeme[], pieces: readonly Piece[], piece: Piece): boolean =>
  isDistance(piece) &&
  pieces.length === 1 &&
  has(input, piece.from, 'ago') &&
  piece.to - piece.from > 1 &&
  (/^(?:ca|cela|voila|voici)$/u.test(input[piece.from]!.text) || input[piece.to]?.text === 'que');

const NUMBERS_OF_OTHERS = /^(?:septante|huitante|octante|nonante)$/u;

/** "demain à nonante", "tomorrow five or so": a number in words that was not read, where an hour would stand. */
const leavesNumberWord = (input: readonly Lexeme[], read: Uint8Array, piece: Piece): boolean => {
  if (piece.date === undefined) return false;
  // "ten of five tomorrow"
  const { from } = piece;
  if (has(input, from - 1, 'num') && read[from - 1] === 0 && has(input, from - 2, 'of')) return true;
  const at = has(input, piece.to, 'at', 'about') ? piece.to + 1 : piece.to;
  const found = input[at];
  if (found === undefined || read[at] === 1) return false;
  if (NUMBERS_OF_OTHERS.test(found.text)) return true;
  const counts =
    input[at + 1] !== undefined && !has(input, at + 1, 'ou', 'comma', 'dot', 'stop', 'of', 'de', 'not');
  return found.digits === 0 && has(input, at, 'num') && !has(input, at, 'article') && !counts;
};

/** "entre Noël et lejour de l'an": one end of what lies between two. */
const leavesBetween = (input: readonly Lexeme[], read: Uint8Array, piece: Piece): boolean => {
  const at = has(input, piece.from - 1, 'between') ? piece.from - 1 : piece.from - 2;
  return (
    has(input, at, 'between') && read[at] === 0 && (at === piece.from - 1 || has(input, at + 1, 'le', 'la'))
  );
};

/** Nearly all texts have none of these words there: the patterns need not be tried. */
const AHEAD_TRIGGERS: ReadonlySet<string> = new Set(
  'autre other ces beau than exception exclusion dehors autrement ne nee nes nees born date datent datait datant pas jamais comme like there monde jeune jeunes prof profs enfants societe metier metiers ecole youth kids remettre remet remets see speak talk catch until till til enjoy happy how vivement blues deprime more less fewer over under nearly almost least plus moins eod cob eob eow first last close end remonte remontent remontait goes dates dating'.split(
    ' ',
  ),
);
const BEHIND_TRIGGER =
  /^(?:ou|or|ish|et|a|environ|genre|sur|en|just|gone|past|perdu|du|voire|ecoulee?s?|courant|ct|crt|inst|instant|expire|at|eod|cob|eob|eow|first|last|close|end)$/u;

const holdsTrigger = (input: readonly Lexeme[], piece: Piece): boolean => {
  for (let at = Math.max(0, piece.from - AHEAD); at < piece.to; at += 1)
    if (AHEAD_TRIGGERS.has(input[at]!.text)) return true;
  return false;
};

/** Whether the words around what was read make it another time (`read`: 1 for each lexeme in a piece). */
export function isTurnedByContext(
  input: readonly Lexeme[],
  pieces: readonly Piece[],
  read: Uint8Array,
  prefer: 'past' | 'future',
): boolean {
  return pieces.some((piece) => {
    if (piece.trouble !== undefined) return false;
    const ahead = holdsTrigger(input, piece) ? wordsAhead(input, piece) : '';
    const behind = BEHIND_TRIGGER.test(input[piece.to]?.text ?? '') ? wordsBehind(input, piece) : '';
    const dated = piece.date !== undefined;
    return (
      OTHER_TIME.test(ahead) ||
      (dated && FAREWELL.test(ahead) && pieces.length === 1) ||
      (isDistance(piece) && MEASURED.test(ahead)) ||
      (dated && (NAMED_HOUR.test(ahead) || NAMED_HOUR_BEHIND.test(behind))) ||
      (prefer === 'future' && dated && DATED_FROM.test(ahead)) ||
      (dated && piece.time === undefined && ROUGHLY.test(behind)) ||
      (piece.date?.kind === 'calendar' && piece.date.month === null && COMMERCIAL.test(behind)) ||
      isFarewell(input, pieces, piece) ||
      isHowLong(input, pieces, piece) ||
      leavesBetween(input, read, piece) ||
      leavesWholeDay(input, read, piece) ||
      leavesNumberWord(input, read, piece)
    );
  });
}
