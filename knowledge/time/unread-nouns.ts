import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Lexeme } from './lexer';
import { UNITS } from './roles';

/** Time words used as ordinary nouns: "jour et nuit", "les heures de nuit", "tarif week-end", "trois jours ouvrés", "Mme Juillet". */

const isWord = (found: Lexeme | undefined): boolean => found !== undefined && /^\p{L}/u.test(found.text);
const isUnreadNoun = (input: readonly Lexeme[], read: Uint8Array, at: number): boolean =>
  read[at] === 0 && isWord(input[at]) && (input[at]!.text.length > 2 || has(input, at, 'lesson'));

const isNoon = (input: readonly Lexeme[], piece: Piece): boolean =>
  piece.time?.kind === 'clock' &&
  piece.to - piece.from <= 3 &&
  !has(input, piece.to - 1, 'num', 'quarter', 'half') &&
  input.slice(piece.from, piece.to).some(({ roles }) => 'noon' in roles || 'midnight' in roles);
const isPart = (piece: Piece): boolean => piece.time?.kind === 'part';
const isClock = (input: readonly Lexeme[], piece: Piece): boolean =>
  piece.loose !== undefined || (piece.time !== undefined && !isPart(piece) && !isNoon(input, piece));

/** What may stand around "en soirée" or "midi" when it answers a question about when. */
const ANSWERING =
  /^(?:rappel|rappele[rz]|appel|appele[rz]|moi|dispo|ok|oui|plutot|svp|stp|merci|vers|alors|donc|bien|please|yes|thanks|a|le|la|en|at|si|possible)$/u;

/** "j'y pense jour et nuit", "tarif de nuit", "il mange à midi": a part of the day, and nothing that says of which day. */
function isPartOfNoDay(input: readonly Lexeme[], pieces: readonly Piece[], read: Uint8Array): boolean {
  if (pieces.some((piece) => piece.date !== undefined || piece.offset !== undefined)) return false;
  if (pieces.some((piece) => isClock(input, piece))) return false;
  const parts = pieces.filter((piece) => isPart(piece) || isNoon(input, piece));
  return (
    parts.length > 0 &&
    input.some((found, at) => read[at] === 0 && isWord(found) && !ANSWERING.test(found.text))
  );
}

/** "mardi, les heures de nuit": what kind of thing, not when; a clock time beside it settles the matter. */
const namesKind = (input: readonly Lexeme[], pieces: readonly Piece[], read: Uint8Array): boolean =>
  !pieces.some((piece) => isClock(input, piece)) &&
  pieces.some(
    (piece) =>
      piece.date === undefined &&
      isPart(piece) &&
      has(input, piece.from, 'de', 'du') &&
      isUnreadNoun(input, read, piece.from - 1),
  );

/** "jour et nuit", beside a date. */
const isDayAndNight = (input: readonly Lexeme[], piece: Piece): boolean =>
  isPart(piece) &&
  ((has(input, piece.from - 1, 'et') && /^jours?e?t?$/u.test(input[piece.from - 2]?.text ?? '')) ||
    /^jouret$/u.test(input[piece.from - 1]?.text ?? '') ||
    (has(input, piece.to, 'et') && /^jours?$/u.test(input[piece.to + 1]?.text ?? '')));

const ANY_WEEKEND =
  /^(?:un|des|de|les|mes|nos|vos|your|my|tarifs?|taux|travail|heures|majoration|enjoy|passez|profitez|profite|and|et|soirs?|every|most|some)$/u;
const AFTER_WEEKEND = /^(?:sur|only|rates?|de|off|uniquement|seulement|job|work|shifts?|compris)$/u;

/** "tarif week-end", "les week-ends", "enjoy your weekend". */
const isAnyWeekend = (input: readonly Lexeme[], piece: Piece): boolean => {
  if (piece.date?.kind !== 'weekend' || piece.date.which !== 'bare') return false;
  const at = input.findIndex((found, place) => place >= piece.from && 'weekend' in found.roles);
  const led = has(input, piece.from, 'this', 'le', 'au', 'at', 'on');
  return (
    input[at]!.text.endsWith('s') ||
    (!led && ANY_WEEKEND.test(input[piece.from - 1]?.text ?? '')) ||
    ANY_WEEKEND.test(input[at - 1]?.text ?? '') ||
    (/^(?:enjoy|passez|profitez|profite|heures|tarifs?)$/u.test(input[piece.from - 1]?.text ?? '') && led) ||
    AFTER_WEEKEND.test(input[piece.to]?.text ?? '')
  );
};

