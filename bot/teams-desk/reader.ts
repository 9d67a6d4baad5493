import type { Locale } from '../../data/people/types';
import { localClock, localDate } from '../../dialogs/form/local-time';
import type { Messages } from '../../dialogs/messages.fr';
import { sayClock, sayDate } from '../../dialogs/say';
import { wordsOf } from '../../dialogs/scene';

/** For whom words are chosen: her language, the desk's zone, and when. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
  readonly words: Messages;
}

export const readerOf = (locale: Locale, zone: string, now: Date): Reader => ({
  locale,
  zone,
  now,
  words: wordsOf(locale),
});

/** "mercredi 18 novembre à 10 h 42". A card stays where it is: it never says "il y a 5 minutes". */
export function sayInstant(at: Date, { locale, zone, now, words }: Reader): string {
  const date = localDate(at, zone);
  return words.teamsDesk.at(sayDate(date, locale, now), clockOf(at, { locale, zone }));
}

export const clockOf = (at: Date, { locale, zone }: Pick<Reader, 'locale' | 'zone'>): string =>
  sayClock(localClock(at, zone), locale);

/** A category's name; one that has none is said as it is written. */
export const sayCategory = (category: string, { teamsDesk }: Messages): string =>
  (teamsDesk.categories as Readonly<Record<string, string>>)[category] ?? category;

/** The queue of a channel: "ABC · Paiement". */
export const sayQueue = (deskName: string, category: string | null, words: Messages): string =>
  words.teamsDesk.channel.queue(
    deskName,
    category === null ? words.teamsDesk.channel.all : sayCategory(category, words),
  );
