import { isOneEditApart } from '../entities/edits';
import { LEXICON, MISTYPABLE } from './lexicon';
import { maskedSpans } from './mask';
import { isName, isNameInCapitals } from './names';
import { kindOf, type Role, type Roles } from './roles';
import { fold, type Token, tokenise } from './tokens';

/** A word, number or sign with what it can be in a time expression. */
export interface Lexeme {
  readonly roles: Roles;
  /** Shared by all words with the same roles. */
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** How many digits, 0 for a word. */
  readonly digits: number;
  /** Written in digits with a zero before: "05". */
  readonly padded: boolean;
  readonly glued: boolean;
  readonly capital: boolean;
  /** Came after a hyphen that joined two words: "lundi-mardi". */
  readonly hyphened: boolean;
}

const NO_ROLES: Roles = {};
const SIGNS: Readonly<Record<string, Role>> = {
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  '>': 'dash',
  '→': 'dash',
  '~': 'dash',
  '/': 'slash',
  '.': 'dot',
  ':': 'colon',
  ',': 'comma',
  ';': 'comma',
  '!': 'stop',
  '?': 'stop',
  '(': 'open',
  ')': 'open',
  '@': 'at',
  '&': 'et',
  '+': 'et',
  '"': 'doubleQuote',
  '″': 'doubleQuote',
};
/** After a dot, "17 h." goes on: "de 17 h. à 19 h.". */
const GOES_ON = /^(?:a|au|et|jusqu|-|–)$/u;
const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '`', '´', '′']);

const slips = new Map<string, Roles>();

/** The roles of the common time word of which this one is a mistyped form. */
function mistyped(word: string): Roles {
  if (word.length < 5 || word.length > 11) return NO_ROLES;
  const known = slips.get(word);
  if (known) return known;
  const meant = MISTYPABLE.find((other) => other[0] === word[0] && isOneEditApart(word, other));
  const roles = (meant !== undefined && LEXICON.words.get(meant)) || NO_ROLES;
  if (slips.size < 5000) slips.set(word, roles);
  return roles;
}

function rolesOf(token: Token, first: boolean): Roles {
  if (token.kind === 'sign') {
    const role = APOSTROPHES.has(token.text) ? 'quote' : SIGNS[token.text];
    return role ? { [role]: 0 } : NO_ROLES;
  }
  if (token.kind === 'digits') return token.text.length <= 4 ? { num: Number(token.text) } : NO_ROLES;
  const known = LEXICON.words.get(token.text);
  if (known) return known;
  // A capital in mid-sentence is a name: "Demian" is no mistyped "demain".
  return token.kind === 'word' && (first || !token.capital) ? mistyped(token.text) : NO_ROLES;
}

const isLetters = (token: Token | undefined) => token?.kind === 'word';
const isJoint = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || token.kind !== 'sign' || !next?.glued) return false;
  if (APOSTROPHES.has(token.text)) return isLetters(tokens[at - 1]);
  // "p.m.", "a.m."
  if (token.text === '.' && token.glued && /^[ap]$/u.test(tokens[at - 1]?.text ?? ''))
    return next.text === 'm';
  return token.text === '-' && token.glued && isLetters(tokens[at - 1]) && isLetters(next);
};

/** Matches the longest phrase of the lexicon at a token; hyphens and apostrophes between its words do not count. */
function phraseAt(tokens: readonly Token[], at: number): { roles: Roles; next: number } | null {
  for (const phrase of LEXICON.phrases.get(tokens[at]!.text) ?? []) {
    let position = at;
    const matches = phrase.words.every((word, index) => {
      if (index > 0) {
        position += 1;
        if (isJoint(tokens, position)) position += 1;
      }
      const token = tokens[position];
      // "2m" is "demain" in a text message, "2 m" two metres.
      const apart = index > 0 && word.length === 1 && tokens[at]!.kind === 'digits' && !token?.glued;
      return token?.text === word && token.kind !== 'sign' && !apart;
    });
    if (matches) return { roles: phrase.roles, next: position + 1 };
  }
  return null;
}

function ordinalAt(tokens: readonly Token[], at: number): Roles | null {
  const suffix = tokens[at + 1];
  if (tokens[at]!.kind !== 'digits' || !suffix) return null;
  // "1 er novembre", "1° novembre"
  const apart = tokens[at]!.text === '1' && (suffix.text === 'er' || (suffix.text === '°' && suffix.glued));
  if (apart) return { ordinal: 1 };
  if (!suffix.glued || suffix.kind !== 'word') return null;
  const isSuffix = LEXICON.words.get(suffix.text)?.e !== undefined;
  return isSuffix ? { ordinal: Number(tokens[at]!.text) } : null;
}

