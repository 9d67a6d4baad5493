import type { PlacedEvent } from '../../data/teams/cards';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../../data/tickets/types';
import { sayCategory, type Reader } from './reader';

/** Names of advisors by id. */
export type Names = ReadonlyMap<string, string>;

/**
 * What happened to a ticket, one line a change: who did what. Nothing of what was written, and not the requester's name: a whole team
 * reads along. What only follows from another change (a reply sets the ticket to waiting) has no line of its own.
 */
export function linesOf(
  events: readonly PlacedEvent[],
  names: Names,
  reader: Reader,
): readonly { readonly event: PlacedEvent; readonly line: string }[] {
  return events.flatMap((event, index) => {
    const line = lineOf(event, events[index - 1] ?? null, names, reader);
    return line === null ? [] : [{ event, line }];
  });
}

function lineOf(
  event: PlacedEvent,
  before: PlacedEvent | null,
  names: Names,
  { words }: Reader,
): string | null {
  const { line } = words.teamsDesk;
  const { detail } = event;
  const who = actorOf(event, names, words.teamsDesk.line);
  const named = (id: string | null | undefined): string => names.get(id ?? '') ?? line.somebody;
  switch (event.kind) {
    case 'filed':
    case 'linked':
    case 'unlinked':
      return null;
    case 'assigned':
      if (!detail.to) return line.givenBack(who);
      return event.actorKind === 'advisor' && detail.to === event.actorId
        ? line.claimed(who)
        : line.assigned(who, named(detail.to));
    case 'status-changed':
      return statusLine(event, before, who, words.teamsDesk);
    case 'priority-changed':
      return line.priority(who, label(words.teamsDesk.priority, TICKET_PRIORITIES, detail.to));
    case 'released':
      return line.released;
    case 'replied':
      return line.replied(who);
    case 'noted':
      return line.noted(who);
    case 'requester-wrote':
      return line.requesterWrote;
    case 'merged':
      return detail.into ? line.merged(who, detail.into) : line.tookUp(who, detail.from ?? '');
    case 'split':
      return line.split(who);
    case 'category-changed':
      return detail.category ? line.category(who, sayCategory(detail.category, words)) : line.changed(who);
    case 'taken-over':
      return line.takenOver(who);
    case 'handed-back':
      return line.handedBack(who);
    case 'mailed':
      return line.mailed;
    case 'not-delivered':
      return line.notDelivered;
    case 'sla-warned':
      return line.warned;
    case 'sla-breached':
      return line.breached;
    default:
      return line.changed(who);
  }
}

type Words = Reader['words']['teamsDesk'];

function statusLine(
  event: PlacedEvent,
  before: PlacedEvent | null,
  who: string,
  words: Words,
): string | null {
  const { from, to } = event.detail;
  const follows =
    before !== null &&
    before.actorId === event.actorId &&
    before.at.getTime() === event.at.getTime() &&
    ['assigned', 'replied', 'requester-wrote', 'merged'].includes(before.kind);
  if (follows) return null;
  if (to === 'solved') return words.line.resolved(who);
  if (to === 'open' && from === 'new') return words.line.claimed(who);
  if (to === 'open' && from === 'solved') return words.line.reopened(who);
  return words.line.moved(who, label(words.status, TICKET_STATUSES, to));
}

function actorOf(event: PlacedEvent, names: Names, line: Words['line']): string {
  if (event.actorKind === 'assistant') return line.guichet;
  if (event.actorKind === 'requester') return line.requester;
  return names.get(event.actorId ?? '') ?? line.somebody;
}

function label<K extends string>(
  labels: Readonly<Record<K, string>>,
  keys: readonly K[],
  value: string | null | undefined,
): string {
  const key = keys.find((known) => known === value);
  return key === undefined ? (value ?? '') : labels[key];
}
