import { isKnownWord } from './glue';
import { GIVEN_NAMES } from './given-names';
import { LEXICON } from './lexicon';
import type { Role } from './roles';
import type { Token } from './tokens';

/** A person's title: whatever time word follows in capitals is a name. */
const TITLES = new Set(
  'm mr mme mlle mrs ms miss monsieur madame mademoiselle docteur dr prenom nomme nommee appelle'.split(' '),
);
/** Words before a person's name, and before a day as well: "avec Juin", "chez Lundi". */
const BEFORE_NAMES = new Set(
  'famille marechal general colonel capitaine president saint sainte frere soeur epoux freres soeurs prof professeur avec chez eleve etudiant etudiante with petit petite jeune mentor coach conseiller conseillere tuteur tutrice'.split(
    ' ',
  ),
);
/** "Bonjour madame, demain": who is greeted, not who is named. */
const GREETINGS =
  /^(?:bonjour|bonsoir|salut|coucou|bjr|bsr|slt|hello|hi|dear|cher|chere|merci|ok|oui|non|desole|desolee)$/u;

const DAYS_AND_MONTHS: readonly Role[] = [
  'weekday',
  'weekdayShort',
  'month',
  'monthShort',
  'holiday',
  'noon',
];
/** French never writes these with a capital inside a sentence, nor does English most of them. */
const NEVER_CAPITAL: readonly Role[] = ['relativeDay', 'part', 'midnight', 'unit'];
/** What goes on with a time said before it: "Lundi prochain", "Demain matin", "Mardi à 17h". */
const GOES_ON: readonly Role[] = [
  ...DAYS_AND_MONTHS,
  ...NEVER_CAPITAL,
  'num',
  'ordinal',
  'next',
  'last',
  'at',
  'fromOn',
  'between',
  'before',
  'after',
  'until',
  'du',
  'en',
  'about',
];

const has = (token: Token | undefined, roles: readonly Role[]): boolean => {
  const found = token && LEXICON.words.get(token.text);
  return found !== undefined && roles.some((role) => role in found);
};

/** Whether a word in capitals that could say a time is a person's name there. */
export function isName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!token.capital || !(has(token, DAYS_AND_MONTHS) || has(token, NEVER_CAPITAL))) return false;
  let before = at - 1;
  if (tokens[before]?.text === '.') before -= 1;
  const word = tokens[before];
  if (word === undefined) return false;
  if (word.text === 'les' && tokens[before - 1]?.text === 'chez') return true;
  if (TITLES.has(word.text)) return !GREETINGS.test(tokens[before - 1]?.text ?? '') || !goesOn(tokens, at);
  if (has(token, NEVER_CAPITAL) && !has(token, DAYS_AND_MONTHS))
    return (
      before === at - 1 && (BEFORE_NAMES.has(word.text) || isFirstName(word, before)) && !goesOn(tokens, at)
    );
  // "avec ma sœur Lundi 17h": a day that goes on with its hour is one.
  const isDay = has(token, ['weekday', 'weekdayShort']) && goesOn(tokens, at);
  return (BEFORE_NAMES.has(word.text) && !isDay) || isSurname(tokens, at, before);
}

/** "MON ELEVE THIBAUT MERCREDI N'EST PAS LA": among capitals only a given name before it tells. */
export const isNameInCapitals = (tokens: readonly Token[], at: number): boolean =>
  FRENCH.test(tokens[at]!.text) && GIVEN_NAMES.has(tokens[at - 1]?.text ?? '') && !goesOn(tokens, at);

/** Whether a time is said on behind a place: "prochain", "à 17h", "14". */
const goesOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.kind === 'digits' || has(tokens[at + 1], GOES_ON);

/** A given name, or in mid-sentence a word in capitals that is none of ours. */
function isFirstName(word: Token, at: number): boolean {
  if (!word.capital || word.kind !== 'word' || word.text.length < 3) return false;
  return GIVEN_NAMES.has(word.text) || (at > 0 && !isKnownWord(word.text));
}

/** "Camille Dimanche a annulé": a first name before it, and no hour or day of the month behind it. French writes its days small. */
const isSurname = (tokens: readonly Token[], at: number, before: number): boolean =>
  before === at - 1 &&
  FRENCH.test(tokens[at]!.text) &&
  isFirstName(tokens[before]!, before) &&
  !goesOn(tokens, at);

const FRENCH =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|noel|toussaint|midi|paques)$/u;
