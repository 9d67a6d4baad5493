// A database as a desk has it after some years: open and closed tickets with French texts, messages, facts and events, the same for the
// same seed. Written in bulk beside the product, which then makes its search index itself when it opens the file.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ADVISOR_NAMES,
  ANSWERS,
  FIRST_NAMES,
  LAST_NAMES,
  MONTHS,
  NOTES,
  REQUESTS,
  THANKS,
} from './queue-texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const BATCH = 4_000;
const DAY = 86_400_000;
const PEOPLE = 6_000;
const DESKS = [
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

/**
 * @param file where the database is made.
 * @returns the advisors with a session each ({ id, name, deskIds, cookie }) and how long each step took, in ms.
 */
export async function buildQueueDatabase({ file, open, closed, seed = 1, now = new Date() }) {
  mkdirSync(dirname(file), { recursive: true });
  const took = {};
  const timed = async (name, work) => {
    const started = performance.now();
    const value = await work();
    took[name] = Math.round(performance.now() - started);
    return value;
  };
  const { openData } = require(join(root, 'dist/data/open.js'));
  const url = `file:${file}`;
  const empty = await openData({ url, demo: true });
  const advisors = await addAdvisors(empty.services.advisors, now);
  await empty.close();
  await timed('insert', () => fill(file, { open, closed, seed, now, advisors }));
  const full = await timed('index', () => openData({ url }));
  const working = await signIn(full.services.advisors, advisors, now);
  await full.close();
  return { advisors: working, took };
}

/** Twenty of them: so many a desk, and one who sees all. */
async function addAdvisors(service, now) {
  const desks = [...Array(7).fill(['abc']), ...Array(5).fill(['ogestion']), ...Array(4).fill(['oc-mentor'])];
  desks.push(
    ['oc-coach'],
    ['oc-coach'],
    ['oc-mentor', 'oc-coach'],
    DESKS.map(([id]) => id),
  );
  const advisors = [];
  for (const [index, deskIds] of desks.entries()) {
    const name = ADVISOR_NAMES[index];
    const email = `bench-${index}@guichet.example`;
    advisors.push(await service.add({ name, email, role: 'advisor', deskIds, now }));
  }
  return advisors;
}

async function signIn(service, advisors, now) {
  const working = [];
  for (const { id, name, deskIds } of advisors) {
    const { token } = await service.createSignInLink(id, now);
    const { sessionToken } = await service.redeemSignInLink(token, now);
    working.push({ id, name, deskIds, cookie: `guichet_session=${sessionToken}` });
  }
  return working;
}

async function fill(file, plan) {
  const sqlite3 = require('sqlite3');
  const db = await new Promise((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = (sql, values = []) =>
    new Promise((resolve, reject) => db.run(sql, values, (error) => (error ? reject(error) : resolve())));
  // The index is made in one go afterwards, which is far quicker than ticket by ticket.
  await run('DROP TRIGGER "TicketIndex_filed"');
  await run('DROP TRIGGER "TicketIndex_written"');
  await run('PRAGMA synchronous = OFF');
  await run('BEGIN');
  const writer = bulkWriter(run);
  for (const row of peopleOf(plan)) await writer.add('Person', row);
  for (const ticket of ticketsOf(plan)) {
    for (const [table, rows] of Object.entries(ticket)) {
      for (const row of rows) await writer.add(table, row);
    }
  }
  await writer.flush();
  await run('COMMIT');
  await run('PRAGMA wal_checkpoint(TRUNCATE)');
  await new Promise((resolve) => db.close(resolve));
}

/** Rows go over as one JSON text a batch: a call a row would take ten times as long. */
function bulkWriter(run) {
  const waiting = new Map();
  const write = async (table, rows) => {
    const columns = Object.keys(rows[0]);
    const values = columns.map((column) => `json_extract(value, '$.${column}')`).join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    await run(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`, [JSON.stringify(rows)]);
    rows.length = 0;
  };
  return {
    async add(table, row) {
      const rows = waiting.get(table) ?? [];
      waiting.set(table, rows);
      rows.push(row);
      // What refers to a ticket waits for it.
      if (rows.length >= BATCH) await this.flush();
    },
    async flush() {
      for (const table of [
        'Person',
        'Conversation',
        'ConversationActivity',
        'Ticket',
        'TicketMessage',
        'TicketEvent',
      ]) {
        const rows = waiting.get(table);
        if (rows?.length) await write(table, rows);
      }
    },
  };
}

function* peopleOf({ seed, now }) {
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

function* ticketsOf({ open, closed, seed, now, advisors }) {
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
