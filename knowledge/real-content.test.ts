import { createKnowledge } from './create';
import { ANY_DESK, OUT_OF_SCOPE } from './content/catalogue';
import { REAL } from './testing/fixture';
import { SERVICE_LABELS } from './types';

// The product's own articles and phrases. What stands here must hold while content grows: no test names a sentence of an article.
const knowledge = createKnowledge({ dir: REAL });
const { phrases } = knowledge.content().phrases;
const topics = knowledge.topics().filter(({ desk }) => desk !== ANY_DESK);

describe('the articles', () => {
  test.each(topics.map(({ id }) => id))('%s answers or asks, in French and in English', (id) => {
    for (const language of ['fr', 'en'] as const) {
      for (const day of ['01', '06', '07', '30']) {
        const answer = knowledge.answer(id, language, { 'today.iso': `2026-11-${day}` });
        expect(answer).not.toBeNull();
        if (answer?.kind === 'answer') {
          expect(answer.language).toBe(language);
          expect(`${answer.title} ${answer.body} ${answer.steps.join(' ')}`).not.toMatch(
            /\bnull\b|undefined|\{\{|\}\}|<[a-z]/,
          );
          expect(answer.body).not.toBe('');
          if (answer.ticket === 'later') expect(answer.date).not.toBeNull();
        } else {
          expect(answer?.fact.choices.length).toBeGreaterThanOrEqual(2);
        }
      }
    }
  });

  test('asking ends: whatever is chosen, an answer comes after a few questions', () => {
    for (const { id } of topics) {
      const open: Record<string, string | number | boolean | null>[] = [{ 'today.iso': '2026-11-15' }];
      for (let facts = open.pop(); facts; facts = open.pop()) {
        expect(Object.keys(facts).length).toBeLessThan(7);
        const found = knowledge.answer(id, 'fr', facts);
        if (found?.kind !== 'ask') continue;
        for (const { value } of found.fact.choices) open.push({ ...facts, [found.fact.name]: value });
      }
    }
  });
});

describe('routing', () => {
  test('finds nearly every phrase that it has learned', () => {
    const own = phrases.filter(({ desk, topicId }) => desk !== ANY_DESK && topicId !== OUT_OF_SCOPE);
    const wrong = own.filter(
      ({ text, desk, topicId }) => knowledge.understand(text, { desk }).topics[0]?.id !== topicId,
    );
    expect(wrong.length / own.length).toBeLessThan(0.05);
  });

  test('answers hardly any of the foreign messages that it has learned', () => {
    const foreign = phrases.filter(({ topicId }) => topicId === OUT_OF_SCOPE);
    const answered = foreign.filter(({ text }) =>
      ['answer', 'service'].includes(knowledge.understand(text).decision),
    );
    expect(answered.length / foreign.length).toBeLessThan(0.03);
  });

  test.each(SERVICE_LABELS)('knows the service label %s on every desk', (label) => {
    const own = phrases.filter(({ topicId }) => topicId === label);
    for (const desk of knowledge.desks()) {
      const right = own.filter(({ text }) => knowledge.understand(text, { desk }).topics[0]?.id === label);
      expect(right.length / own.length).toBeGreaterThan(0.85);
    }
  });

  test.each([
    ['abc', 'jai pa été payé', 'abc.pay-missing'],
    ['abc', 'changer liban', 'abc.iban'],
    ['abc', 'I want to change my bank account', 'abc.iban'],
    ['oc-mentor', "j'ai pas reçu l'appel à facturation", 'oc-mentor.invoice-call-late'],
    ['oc-coach', 'mon etudiant repond plus', 'oc-coach.student-absent'],
    ['ogestion', 'mot de passe oublié', 'ogestion.forgot-password'],
  ])('%s: "%s" -> %s', (desk, text, topic) => {
    expect(knowledge.understand(text, { desk }).topics[0]?.id).toBe(topic);
  });

  test.each([
    ['Je suis coach, comment mettre mon activité en pause ?', 'oc-coach.pause'],
    ['Je suis mentor, comment mettre mon activité en pause ?', 'oc-mentor.pause'],
    ['toujours pas payé de mon coaching', 'oc-coach.payment-late'],
    ['toujours pas payé de mes sessions de mentorat', 'oc-mentor.payment-late'],
  ])('a role that is named tells the desk: "%s" -> %s', (text, topic) => {
    expect(knowledge.understand(text).topics[0]?.id).toBe(topic);
  });

  test('where nothing tells the desk, what several desks answer is asked', () => {
    const { decision, topics: ranked } = knowledge.understand('comment faire une pause');
    expect(decision).toBe('clarify');
    expect(
      ranked
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['oc-coach.pause', 'oc-mentor.pause']);
  });

  test('several requests in one message are all named', () => {
    const { intents } = knowledge.understand('Je veux changer mon IBAN. Et comment saisir un coupon ?', {
      desk: 'abc',
    });
    expect(intents).toEqual(expect.arrayContaining(['abc.iban', 'abc.coupon-entry']));
  });

  test('one request is one intent', () => {
    const { intents } = knowledge.understand('Bonjour, comment changer mon IBAN ? Merci', { desk: 'abc' });
    expect(intents).toEqual(['abc.iban']);
  });

  test.each([
    ['one letter', 'a'.repeat(20000)],
    ['apostrophes', "l'".repeat(10000)],
    ['addresses that are none', 'a@'.repeat(10000)],
    ['new words', Array.from({ length: 4000 }, (_, index) => `w${index}`).join(' ')],
    ['sentences', 'Mon étudiant est absent et aussi comment changer mon IBAN ? '.repeat(330)],
    ['emoji', '🙂'.repeat(5000)],
  ])('20 KB of %s do not make it slow', (_, text) => {
    const started = performance.now();
    knowledge.understand(text);
    // bench/understand.mjs measures; only what grows with the square of the length would fail here.
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
