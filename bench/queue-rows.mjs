// The rows of bench/queue-data.mjs: who asks what, when, and what became of it. Pure: the same for the same seed and the same now.
import { ANSWERS, FIRST_NAMES, LAST_NAMES, MONTHS, NOTES, REQUESTS, THANKS } from './queue-texts.mjs';

const DAY = 86_400_000;
const PEOPLE = 6_000;
/** The desks, each with its share of the people. */
export const DESKS = [
  ['abc', 0.4],
  ['ogestion', 0.25],
  ['oc-mentor', 0.2],
  ['oc-coach', 0.15],
];

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The people of every desk, a row of the database each. */
export function* peopleOf({ seed, now }) {
  const random = randomOf(seed + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let index = 0; index < PEOPLE; index += 1) {
    const firstName = pick(FIRST_NAMES);
    yield {
      id: `p${index}`,
      deskId: deskAt(index / PEOPLE),
      displayName: `${firstName} ${pick(LAST_NAMES)}`,
      firstName,
      email: null,
      zone: 'Europe/Paris',
      locale: 'fr',
      ssnState: 'present',
      ibanState: 'present',
      createdAt: new Date(now.getTime() - 900 * DAY).toISOString(),
    };
  }
}

function deskAt(share) {
  let sum = 0;
  for (const [id, part] of DESKS) {
    sum += part;
    if (share < sum) return id;
  }
  return DESKS.at(-1)[0];
}

/** Tickets from the oldest to the newest, each with what belongs to it: rows by the table they go into. */
export function* ticketsOf({ open, closed, seed, now, advisors }) {
  const random = randomOf(seed);
  const ofDesk = Object.fromEntries(
    DESKS.map(([id]) => [id, advisors.filter(({ deskIds }) => deskIds.includes(id))]),
  );
  for (let index = 0; index < closed + open; index += 1) {
    const isOpen = index >= closed;
    const age = isOpen ? random() * 12 * DAY : DAY + (1 - index / closed) * 800 * DAY;
    yield ticketAt(index, { isOpen, filedAt: now.getTime() - age, now: now.getTime(), random, ofDesk });
  }
}

