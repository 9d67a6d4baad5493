import { join } from 'node:path';
import type { Slot } from '../../data/appointments/types';
import type { Person } from '../../data/people/types';
import { openTestData, TEST_NOW, type TestData } from '../../data/testing';
import type { Ticket } from '../../data/tickets/types';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { createAssistant } from '../assistant';
import type { Assistant, Choice, Reply } from '../reply';
import type { Turn } from '../turn';

/** What an advisor proposes, told in the chat; and what a tap on a time does. */
const ROOT = join(__dirname, '..', '..');
let knowledge: Knowledge;
let data: TestData;
let assistant: Assistant;
let camille: Person;
let ticket: Ticket;
let slots: readonly Slot[];

beforeAll(() => {
  knowledge = createKnowledge({
    dir: join(ROOT, 'knowledge'),
    cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
  });
}, 60_000);
beforeEach(async () => {
  data = await openTestData();
  assistant = createAssistant({ knowledge, services: data.services });
  camille = await person('abc-camille');
  ticket = await data.services.tickets.file({
    idempotencyKey: 'k',
    deskId: 'abc',
    personId: camille.id,
    conversationId: 'c',
    topicId: 'abc.contact',
    category: 'other',
    subject: 'une question',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
  });
  slots = await data.services.appointments.free({
    deskId: 'abc',
    personId: camille.id,
    from: TEST_NOW,
    to: new Date(TEST_NOW.getTime() + 7 * 86_400_000),
    now: TEST_NOW,
    limit: 4,
  });
});
afterEach(() => data.close());

async function person(id: string): Promise<Person> {
  const found = await data.services.people.find(id);
  if (found === null) throw new Error(id);
  return found;
}

async function proposed(listener: Person | null = camille, now = TEST_NOW): Promise<Reply | null> {
  const told = await assistant.announce(
    {
      kind: 'appointment-proposal',
      proposalId: 'p1',
      ticketId: ticket.id,
      advisorName: 'Nadia Benali',
      text: 'Parlons-en.',
      channel: 'teams',
      slots: slots
        .slice(0, 2)
        .map(({ advisorId, startsAt }) => ({ advisorId, startsAt: startsAt.toISOString() })),
    },
    { desk: 'abc', person: listener, locale: 'fr', now },
    null,
  );
  return told?.reply ?? null;
}

let turns = 0;
async function press(choice: Choice | undefined, by: Person | null = camille): Promise<Reply> {
  const turn: Turn = {
    id: `t${(turns += 1)}`,
    conversationId: 'c',
    channel: 'webchat',
    kind: 'message',
    text: '',
    action: choice?.action ?? null,
    attachments: [],
    refusedAttachments: [],
    unreadable: null,
    desk: 'abc',
    person: by,
    locale: 'fr',
    now: TEST_NOW,
  };
  const [reply] = (await assistant.handle(turn, null)).replies;
  if (!reply) throw new Error('nothing said');
  return reply;
}

const textOf = (reply: Reply | null): string => (reply && 'text' in reply ? reply.text : '');
const booked = () => data.services.appointments.upcoming(camille.id, TEST_NOW);

test('the advisor’s words and each time as a button, a person beside them', async () => {
  const reply = await proposed();
  expect(textOf(reply)).toContain('Nadia Benali vous propose un rendez-vous sur Teams. « Parlons-en. »');
  expect(reply?.choices).toHaveLength(3);
  expect(reply?.meta.ticket).toBe(ticket.reference);
});

test('times that have passed are left out; none left, nothing is said', async () => {
  expect(await proposed(camille, new Date('2027-01-01T00:00:00Z'))).toBeNull();
  expect(await proposed(null)).toBeNull();
});

test('one tap books; a second one, also on another time, finds that', async () => {
  const [first, second] = (await proposed())?.choices ?? [];
  expect(textOf(await press(first))).toContain("C'est réservé");
  expect(await booked()).toMatchObject([
    { startsAt: slots[0]?.startsAt, advisorId: slots[0]?.advisorId, channel: 'teams' },
  ]);
  expect(textOf(await press(first))).toContain("C'est réservé");
  expect(textOf(await press(second))).toContain('Vous avez déjà réservé');
  expect(await booked()).toHaveLength(1);
});

test('a time that was taken since leads to the nearest ones, which book as well', async () => {
  const [first] = (await proposed())?.choices ?? [];
  const sofiane = await person('abc-sofiane');
  await data.services.appointments.book({
    idempotencyKey: 'other',
    deskId: 'abc',
    personId: sofiane.id,
    advisorId: slots[0]?.advisorId ?? '',
    startsAt: slots[0]?.startsAt ?? TEST_NOW,
    channel: 'teams',
    phone: null,
    subject: 'autre',
    now: TEST_NOW,
  });
  const reply = await press(first);
  expect(textOf(reply)).toContain("vient d'être pris");
  expect(reply.choices.length).toBeGreaterThan(1);
  expect(textOf(await press(reply.choices[0]))).toContain("C'est réservé");
  expect(await booked()).toHaveLength(1);
});

test('what was booked and cancelled is not booked again by the old button', async () => {
  const [first] = (await proposed())?.choices ?? [];
  await press(first);
  const [one] = await booked();
  await data.services.appointments.cancel({
    appointmentId: one?.id ?? '',
    by: { kind: 'requester', id: camille.id },
    now: TEST_NOW,
  });
  expect(textOf(await press(first))).toContain("n'est plus dans votre agenda");
  expect(await booked()).toEqual([]);
});

test('somebody else’s button books nothing', async () => {
  const [first] = (await proposed())?.choices ?? [];
  expect(textOf(await press(first, await person('abc-sofiane')))).toContain("n'est plus dans votre agenda");
  expect(textOf(await press(first, null))).toContain("n'est plus dans votre agenda");
  expect(await booked()).toEqual([]);
});

test('a second request is told with its reference', async () => {
  const told = await assistant.announce(
    { kind: 'ticket-split', ticketId: ticket.id, fromReference: 'G-2611-0099' },
    { desk: 'abc', person: camille, locale: 'fr', now: TEST_NOW },
    null,
  );
  expect(textOf(told?.reply ?? null)).toContain(ticket.reference);
  expect(textOf(told?.reply ?? null)).toContain('G-2611-0099');
});
