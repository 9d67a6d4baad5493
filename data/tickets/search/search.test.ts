import fc from 'fast-check';
import { Connection } from '../../prisma/sqlite-adapter';
import { openTestData, TEST_NOW, type TestData } from '../../testing';
import { filterOf } from '../list/views';
import type { QueueFilter } from '../list/types';
import type { NewTicket, Ticket } from '../types';
import { prepareSearchIndex } from './sqlite-index';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

let filed = 0;
function file(ticket: Partial<NewTicket>): Promise<Ticket> {
  filed += 1;
  return data.services.tickets.file({
    idempotencyKey: `search-${filed}`,
    deskId: 'abc',
    personId: null,
    conversationId: null,
    topicId: 'abc-salary',
    category: 'payment',
    subject: 'Sans objet',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
    ...ticket,
  });
}

async function find(text: string, narrowed: Partial<QueueFilter> = {}): Promise<string[]> {
  const filter = filterOf('all', { deskIds: ['abc'], ...narrowed, text }, 'advisor-abc-1', TEST_NOW);
  const { rows } = await data.services.queue.page(filter, { after: null, limit: 50 });
  return rows.map(({ subject }) => subject);
}

const write = (ticket: Ticket, text: string, kind: 'reply' | 'note' = 'note') =>
  data.services.tickets.write({
    idempotencyKey: text,
    ticketId: ticket.id,
    kind,
    advisor: { id: 'advisor-abc-1', name: 'Julie' },
    text,
    now: TEST_NOW,
  });

/** The database beside its services, as another process has it. */
async function directly<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const options = { busyTimeoutMs: 5_000, readOnly: false };
  const connection = await Connection.open(data.url.replace('file:', ''), options);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

test('a ticket is found by its reference, its person, its subject, its facts and its messages', async () => {
  const [camille] = await data.services.people.ofDesk('abc');
  const ticket = await file({
    subject: 'Mon virement a été refusé',
    personId: camille?.id ?? '',
    facts: [{ key: 'month', label: 'Mois', value: 'octobre 2026', source: 'said' }],
  });
  await write(ticket, 'La banque a rejeté le paiement hier.');
  for (const text of [
    ticket.reference,
    ticket.reference.toLowerCase(),
    camille?.displayName ?? '',
    'virement refuse',
    'VIREMENT ÉTÉ',
    'octobre 2026',
    'banque rejete',
    'refusé octobre banque',
    'bank "octobre 2026" vire'.replace('bank', 'banque'),
  ]) {
    expect([text, await find(text)]).toEqual([text, ['Mon virement a été refusé']]);
  }
});

test('every word has to be there; only the last may be unfinished', async () => {
  await file({ subject: 'coupon perdu' });
  await file({ subject: 'coupon retrouvé' });
  expect(await find('coupon')).toEqual(['coupon retrouvé', 'coupon perdu']);
  expect(await find('coupon perd')).toEqual(['coupon perdu']);
  expect(await find('coup perdu')).toEqual([]);
  expect(await find('"perdu coupon"')).toEqual([]);
});

test('what a ticket says now is found, what it said before is not', async () => {
  const ticket = await file({ subject: 'initial' });
  await directly((connection) =>
    connection.run(`UPDATE "Ticket" SET "subject" = 'modifié' WHERE "id" = ?`, [ticket.id]),
  );
  expect(await find('initial')).toEqual([]);
  expect(await find('modifie')).toEqual(['modifié']);
  await directly((connection) => connection.run(`DELETE FROM "Ticket" WHERE "id" = ?`, [ticket.id]));
  expect(await find('modifie')).toEqual([]);
});