const LONG_UNITS: ReadonlySet<string | undefined> = new Set(['day', 'week', 'fortnight', 'month', 'year']);
const isLongUnit = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'unit') && LONG_UNITS.has(UNITS[input[at]!.roles.unit!]);

const WORKING =
  /^(?:ouvre?e?s?|ouvrables?|calendaires?|francs?|feries?|scolaires?|pleine?s?|working|business|school)$/u;
/** "sous 3 jours ouvrés", "in 2 days working". */
const isOtherUnit = (input: readonly Lexeme[], piece: Piece): boolean =>
  WORKING.test(input[piece.to]?.text ?? '') &&
  input.slice(piece.from, piece.to).some((_found, index) => isLongUnit(input, piece.from + index));

/** "mardi huit jours", "Monday fortnight", "deux semaines mardi": counted from that day, in one direction or the other. */
const isCountedFrom = (input: readonly Lexeme[], piece: Piece, read: Uint8Array): boolean => {
  if (piece.date?.kind !== 'weekday' && piece.date?.kind !== 'relative-day') return false;
  if (!has(input, piece.to - 1, 'weekday', 'relativeDay')) return false;
  const { from, to } = piece;
  const behind =
    read[to] === 0 &&
    (isLongUnit(input, to) || (has(input, to, 'num', 'article') && isLongUnit(input, to + 1))) &&
    input[to]!.text.length > 1;
  const ahead = read[from - 1] === 0 && isLongUnit(input, from - 1) && has(input, from - 2, 'num', 'article');
  // "the day before Monday"
  const bounded = has(input, from - 1, 'before') && read[from - 2] === 0 && isLongUnit(input, from - 2);
  return behind || ahead || bounded;
};

const TITLE =
  /^(?:m|mr|mme|mlle|mrs|ms|miss|monsieur|madame|mademoiselle|dr|docteur|famille|maitre|les|prenom|nom)$/u;
const ACTS =
  /^(?:est (?:mon|ma|mes|une?|malade|venue?|gentil|absente?|parti|partie)|m (?:a|avait|ecrit)|t a|s est|(?:ne )?(?:veut|peut|vient|viendra)|a (?:appele|annule|oublie|refuse|telephone|ecrit|eu|dit|pas)|is (?:my|a|ill|sick)|can|can t|wants|needs|came|does)(?: |$)/u;
const FIRST_NAME = /^\p{L}{3,}$/u;

/** "mr juillet a appelé", "Bernard Janvier", "Juin est mon élève": a name of a month or a day that is a person's. */
const isPersonsName = (input: readonly Lexeme[], piece: Piece): boolean => {
  const month = piece.date?.kind === 'month' && piece.date.edge === null;
  if (
    piece.to - piece.from !== 1 ||
    (!month && piece.date?.kind !== 'weekday' && piece.date?.kind !== 'holiday')
  )
    return false;
  const before = has(input, piece.from - 1, 'dot', 'colon') ? piece.from - 2 : piece.from - 1;
  const previous = input[before];
  if (TITLE.test(previous?.text ?? '')) return true;
  const named =
    before === 0 &&
    input[piece.from]!.capital &&
    previous!.capital &&
    FIRST_NAME.test(previous!.text) &&
    Object.keys(previous!.roles).length === 0 &&
    !has(input, piece.to, 'num', 'part', 'de', 'comma', 'next', 'last') &&
    // "Camille Dimanche a changé d'adresse", not "Bernard dimanche à 14h".
    (!has(input, piece.to, 'at') || /^\p{L}{2,}(?:e|i|u|is|it)$/u.test(input[piece.to + 1]?.text ?? ''));
  const next = input.slice(piece.to, piece.to + 2).map(({ text }) => text);
  const acts = piece.date?.kind !== 'weekday' && ACTS.test(next.join(' '));
  return named || acts;
};

const NAMING =
  /^(?:nom|noms|prenom|prenoms|surnom|prenomme|prenommee|nomme|nommee|baptise|name|named|called|surname)$/u;

/** "il s'appelle mardi", but "on s'appelle mardi" is a call. */
const isNamedSo = (input: readonly Lexeme[], from: number): boolean => {
  const verb = input[from - 1]?.text ?? '';
  if (!/^s?appell?e$|^appelait$/u.test(verb)) return false;
  const who = verb[0] === 's' ? from - 2 : from - 3;
  return (
    (verb[0] === 's' || /^[sm]$/u.test(input[from - 2]?.text ?? '')) &&
    !/^(?:on|nous)$/u.test(input[who]?.text ?? '')
  );
};

