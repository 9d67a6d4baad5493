import { numberWords } from './lexicon-numbers';
import { ENGLISH } from './lexicon-en';
import { FRENCH } from './lexicon-fr';
import type { Roles } from './roles';

/** Words and phrases (folded, one space between words) with what they can be. */
export type Entries = Readonly<Record<string, Roles>>;

interface Phrase {
  readonly words: readonly string[];
  readonly roles: Roles;
}

export interface Lexicon {
  readonly words: ReadonlyMap<string, Roles>;
  /** Phrases of two words and more by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Joins the roles that two languages give one word: the first language's meaning of a role stays. */
function build(sources: readonly Entries[]): Lexicon {
  const words = new Map<string, Roles>();
  const phrases = new Map<string, Phrase[]>();
  for (const source of sources) {
    for (const [text, roles] of Object.entries(source)) {
      const parts = text.split(' ');
      if (parts.length === 1) {
        words.set(text, { ...roles, ...words.get(text) });
      } else {
        const list = phrases.get(parts[0]!) ?? [];
        list.push({ words: parts, roles });
        phrases.set(parts[0]!, list);
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, phrases };
}

/** Every word that plays a part in a French or English time expression. */
export const LEXICON: Lexicon = build([...FRENCH, ...ENGLISH, numberWords()]);

/** Common words that may be mistyped by one letter: the correct spelling each stands for. */
export const MISTYPABLE: readonly string[] = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'janvier',
  'fevrier',
  'juillet',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
  'demain',
  'aujourdhui',
  'semaine',
  'prochain',
  'prochaine',
  'dernier',
  'derniere',
  'heures',
  'heure',
  'minutes',
  'quinze',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'saturday',
  'tomorrow',
  'yesterday',
  'afternoon',
  'february',
  'september',
  'november',
  'december',
];
