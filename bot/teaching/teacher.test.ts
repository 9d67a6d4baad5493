import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createKnowledge, type ReloadableKnowledge } from '../../knowledge/create';
import { copyOfFixture } from '../../knowledge/testing/fixture';
import { createTeacher, type Teacher } from './teacher';

let copy: ReturnType<typeof copyOfFixture>;
let knowledge: ReloadableKnowledge;
let teacher: Teacher;
/** Two topics of the fixture's one desk. */
let [topic, other] = ['', ''];
beforeEach(() => {
  copy = copyOfFixture();
  knowledge = createKnowledge({ dir: copy.dir });
  const [first, second] = knowledge.topics().filter(({ desk }) => desk !== 'any');
  [topic, other] = [first?.id ?? '', second?.id ?? ''];
  teacher = createTeacher(knowledge, copy.dir);
});
afterEach(() => copy.remove());

const PHRASE = 'le zébulon de mon cousin fait des siennes';
const first = (): string | undefined =>
  knowledge.understand(PHRASE, { desk: knowledge.topic(topic)?.desk }).topics[0]?.id;
const guard = (...lines: readonly object[]): void => {
  mkdirSync(join(copy.dir, 'evaluation'), { recursive: true });
  copy.write('evaluation/routing.blind.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
};

describe('teaching a phrase', () => {
  test('it is learned at once, and stands in the file of its topic', async () => {
    const taught = await teacher.teach({ topicId: topic, text: PHRASE }, false);
    expect(taught).toMatchObject({ ok: true, value: { forced: false } });
    expect(first()).toBe(topic);
    expect(knowledge.content().phrases.phrases.map(({ text }) => text)).toContain(PHRASE);
  });

  test('learned right after it was tried, it is not measured a second time', async () => {
    let trials = 0;
    const counting = {
      ...knowledge,
      trial: (phrases: Parameters<typeof knowledge.trial>[0]) => ((trials += 1), knowledge.trial(phrases)),
    };
    const careful = createTeacher(counting, copy.dir);
    await careful.try({ topicId: topic, text: PHRASE });
    expect(await careful.teach({ topicId: topic, text: PHRASE }, false)).toMatchObject({ ok: true });
    await careful.unteach({ topicId: topic, text: PHRASE });
    await careful.teach({ topicId: topic, text: PHRASE }, false);
    expect(trials).toBe(2);
  });

  test('trying it changes nothing', async () => {
    const before = knowledge.content().phrases.phrases.length;
    expect(await teacher.try({ topicId: topic, text: PHRASE })).toMatchObject({ ok: true });
    expect(knowledge.content().phrases.phrases).toHaveLength(before);
  });

  test('what makes it worse is refused, unless forced', async () => {
    const desk = knowledge.topic(topic)?.desk ?? '';
    await teacher.teach({ topicId: topic, text: PHRASE }, false);
    guard({ text: PHRASE, topic_id: topic, desk });
    await teacher.unteach({ topicId: topic, text: PHRASE });
    await teacher.teach({ topicId: topic, text: `${PHRASE} encore` }, false);
    expect(first()).toBe(topic);
    const wrong = { topicId: other, text: PHRASE };
    expect(await teacher.teach(wrong, false)).toMatchObject({ ok: false, fault: { code: 'worse' } });
    expect(first()).toBe(topic);
    expect(await teacher.teach(wrong, true)).toMatchObject({ ok: true, value: { forced: true } });
    expect(first()).toBe(other);
  });

  test('it can be taken out again', async () => {
    await teacher.teach({ topicId: topic, text: PHRASE }, false);
    expect(await teacher.unteach({ topicId: topic, text: PHRASE })).toMatchObject({ ok: true });
    expect(knowledge.content().phrases.phrases.map(({ text }) => text)).not.toContain(PHRASE);
  });

  test.each([
    ['of no topic', () => ({ topicId: 'abc.nowhere', text: PHRASE }), 'unknown-topic'],
    ['without a word', () => ({ topicId: topic, text: ' # ' }), 'empty-phrase'],
    [
      'that is another topic’s already',
      () => {
        const known = knowledge.content().phrases.phrases.find((phrase) => phrase.topicId === other);
        return { topicId: topic, text: known?.text.toUpperCase() ?? '' };
      },
      'phrase-known',
    ],
  ])('a phrase %s is refused', async (_what, lesson, code) => {
    expect(await teacher.teach(lesson(), false)).toMatchObject({ ok: false, fault: { code } });
  });

  test('several at once are learned one after the other, and none is lost', async () => {
    const texts = ['le premier zébulon', 'le deuxième zébulon', 'le troisième zébulon'];
    await Promise.all(texts.map((text) => teacher.teach({ topicId: topic, text }, true)));
    const known = knowledge.content().phrases.phrases.map(({ text }) => text);
    expect(known).toEqual(expect.arrayContaining(texts));
  });
});
