import { join } from 'node:path';
import { openTestData, type TestData } from '../data/testing';
import { createKnowledge } from '../knowledge/create';
import type { Knowledge } from '../knowledge/types';
import { createAssistant } from './assistant';
import type { Reply } from './reply';

let knowledge: Knowledge;
let data: TestData;
beforeAll(async () => {
  const root = join(__dirname, '..');
  knowledge = createKnowledge({
    dir: join(root, 'knowledge'),
    cacheDir: join(root, '.cache', 'knowledge-tests'),
  });
  data = await openTestData();
}, 60_000);
afterAll(() => data.close());

/** What somebody of ABC is answered in Teams to her first words. */
async function answerTo(text: string, locale: 'fr' | 'en'): Promise<Reply> {
  const person = await data.services.people.find('abc-camille');
  const { replies } = await createAssistant({ knowledge, services: data.services }).handle(
    {
      id: `greeting-${text}-${locale}`,
      conversationId: 'greetings',
      channel: 'teams',
      kind: 'message',
      text,
      action: null,
      attachments: [],
      refusedAttachments: [],
      unreadable: null,
      desk: 'abc',
      person,
      locale,
      now: data.clock.now(),
    },
    null,
  );
  const [first, ...more] = replies;
  expect(more).toEqual([]);
  if (first === undefined) throw new Error(`« ${text} » is not answered`);
  return first;
}

const cases = (word: string): readonly string[] => [
  word,
  word.toLowerCase(),
  word.toUpperCase(),
  `${word} !`,
  ` ${word}. `,
];

describe.each(['fr', 'en'] as const)('in Teams, in %s', (locale) => {
  it.each(['Hi', 'Hello', 'Bonjour', 'Salut', 'Hey', 'Bonsoir'].flatMap(cases))(
    '« %s » is greeted, with what can be asked',
    async (text) => {
      expect(await answerTo(text, locale)).toMatchObject({
        kind: 'text',
        meta: { decision: 'service' },
        choices: expect.arrayContaining([
          expect.objectContaining({ action: { type: 'start-form', form: 'coupon' } }),
          expect.objectContaining({ action: { type: 'talk-to-someone' } }),
        ]) as unknown,
      });
    },
  );

  it.each(['Help', 'Aide'].flatMap(cases))('« %s » is told what it can do', async (text) => {
    const reply = await answerTo(text, locale);
    expect(reply).toMatchObject({ kind: 'text', meta: { decision: 'service' } });
    expect(reply.kind === 'text' && reply.text).toMatch(
      /Je réponds aux questions sur|I answer questions about/,
    );
    expect(reply.choices.length).toBeGreaterThan(2);
  });
});
