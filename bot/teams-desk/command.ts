import type { Desk, DeskId } from '../../data/desks/types';
import type { Locale } from '../../data/people/types';
import { wordsOf } from '../../dialogs/scene';

/** What somebody asks of the bot about the channel that she writes in. */
export type ChannelCommand =
  | { readonly kind: 'link'; readonly desk: DeskId; readonly category: NamedCategory }
  /** Which desk she did not say. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'show' };

/** all: none was named · known: its id · unknown: the word that names none. */
export type NamedCategory =
  | { readonly kind: 'all' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'unknown'; readonly word: string };

const CHANNEL = /(?:^| )(?:canal|channel|salon)(?: |$)/;
const UNLINK = /^(?:delie[rz]?|dissocie[rz]?|deconnecte[rz]?|detache[rz]?|unlink|disconnect)(?: |$)/;
const LINK =
  /^(?:(?:re)?lie[rz]?|associe[rz]?|connecte[rz]?|rattache[rz]?|branche[rz]?|link|connect|attach)(?: |$)/;
const SHOW = /^(?:(?:ce|le|this|the) )?(?:canal|channel)$/;
const CATEGORY = /(?:^| )(?:categorie|category)(?: |$)/;

/**
 * Reads "lie ce canal au bureau abc catégorie paiement", "link this channel to the desk oc-mentor", "délie ce canal", "canal". null: something
 * else, that the assistant may answer. A sentence is a command only when it begins like one and speaks of the channel.
 */
export function readCommand(
  text: string,
  desks: readonly Pick<Desk, 'id' | 'name'>[],
  categoriesOf: (deskId: DeskId) => readonly string[],
): ChannelCommand | null {
  const said = plain(text);
  if (SHOW.test(said)) return { kind: 'show' };
  if (!CHANNEL.test(said)) return null;
  if (UNLINK.test(said)) return { kind: 'unlink' };
  if (!LINK.test(said)) return null;
  const [queue = '', ...named] = said.split(CATEGORY);
  const desk = desks.find(({ id, name }) => holds(queue, plain(id)) || holds(queue, plain(name)));
  if (desk === undefined) return { kind: 'choose' };
  return { kind: 'link', desk: desk.id, category: categoryIn(named.join(' '), categoriesOf(desk.id)) };
}

/** The language in which a command is written: whoever writes French gets French cards, whatever her Teams speaks. */
export const languageOf = (text: string): Locale => (/channel/i.test(text) ? 'en' : 'fr');

function categoryIn(said: string, known: readonly string[]): NamedCategory {
  const word = said.trim();
  if (word === '') return { kind: 'all' };
  const id = known.find((category) => namesOf(category).some((name) => holds(word, plain(name))));
  return id === undefined ? { kind: 'unknown', word } : { kind: 'known', id };
}

/** A category's id and its names in both languages. */
const namesOf = (category: string): readonly string[] =>
  (['fr', 'en'] as const).flatMap((locale) => {
    const names: Readonly<Record<string, string>> = wordsOf(locale).teamsDesk.categories;
    return [category, names[category] ?? category];
  });

const holds = (said: string, words: string): boolean => ` ${said} `.includes(` ${words} `);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
