import { createKnowledge } from '../create';
import { FIXTURE } from '../testing/fixture';
import type { Answer, AskFact, Facts } from '../types';

const knowledge = createKnowledge({ dir: FIXTURE });
const answer = (topicId: string, facts: Facts, language: 'fr' | 'en' = 'fr'): Answer | AskFact => {
  const found = knowledge.answer(topicId, language, facts);
  if (!found) throw new Error(`no article for ${topicId}`);
  return found;
};
const branch = (facts: Facts): string => {
  const found = answer('desk-a.pay-late', facts);
  return found.kind === 'answer' ? found.branchId : `ask ${found.fact.name}`;
};

describe('the branch shown', () => {
  test.each<[Facts, string]>([
    [{ 'today.iso': '2026-12-06' }, 'early'],
    [{ 'today.iso': '2026-12-07' }, 'ask invoice.status'],
    [{ 'today.iso': '2026-12-07', 'invoice.status': 'in-progress' }, 'wait'],
    [{ 'today.iso': '2026-12-07', 'invoice.status': 'paid' }, 'ask invoice.days_since_paid'],
    [{ 'today.iso': '2026-12-07', 'invoice.status': 'paid', 'invoice.days_since_paid': 7 }, 'wait'],
    [{ 'today.iso': '2026-12-07', 'invoice.status': 'paid', 'invoice.days_since_paid': 8 }, 'write'],
    [{ 'invoice.status': 'in-progress' }, 'wait'],
    [{ 'today.iso': 'not a date', 'invoice.status': 'in-progress' }, 'wait'],
  ])('with %j is %s', (facts, expected) => expect(branch(facts)).toBe(expected));

  test('a fact is asked only when it can still change the answer', () => {
    expect(branch({ 'today.iso': '2026-12-01', 'invoice.status': 'paid' })).toBe('early');
  });

  test('a fact known to be absent is asked all the same', () => {
    expect(branch({ 'today.iso': '2026-12-07', 'invoice.status': null })).toBe('ask invoice.status');
  });

  test('a condition on something unknown that nobody can be asked does not hold', () => {
    expect(answer('desk-a.student-absent', {})).toMatchObject({ branchId: 'chase' });
  });
});

describe('an answer', () => {
  test('says dates in full, in its language', () => {
    const facts = { 'today.iso': '2026-12-06' };
    expect(answer('desk-a.pay-late', facts)).toMatchObject({
      language: 'fr',
      body: '**Il est encore tôt.** Attendez lundi 7 décembre.',
      date: { iso: '2026-12-07', label: 'Écrivez-nous à partir du' },
      ticket: 'later',
      ticketSlots: [{ name: 'month', kind: 'month', optional: false, from: 'invoice.month' }],
    });
    expect(answer('desk-a.pay-late', facts, 'en')).toMatchObject({
      language: 'en',
      body: '**It is too early.** Wait until Monday 7 December.',
      date: { iso: '2026-12-07', label: 'Write to us from' },
      ticketSlots: [{ label: 'Month', from: 'invoice.month' }],
    });
  });

  test('never shows "null" for something unknown', () => {
    const found = answer('desk-a.pay-late', {
      'today.iso': '2026-12-07',
      'invoice.status': 'paid',
      'invoice.days_since_paid': 9,
    });
    expect(found).toMatchObject({
      body: '**Écrivez-nous.** La facture  est payée depuis 9 jours.\n\nNous vérifions.',
    });
    expect(found).toMatchObject({ steps: ['Relevez le numéro.', 'Envoyez-le avec le mois.'] });
  });

  test('is French, and says so, where English has not been written', () => {
    expect(answer('desk-a.pause', {}, 'en')).toMatchObject({
      language: 'fr',
      title: 'Mettre votre activité en pause',
    });
  });

  test('a question comes in the language asked for', () => {
    expect(answer('desk-a.pay-late', { 'today.iso': '2026-12-09' }, 'en')).toMatchObject({
      kind: 'ask',
      fact: {
        question: 'What does your invoice say?',
        choices: [{ label: 'Paid' }, { label: 'In progress' }],
      },
    });
  });

  test('there is none for a topic without an article', () => {
    expect(knowledge.answer('greeting', 'fr', {})).toBeNull();
    expect(knowledge.answer('nothing', 'fr', {})).toBeNull();
  });
});