/** Reads a text into lexemes: masked numbers away, phrases joined, common slips mended, joints dropped. */
export function lex(text: string): readonly Lexeme[] {
  const tokens = tokenise(text, maskedSpans(text));
  const lexemes: Lexeme[] = [];
  const shouting = text === text.toUpperCase();
  let hyphened = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (isJoint(tokens, at)) {
      hyphened = token.text === '-';
      at += 1;
      continue;
    }
    const previous = lexemes[lexemes.length - 1];
    const goesOn = previous?.text === 'h' && GOES_ON.test(tokens[at + 1]?.text ?? '');
    if (token.text === '.' && token.glued && previous && (goesOn || isAbbreviation(previous))) {
      at += 1;
      continue;
    }
    const phrase = phraseAt(tokens, at);
    const ordinal = phrase ? null : ordinalAt(tokens, at);
    const next = phrase?.next ?? (ordinal ? at + 2 : at + 1);
    const found = phrase?.roles ?? ordinal ?? rolesOf(token, at === 0 || shouting);
    const named = phrase === null && (shouting ? isNameInCapitals(tokens, at) : isName(tokens, at));
    // "après deain": the day after tomorrow, though mistyped.
    const first = previous !== undefined && isTwice(previous, found) ? lexemes.pop() : undefined;
    const roles: Roles = first
      ? { relativeDay: 2 * found.relativeDay! }
      : named || isPlaceName(tokens, at, found) || isPronoun(tokens, at)
        ? NO_ROLES
        : found;
    lexemes.push({
      roles,
      kind: kindOf(roles),
      from: first?.from ?? token.from,
      to: tokens[next - 1]!.to,
      text: ordinal && token.kind === 'digits' ? token.text + tokens[at + 1]!.text : token.text,
      digits: token.kind === 'digits' ? token.text.length : 0,
      padded: token.kind === 'digits' && token.text.length === 2 && token.text[0] === '0',
      // "6 mai10h": the missing space joins nothing.
      glued: token.glued && !(token.kind === 'digits' && previous !== undefined && namesDay(previous)),
      capital: token.capital && !shouting,
      hyphened,
    });
    hyphened = false;
    at = next;
  }
  return lexemes;
}

const namesDay = ({ roles }: Lexeme): boolean =>
  ['month', 'monthShort', 'weekday', 'relativeDay'].some((role) => role in roles);

/** "Midi-Pyrénées", "Aix-les-Midi". */
function isPlaceName(tokens: readonly Token[], at: number, roles: Roles): boolean {
  if (roles.noon === undefined || !tokens[at]!.capital) return false;
  // "dans le Midi", "canal du Midi"
  if (/^(?:le|du)$/u.test(tokens[at - 1]?.text ?? '')) return true;
  const after = tokens[at + 2];
  const joined = tokens[at + 1]?.text === '-' && after?.kind === 'word' && after.glued;
  return (
    (joined && after.capital && !LEXICON.words.has(after.text)) ||
    (tokens[at - 1]?.text === '-' && tokens[at]!.glued)
  );
}

/** "avant" before yesterday, "après" before tomorrow. */
const isTwice = ({ roles }: Lexeme, { relativeDay }: Roles): boolean =>
  (relativeDay === -1 && roles.before !== undefined) || (relativeDay === 1 && roles.after !== undefined);

/** "lundi 25 j'ai", "16h j en peux plus": no days. */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== 'j' || tokens[at - 1]?.kind !== 'digits') return false;
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    (APOSTROPHES.has(next.text) || /^(?:ai|y|en|avais|etais|aurai|aurais)$/u.test(next.text))
  );
}

const isAbbreviation = (lexeme: Lexeme): boolean =>
  lexeme.roles.monthShort !== undefined ||
  lexeme.roles.weekdayShort !== undefined ||
  lexeme.roles.meridiem !== undefined ||
  lexeme.text === 'a' ||
  lexeme.text === 'p';

/** Words of English that settle its reading of "11/12" and "at 9". */
const ENGLISH_WORDS =
  /(?<!\p{L})(?:the|at|on|my|was|is|with|and|from|to|for|lesson|yesterday|tomorrow|today|last|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|pm|am|this|i|student)(?!\p{L})/gu;
const FRENCH_WORDS =
  /(?<!\p{L})(?:le|la|les|de|du|des|avec|et|est|un|une|je|j|mon|ma|a|pour|cours|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ai|pas|jusqu|vers|dans|au)(?!\p{L})/gu;

/** Whether a text reads as English: more English than French small words. */
export function looksEnglish(text: string): boolean {
  const folded = fold(text.slice(0, 2000));
  const english = folded.match(ENGLISH_WORDS)?.length ?? 0;
  return english > 0 && english > (folded.match(FRENCH_WORDS)?.length ?? 0);
}