/** "elle a juillet comme nom", "il s'appelle mardi": what somebody or something is called. */
const isCalled = (input: readonly Lexeme[], piece: Piece): boolean => {
  const bare =
    piece.to - piece.from <= 2 &&
    (piece.date?.kind === 'weekday' || piece.date?.kind === 'month' || piece.date?.kind === 'holiday');
  if (!bare) return piece.date?.kind === 'calendar' && isNamedSo(input, piece.from);
  const near =
    isNamedSo(input, piece.from) ||
    [piece.from - 1, piece.from - 2, piece.to, piece.to + 1].some((at) => NAMING.test(input[at]?.text ?? ''));
  // "moi c'est Claire Dimanche", dictated or in small letters.
  const introduced = /^(?:moi|ici) (?:c est )?\p{L}{3,}$/u.test(
    input
      .slice(Math.max(0, piece.from - 4), piece.from)
      .map(({ text }) => text)
      .join(' '),
  );
  return near || introduced;
};

const HISTORY =
  /^(?:napoleon|bastille|revolutions?|guerres?|bataille|traite|siecle|histoire|historique|louis|debarquement|armistice|commemore|commemoration|attentats?|coup|abolition|gaulle|hitler|empire|republique|constitution|chute|prise|vichy|petain|brumaire|thermidor)$/u;

/** "il confond le 14 Juillet et la prise de pouvoir de Napoléon": a date that is learned. */
const isLearned = (input: readonly Lexeme[], pieces: readonly Piece[]): boolean =>
  pieces.every((piece) => piece.time === undefined) &&
  pieces.some((piece) => piece.date?.kind === 'calendar' && piece.date.month !== null) &&
  input.some((found) => HISTORY.test(found.text));

/** "ce soir-là", "cette semaine là": of a time named before. */
const isThatTime = (input: readonly Lexeme[], piece: Piece): boolean =>
  has(input, piece.from, 'this') &&
  (input[piece.to]?.text === 'là' ||
    (input[piece.to]?.text === 'la' &&
      (piece.to + 1 === input.length || has(input, piece.to + 1, 'comma', 'dot', 'stop', 'open'))));

/** "le mois prochain, la deuxième semaine": one of several, of which only the whole was read. */
const leavesNth = (input: readonly Lexeme[], read: Uint8Array): boolean =>
  input.some(
    (_found, at) =>
      read[at] === 0 &&
      read[at + 1] === 0 &&
      has(input, at, 'ordinal') &&
      isLongUnit(input, at + 1) &&
      has(input, at - 1, 'la', 'le'),
  );

/** "semaine 1, plutôt en début de semaine": of that week, not of this one. */
const isEdgeOfNamed = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    (piece, index) =>
      piece.date?.kind === 'week' &&
      piece.date.edge !== null &&
      piece.date.weeks === 0 &&
      pieces.slice(0, index).some((each) => /^(?:iso-week|week|week-of|month)$/u.test(each.date?.kind ?? '')),
  );

/** "un instant", "in a minute": soon, not sixty seconds. */
const isManner = (input: readonly Lexeme[], piece: Piece): boolean =>
  piece.offset !== undefined &&
  piece.offset >= 0 &&
  piece.offset <= 1 &&
  has(input, piece.to - 1, 'unit') &&
  !has(input, piece.to - 1, 'hour');

/** Whether a time word in what was read is used as a noun that says no time (`read`: 1 for each lexeme in a piece). */
export const isUsedAsNoun = (input: readonly Lexeme[], pieces: readonly Piece[], read: Uint8Array): boolean =>
  isPartOfNoDay(input, pieces, read) ||
  namesKind(input, pieces, read) ||
  isLearned(input, pieces) ||
  leavesNth(input, read) ||
  isEdgeOfNamed(pieces) ||
  pieces.some(
    (piece) =>
      // "le deuxième trimestre": of the calendar, or of the school.
      piece.date?.kind === 'term' ||
      isDayAndNight(input, piece) ||
      isAnyWeekend(input, piece) ||
      isOtherUnit(input, piece) ||
      isCountedFrom(input, piece, read) ||
      isPersonsName(input, piece) ||
      isCalled(input, piece) ||
      isThatTime(input, piece) ||
      isManner(input, piece),
  );
