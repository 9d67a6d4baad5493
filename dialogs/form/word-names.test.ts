import { join } from 'node:path';
import type { JsonValue } from '../../data/conversations/types';
import type { Student } from '../../data/people/types';
import { openTestData, type TestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import { createAssistant } from '../assistant';
import type { Reply } from '../reply';
import type { Turn } from '../turn';

/** Students whose names are a month, a flower and a command: the records make them names, and no time or order changes for it. */
const ROOT = join(__dirname, '..', '..');
const knowledge = createKnowledge({
  dir: join(ROOT, 'knowledge'),
  cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
});

let data: TestData;
beforeAll(async () => {
  data = await openTestData();
});
afterAll(() => data.close());

const student = (name: string): Student => ({
  id: name,
  personId: 'mentor-alice',
  name,
  path: 'Data analyst',
  active: true,
  fundingEndsOn: new Date('2027-06-30T12:00:00Z'),
  pathEndsOn: null,
  sessions: [],
});

async function talk(...said: readonly string[]): Promise<readonly Reply[]> {
  const students = ['Avril Fontaine', 'Rose Delattre', 'Marin Retour'].map(student);
  const people = { ...data.services.people, students: () => Promise.resolve(students) };
  const assistant = createAssistant({ knowledge, services: { ...data.services, people } });
  const person = await data.services.people.find('mentor-alice');
  let state: JsonValue = null;
  let replies: readonly Reply[] = [];
  for (const [index, text] of said.entries()) {
    const turn: Turn = {
      id: `${said.join()}-${index}`,
      conversationId: 'words',
      channel: 'webchat',
      kind: 'message',
      text,
      action: null,
      attachments: [],
      refusedAttachments: [],
      unreadable: null,
      desk: 'oc-mentor',
      person,
      locale: 'fr',
      now: data.clock.now(),
    };
    ({ state, replies } = await assistant.handle(turn, state));
  }
  return replies;
}

const valuesOf = (replies: readonly Reply[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    replies.flatMap((reply) =>
      'facts' in reply ? reply.facts.map(({ label, value }) => [label, value] as const) : [],
    ),
  );

it('a month that is a student is no date of a transfer', async () => {
  const replies = await talk(
    'Avril doit être transférée, elle est au courant',
    'oui',
    'le 7 décembre',
    'passer',
  );
  expect(valuesOf(replies)).toMatchObject({
    "Nom de l'étudiant": 'Avril Fontaine',
    'Date de transfert souhaitée': 'lundi 7 décembre',
  });
});

it('the month stays a month where it is one', async () => {
  const replies = await talk(
    'transférer Rose en avril, elle est au courant',
    'oui',
    'le 12 avril 2027',
    'passer',
  );
  expect(valuesOf(replies)).toMatchObject({
    "Nom de l'étudiant": 'Rose Delattre',
    'Date de transfert souhaitée': 'lundi 12 avril 2027',
  });
});

it('the session that is planned for April is not Avril’s', async () => {
  const replies = await talk('impossible de planifier une session avec rose pour le 12 avril');
  const [answer] = replies;
  expect(answer?.kind === 'answer' ? answer.body : '').toContain('Rose Delattre');
  expect(answer?.kind === 'answer' ? answer.body : '').toContain('lundi 12 avril');
});

it('"retour" stays an order, and "Retour" a student where a student is asked for', async () => {
  const asked = ['je veux transférer un étudiant, il est prévenu', 'oui'];
  const back = await talk(...asked, 'retour');
  expect(back[0]?.kind).toBe('question');
  expect(valuesOf(await talk(...asked, 'Marin', 'le 7 décembre', 'passer'))).toMatchObject({
    "Nom de l'étudiant": 'Marin Retour',
  });
});
