import { join } from 'node:path';
import type { JsonValue } from '../../data/conversations/types';
import type { DeskId } from '../../data/desks/types';
import type { Person } from '../../data/people/types';
import { openTestData, type TestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { TicketSlot } from '../../knowledge/types';
import { createAssistant } from '../assistant';
import type { Assistant, Choice, Reply } from '../reply';
import type { Action, Turn } from '../turn';

/** Every topic whose ticket needs facts, walked as one conversation, by somebody the records know and by a visitor. */
const ROOT = join(__dirname, '..', '..');
const knowledge = createKnowledge({
  dir: join(ROOT, 'knowledge'),
  cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
});

const PERSON: Readonly<Record<string, string>> = {
  abc: 'abc-camille',
  ogestion: 'og-valerie',
  'oc-mentor': 'mentor-alice',
  'oc-coach': 'coach-fanny',
};
const TYPED: Readonly<Record<TicketSlot['kind'], string>> = {
  text: 'Développeur web',
  'long-text': 'Le bouton reste gris quand je clique dessus',
  date: 'le 16 novembre',
  month: 'octobre',
  'yes-no': 'oui',
  choice: 'je ne sais pas',
  student: 'Maya Diallo',
  assignment: 'Martin',
  attachment: 'passer',
  link: 'https://exemple.fr/page',
};
const VISITOR = { contact_name: 'Dominique Lambert', contact_reach: 'dominique@exemple.fr', files: 'passer' };
const MOST_QUESTIONS = 9;

interface Point {
  readonly state: JsonValue;
  readonly replies: readonly Reply[];
}

class Walk {
  private count = 0;
  constructor(
    private readonly assistant: Assistant,
    private readonly desk: DeskId,
    private readonly person: Person | null,
    private readonly now: Date,
    private readonly conversationId: string,
  ) {}

  async say(from: Point | null, said: string | Action): Promise<Point> {
    const turn: Turn = {
      id: `turn-${++this.count}`,
      conversationId: this.conversationId,
      channel: 'webchat',
      kind: 'message',
      text: typeof said === 'string' ? said : '',
      action: typeof said === 'string' ? null : said,
      attachments: [],
      refusedAttachments: [],
      unreadable: null,
      desk: this.desk,
      person: this.person,
      locale: 'fr',
      now: this.now,
    };
    const { state, replies } = await this.assistant.handle(turn, from?.state ?? null);
    return { state: JSON.parse(JSON.stringify(state)) as JsonValue, replies };
  }

  /** The answer under which a request can be filed, whatever has to be chosen on the way; else the first answer there is. */
  async toAnswer(topicId: string): Promise<Point> {
    const open = [await this.say(null, { type: 'show-topic', topicId })];
    let first: Point | null = null;
    for (let point = open.shift(); point !== undefined; point = open.shift()) {
      if (button(point, 'start-form') !== undefined) return point;
      const question = point.replies.find((reply) => reply.kind === 'question');
      if (question === undefined) first ??= point;
      for (const { action } of question?.choices ?? []) {
        if (action.type === 'choose') open.push(await this.say(point, action));
      }
    }
    if (first === null) throw new Error('asking never ends');
    return first;
  }
}

const choicesOf = (point: Point): readonly Choice[] => point.replies.flatMap((reply) => [...reply.choices]);
const button = (point: Point, type: Action['type']): Choice | undefined =>
  choicesOf(point).find(({ action }) => action.type === type);

let data: TestData;
let assistant: Assistant;
beforeAll(async () => {
  data = await openTestData();
  assistant = createAssistant({ knowledge, services: data.services });
});
afterAll(() => data.close());

const cases = knowledge
  .topics()
  .filter(({ desk }) => desk !== 'any')
  .flatMap(({ id, desk }) => [[id, PERSON[desk] ?? '', desk] as const, [id, '', desk] as const]);

test.each(cases)('%s, asked by %s', async (topicId, personId, desk) => {
  const { people, tickets, conversations } = data.services;
  const conversationId = `walk-${topicId}-${personId}`;
  const person = personId === '' ? null : await people.find(personId);
  await conversations.open({
    id: conversationId,
    channel: 'webchat',
    deskId: desk as DeskId,
    userId: 'dl_walk',
    personId: person?.id ?? null,
    locale: 'fr',
    now: data.clock.now(),
  });
  const walk = new Walk(assistant, desk as DeskId, person, data.clock.now(), conversationId);
  const answered = await walk.toAnswer(topicId);
  const start = button(answered, 'start-form') ?? button(answered, 'talk-to-someone');
  expect(start).toBeDefined();
  const isForm = start?.action.type === 'start-form' && start.action.form !== 'ticket';
  const action: Action = isForm ? { type: 'talk-to-someone' } : (start?.action ?? { type: 'confirm' });
  let point = await walk.say(answered, action);
  const asked: string[] = [];
  while (!point.replies.some(({ kind }) => kind === 'read-back')) {
    const question = point.replies.find((reply) => reply.kind === 'question');
    const slot = question?.meta.slot ?? '';
    expect(question).toBeDefined();
    // Nothing is asked twice.
    expect(asked).not.toContain(slot);
    asked.push(slot);
    expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
    const pressed = question?.choices.find((choice) => choice.action.type === 'choose')?.action;
    const kind = slotsOf(topicId).find(({ name }) => name === slot)?.kind ?? 'text';
    const ahead = /transfer|pause|stop|free|discount|appointment/.test(topicId) ? 'le 4 décembre' : undefined;
    const typed =
      (VISITOR as Readonly<Record<string, string>>)[slot] ??
      (kind === 'date' ? ahead : undefined) ??
      TYPED[kind];
    point = await walk.say(point, pressed ?? typed);
  }
  const done = await walk.say(point, { type: 'confirm' });
  const receipt = done.replies.find((reply) => reply.kind === 'receipt');
  const ticket = await tickets.find(receipt?.kind === 'receipt' ? receipt.reference : '');
  const required = slotsOf(topicId)
    .filter(({ optional, kind }) => !optional && kind !== 'attachment')
    .map(({ name }) => name);
  const contact = person === null ? ['contact_name', 'contact_reach'] : [];
  expect(ticket).toMatchObject({ topicId, deskId: desk, personId: person?.id ?? null });
  expect(ticket?.subject).not.toBe('');
  expect(ticket?.facts.map(({ key }) => key)).toEqual(expect.arrayContaining([...required, ...contact]));
  expect(ticket?.facts.filter(({ value }) => value.trim() === '')).toEqual([]);
  expect(ticket?.article).toMatchObject({ topicId });
});

/** What a ticket on the topic must contain: the slots are the same in every branch. */
function slotsOf(topicId: string): readonly TicketSlot[] {
  const open = [{ 'today.iso': '2026-11-18' } as Readonly<Record<string, string | number | boolean | null>>];
  for (let facts = open.pop(); facts !== undefined; facts = open.pop()) {
    const found = knowledge.answer(topicId, 'fr', facts);
    if (found === null) return [];
    if (found.kind === 'answer') return found.ticketSlots;
    for (const { value } of found.fact.choices) open.push({ ...facts, [found.fact.name]: value });
  }
  return [];
}