function ticketAt(index, { isOpen, filedAt, now, random, ofDesk }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const person = Math.floor(random() * PEOPLE);
  const deskId = deskAt(person / PEOPLE);
  const request = pick(REQUESTS);
  const filled = filler(pick, random);
  const id = `t${index}`;
  const status = statusAt(isOpen, random());
  const taken = status !== 'new' || random() < 0.2;
  const assignee = taken && random() < 0.93 ? pick(ofDesk[deskId]) : null;
  const answered = !isOpen || status === 'waiting' || random() < 0.3;
  const ours = status === 'new' || status === 'open';
  const changedAt = Math.min(now - 60_000, filedAt + (isOpen ? random() * 2 : 1 + random() * 6) * DAY);
  const dueAt = ours ? changedAt + (random() * 4 - 0.3) * DAY : null;
  const iso = (time) => (time === null ? null : new Date(time).toISOString());
  const month = iso(filedAt).slice(2, 7).replace('-', '');
  const ticket = {
    id,
    reference: `G-${month}-${10_000 + index}`,
    idempotencyKey: `bench-${index}`,
    deskId,
    personId: `p${person}`,
    conversationId: isOpen ? `c${index}` : null,
    topicId: request.topic,
    category: request.category,
    subject: filled(pick(request.subjects)),
    status,
    priority: pick(['low', 'normal', 'normal', 'normal', 'normal', 'high', 'urgent']),
    assigneeId: assignee?.id ?? null,
    facts: JSON.stringify([
      {
        key: 'month',
        label: 'Mois',
        value: `${pick(MONTHS)} ${2024 + Math.floor(random() * 3)}`,
        source: 'said',
      },
      { key: 'family', label: 'Famille', value: `famille ${pick(LAST_NAMES)}`, source: 'records' },
    ]),
    checks: '[]',
    article: null,
    version: 3,
    createdAt: iso(filedAt),
    updatedAt: iso(changedAt),
    solvedAt: isOpen ? null : iso(changedAt),
    waitingSince: ours ? iso(answered ? changedAt : filedAt) : null,
    lastMessageAt: iso(changedAt),
    firstRepliedAt: answered ? iso(filedAt + 3_600_000) : null,
    resolutionWarnAt: dueAt && iso(dueAt - 0.5 * DAY),
    resolutionDueAt: iso(dueAt),
    dueAt: iso(dueAt),
  };
  const message = (kind, authorKind, author, text, at, number) => ({
    id: `${id}-m${number}`,
    idempotencyKey: `${id}:m${number}`,
    ticketId: id,
    kind,
    authorKind,
    authorId: authorKind === 'advisor' ? (author?.id ?? null) : null,
    authorName: authorKind === 'advisor' ? (author?.name ?? 'Guichet') : 'Demandeur',
    text,
    at: iso(at),
  });
  const messages = [];
  if (answered) {
    messages.push(message('reply', 'advisor', assignee, filled(pick(ANSWERS)), filedAt + 3_600_000, 1));
    if (random() < 0.4)
      messages.push(message('note', 'advisor', assignee, filled(pick(NOTES)), filedAt + 7_200_000, 2));
    if (random() < 0.5)
      messages.push(message('reply', 'requester', null, filled(pick(THANKS)), changedAt, 3));
  }
  const event = (kind, actorKind, detail, at, number) => ({
    id: `${id}-e${number}`,
    ticketId: id,
    kind,
    actorKind,
    actorId: actorKind === 'advisor' ? (assignee?.id ?? null) : null,
    detail: JSON.stringify(detail),
    at: iso(at),
  });
  const events = [event('filed', 'requester', {}, filedAt, 1)];
  if (assignee) events.push(event('assigned', 'assistant', { from: null, to: assignee.id }, filedAt, 2));
  if (answered) events.push(event('replied', 'advisor', { messageId: `${id}-m1` }, filedAt + 3_600_000, 3));
  if (!isOpen) events.push(event('status-changed', 'advisor', { from: 'waiting', to: status }, changedAt, 4));
  return {
    ...(isOpen &&
      conversationOf(index, { deskId, person, ticket, filledRequest: ticket.subject, filedAt, iso })),
    Ticket: [ticket],
    TicketMessage: messages,
    TicketEvent: events,
  };
}

function statusAt(isOpen, chance) {
  if (isOpen) return chance < 0.15 ? 'new' : chance < 0.7 ? 'open' : 'waiting';
  return chance < 0.15 ? 'solved' : chance < 0.985 ? 'closed' : 'withdrawn';
}

/** Puts names, months, days and amounts into a sentence. */
const filler = (pick, random) => (sentence) =>
  sentence.replace(/\{(\w+)\}/g, (_whole, slot) => {
    if (slot === 'month') return pick(MONTHS);
    if (slot === 'name') return pick(FIRST_NAMES);
    if (slot === 'family') return pick(LAST_NAMES);
    if (slot === 'day') return String(1 + Math.floor(random() * 28));
    return `${20 + Math.floor(random() * 400)},${10 + Math.floor(random() * 89)}`;
  });

function conversationOf(index, { deskId, person, filledRequest, filedAt, iso }) {
  const id = `c${index}`;
  const said = [
    ['in', 'tutor', 'Bonjour'],
    ['out', 'assistant', 'Bonjour. Dites-moi en une phrase ce qui vous amène.'],
    ['in', 'tutor', filledRequest],
    ['out', 'assistant', 'Je transmets à votre conseiller, avec ce que vous venez de me dire.'],
  ];
  return {
    Conversation: [
      {
        id,
        channel: 'webchat',
        deskId,
        userId: `dl_${index}`,
        personId: `p${person}`,
        locale: 'fr',
        nextSequence: said.length + 1,
        createdAt: iso(filedAt),
        lastTurnAt: iso(filedAt),
      },
    ],
    ConversationActivity: said.map(([direction, author, text], line) => ({
      conversationId: id,
      sequence: line + 1,
      activityId: `a${line + 1}`,
      direction,
      author,
      payload: JSON.stringify({ type: 'message', text }),
      text,
      at: iso(filedAt + line * 1_000),
      processedAt: direction === 'in' ? iso(filedAt + line * 1_000) : null,
    })),
  };
}