test('a person who is renamed is found by her new name, a message that is taken out is not found any more', async () => {
  const [camille] = await data.services.people.ofDesk('abc');
  const ticket = await file({ subject: 'sienne', personId: camille?.id ?? '' });
  await write(ticket, 'tournevis');
  expect(await find('tournevis')).toEqual(['sienne']);
  await directly(async (connection) => {
    await connection.run(`UPDATE "Person" SET "displayName" = 'Zoé Zéphyr' WHERE "id" = ?`, [
      camille?.id ?? '',
    ]);
    await connection.run(`DELETE FROM "TicketMessage" WHERE "ticketId" = ?`, [ticket.id]);
  });
  expect(await find('zephyr')).toEqual(['sienne']);
  expect(await find('tournevis')).toEqual([]);
});

test('the rest of the filter holds too, as it is now', async () => {
  const ticket = await file({ subject: 'virement urgent', priority: 'urgent' });
  await file({ subject: 'virement ailleurs', deskId: 'oc-mentor' });
  expect(await find('virement')).toEqual(['virement urgent']);
  expect(await find('virement', { deskIds: ['abc', 'oc-mentor'] })).toHaveLength(2);
  expect(await find('virement', { deskIds: ['abc', 'ogestion', 'oc-mentor', 'oc-coach'] })).toHaveLength(2);
  expect(await find('virement', { priorities: ['urgent'], statuses: ['new', 'open'] })).toHaveLength(1);
  expect(await find('virement', { statuses: ['solved'] })).toEqual([]);
  await data.services.tickets.changeStatus({
    ticketId: ticket.id,
    to: 'solved',
    actor: { kind: 'advisor', id: 'advisor-abc-1' },
    expectedVersion: null,
    now: TEST_NOW,
  });
  expect(await find('virement', { statuses: ['solved'] })).toEqual(['virement urgent']);
  expect(await find('virement', { assigneeIds: ['advisor-abc-9'] })).toEqual([]);
});

test('nobody finds an account number: neither what the requester nor what an advisor wrote is kept unmasked', async () => {
  const ticket = await file({ subject: 'mon IBAN est FR76 3000 6000 0112 3456 7890 189' });
  await write(ticket, 'noté : FR7630006000011234567890189');
  for (const text of ['FR7630006000011234567890189', '3000 6000 0112', '7890']) {
    expect(await find(text)).toEqual([]);
  }
});

test('whatever is typed is answered', async () => {
  await file({ subject: 'bonjour' });
  const nasty = [
    '"',
    "'; DROP TABLE Ticket; --",
    'a* OR b*',
    'NEAR(a b)',
    '{subject} : x',
    '^bonjour',
    '-bonjour',
    '👩‍🏫',
    '\u0000',
    '\ud800',
    'x'.repeat(2_000),
    'é '.repeat(1_000),
  ];
  for (const text of nasty) expect(Array.isArray(await find(text))).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (text) => {
      expect(Array.isArray(await find(text))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the index follows the pages of a long result, the newest first', async () => {
  const subjects = Array.from({ length: 9 }, (_, index) => `virement ${index}`);
  for (const subject of subjects) await file({ subject });
  const filter = filterOf('all', { deskIds: ['abc'], text: 'virement' }, 'advisor-abc-1', TEST_NOW);
  const pieced: string[] = [];
  let after: Awaited<ReturnType<typeof data.services.queue.page>>['next'] = null;
  do {
    const page = await data.services.queue.page(filter, { after, limit: 4 });
    pieced.push(...page.rows.map(({ subject }) => subject));
    after = page.next;
  } while (after !== null);
  expect(pieced).toEqual(subjects.reverse());
});

test('an index that is missing, or is not as this release wants it, is made anew from the tickets', async () => {
  await file({ subject: 'retrouvée' });
  await directly(async (connection) => {
    expect(await prepareSearchIndex(connection)).toBeNull();
    // As a migration does that rebuilds the table: its triggers are gone.
    await connection.script('DROP TRIGGER "TicketIndex_changed"');
    await connection.run(`UPDATE "Ticket" SET "subject" = 'corrigée'`);
    expect(await prepareSearchIndex(connection)).toBe(1);
    expect(await prepareSearchIndex(connection)).toBeNull();
  });
  expect(await find('retrouvee')).toEqual([]);
  expect(await find('corrigee')).toEqual(['corrigée']);
});
