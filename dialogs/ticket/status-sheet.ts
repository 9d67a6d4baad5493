import type { Locale } from '../../data/people/types';
import type { Ticket } from '../../data/tickets/types';
import { localClock, localDate } from '../form/local-time';
import type { Messages } from '../messages.fr';
import type { LabelledValue, StatusCard, StatusSheet } from '../reply';
import { sayClock, sayDate } from '../say';
import { clip } from '../text/fold';
import type { Requester } from './own';

const SUBJECT_SHOWN = 120;
const REPLY_SHOWN = 300;

/** What a card of requests is made from. */
export interface StatusSource {
  readonly services: Requester['services'];
  readonly words: Messages;
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
}

/**
 * Requests as a card: reference, subject, state, since when they wait for us, the last reply.
 *
 * @param seen the card that this one replaces; null: it is the first.
 */
export async function statusSheet(
  source: StatusSource,
  title: string,
  tickets: readonly Ticket[],
  seen: StatusCard | null,
): Promise<StatusSheet> {
  const { words, locale, zone, now } = source;
  const card = {
    references: tickets.map(({ reference }) => reference),
    version: tickets.map(({ reference, version }) => `${reference}.${version}`).join(' '),
  };
  const requests = await Promise.all(
    tickets.map(async (ticket) => ({ reference: ticket.reference, facts: await factsOf(source, ticket) })),
  );
  return {
    // A card's title introduces no list.
    title: title.replace(/\s*:$/, ''),
    requests,
    changed: seen === null || seen.version === card.version ? null : words.status.changed,
    asOf: words.status.asOf(inFull(now, zone, locale), sayClock(localClock(now, zone), locale)),
    refresh: words.status.refresh,
    card,
  };
}

async function factsOf(source: StatusSource, ticket: Ticket): Promise<readonly LabelledValue[]> {
  const { words, locale, zone, now, services } = source;
  const { facts, states, reply } = words.status;
  const said = (instant: Date): string =>
    `${sayDate(localDate(instant, zone), locale, now)}, ${sayClock(localClock(instant, zone), locale)}`;
  const messages = await services.tickets.messages(ticket.id);
  const last = messages.filter(({ kind, authorKind }) => kind === 'reply' && authorKind === 'advisor').pop();
  return [
    { label: facts.subject, value: clip(ticket.subject, SUBJECT_SHOWN) },
    { label: facts.state, value: states[ticket.status] },
    ...(ticket.waitingSince === null ? [] : [{ label: facts.waiting, value: said(ticket.waitingSince) }]),
    ...(last === undefined
      ? []
      : [
          {
            label: facts.lastReply,
            value: reply(last.authorName, clip(last.text, REPLY_SHOWN), said(last.at)),
          },
        ]),
  ];
}

/** The date with its year: nobody knows on which day a card is read. */
const inFull = (instant: Date, zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: zone }).format(
    instant,
  );
