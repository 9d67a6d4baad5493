import type { Locale } from '../../data/people/types';
import { localClock, localDate } from '../../dialogs/form/local-time';
import type { Messages } from '../../dialogs/messages.fr';
import { sayClock, sayDate } from '../../dialogs/say';
import { zoneName } from '../../dialogs/zone-name';

const PARIS = 'Europe/Paris';

/** Where and in which language somebody reads. */
export interface ReaderPlace {
  readonly zone: string;
  readonly locale: Locale;
  readonly words: Messages;
}

/** When something begins, for the subject of a mail: "mardi 24 novembre à 14 h"; the zone is named where it is not Paris. */
export function sayStart(startsAt: Date, { zone, locale, words }: ReaderPlace, now: Date): string {
  const said = words.mail.at(
    sayDate(localDate(startsAt, zone), locale, now),
    sayClock(localClock(startsAt, zone), locale),
  );
  return zone === PARIS ? said : words.mail.inZone(said, zoneName(zone, words));
}

/** From when to when, in her zone with its name, Paris beside it where its clock differs. */
export function saySpan(startsAt: Date, endsAt: Date, place: ReaderPlace, now: Date): string {
  const { zone, locale, words } = place;
  const clock = (at: Date, where: string): string => sayClock(localClock(at, where), locale);
  const date = sayDate(localDate(startsAt, zone), locale, now);
  const said = words.mail.span(date, clock(startsAt, zone), clock(endsAt, zone));
  const zoneSaid = zoneName(zone, words);
  return clock(startsAt, zone) === clock(startsAt, PARIS)
    ? words.mail.inZone(said, zoneSaid)
    : words.mail.parisBeside(said, zoneSaid, clock(startsAt, PARIS));
}
