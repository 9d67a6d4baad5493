import fc from 'fast-check';
import { matchNames } from '../../knowledge/entities/match-names';
import { readTimes } from '../../knowledge/time/read';
import { advance } from '../form/advance';
import { knownValues } from '../form/settle';
import { newFormState } from '../form/state';
import type { FormState, Step } from '../form/types';
import type { CouponEnv } from './form';
import { COUPON_FORM } from './form';

/** Wednesday 18 November 2026, 10:00 in Paris. */
const env: CouponEnv = {
  now: new Date('2026-11-18T09:00:00Z'),
  zone: 'Europe/Paris',
  readTimes,
  matchNames: (text, candidates, nameOf) => matchNames(text, candidates, nameOf, () => false),
  assignments: [
    { id: 'a-lea', label: 'Léa (famille Martin)', names: ['Léa', 'Martin', 'Léa Martin'] },
    { id: 'a-tom', label: 'Tom (famille Retour)', names: ['Tom', 'Retour', 'Tom Retour'] },
  ],
};

const start = (): FormState => newFormState(COUPON_FORM, { now: env.now });
const say = (state: FormState, text: string): Step =>
  advance(COUPON_FORM, state, { kind: 'text', text }, env);
const sayAll = (texts: readonly string[]): Step =>
  texts.reduce<Step>((step, text) => say(step.state, text), { kind: 'not-understood', state: start() });
const lesson = (step: Step) => {
  const { assignment, date, start: from, end } = knownValues(COUPON_FORM, step.state, env);
  return { assignment, date, from, end };
};

const LEA = { assignment: 'a-lea', date: '2026-11-17', from: '14:00', end: '16:00' };

describe('one sentence', () => {
  test.each([
    'cours avec Léa hier de 14h à 16h',
    'hier 14h-16h avec Léa',
    'Léa, hier, 14 à 16h',
    'cours de 2h avec Léa hier à 14h',
    '2h avec Léa hier à 14h',
    "j'ai vu lea martin mardi de quatorze heures à seize heures",
    'lesson with Léa yesterday from 2pm to 4pm',
  ])('%s', (text) => {
    const step = say(start(), text);
    expect(lesson(step)).toEqual(LEA);
    expect(step.kind).toBe('read-back');
  });
});

test('whatever the order in which they are said, the lesson is the same', () => {
  const parts = [['avec Léa'], ['hier'], ['à partir de 14h'], ["jusqu'à 16h", '2 heures']] as const;
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat({ max: 1 }), (order, last) => {
      const texts = order.map((index) => parts[index]?.[index === 3 ? last : 0] ?? '');
      expect(lesson(sayAll(texts))).toEqual(LEA);
    }),
    { numRuns: 48 },
  );
});

describe('corrections', () => {
  const full = () => sayAll(['cours avec Léa hier de 14h à 16h']);

  test.each<[string, Partial<typeof LEA>]>([
    ["c'est pas Léa c'est Tom", { assignment: 'a-tom' }],
    ['non Tom', { assignment: 'a-tom' }],
    ['la famille Retour', { assignment: 'a-tom' }],
    ['plutôt lundi', { date: '2026-11-16' }],
    ['non, fini à 15h30', { end: '15:30' }],
    ['le début 13h', { from: '13:00' }],
    ['non de 10h à 11h', { from: '10:00', end: '11:00' }],
    ['non, 17h', { end: '17:00' }],
    ['non, 9h', { from: '09:00' }],
    ['en fait lundi de 9h à 10h', { date: '2026-11-16', from: '09:00', end: '10:00' }],
  ])('"%s" changes what it names and nothing else', (text, changed) => {
    expect(lesson(say(full().state, text))).toEqual({ ...LEA, ...changed });
  });

  test('an hour that may be either is asked, never guessed', () => {
    const step = say(full().state, 'non, 15h');
    expect(step).toMatchObject({ kind: 'ask', slot: 'role' });
    expect(lesson(step)).toEqual(LEA);
    expect(lesson(say(step.state, "c'est le début"))).toEqual({ ...LEA, from: '15:00' });
    expect(lesson(say(step.state, 'la fin'))).toEqual({ ...LEA, end: '15:00' });
  });

  test('any row of corrections leaves the other answers as they were', () => {
    const one = fc.constantFrom<[string, Partial<typeof LEA>]>(
      ["c'est pas Léa c'est Tom", { assignment: 'a-tom' }],
      ["c'est pas Tom c'est Léa", { assignment: 'a-lea' }],
      ['plutôt lundi', { date: '2026-11-16' }],
      ['non, fini à 17h', { end: '17:00' }],
      ['non, fini à 15h30', { end: '15:30' }],
      ['le début 13h', { from: '13:00' }],
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (made) => {
        let expected = LEA;
        let { state } = full();
        for (const [text, changed] of made) {
          expected = { ...expected, ...changed };
          state = say(state, text).state;
        }
        expect(lesson({ kind: 'not-understood', state })).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('rules that need no records', () => {
  test.each([
    ['cours avec Léa demain de 14h à 16h', 'date', 'in-future'],
    ["cours avec Léa aujourd'hui de 14h à 16h", 'date', 'in-future'],
    ['cours avec Léa ce matin de 9h à 11h', 'end', 'in-future'],
  ])('%s', (text, slot, code) => {
    expect(say(start(), text)).toMatchObject({
      kind: 'ask',
      slot,
      notes: [{ kind: 'refused', slot, reason: { code } }],
    });
  });

  test('a day that can be two is asked', () => {
    const step = say(start(), 'cours avec Léa mardi dernier de 14h à 16h');
    expect(step).toMatchObject({
      kind: 'ask',
      slot: 'date',
      state: { doubts: { date: ['2026-11-17', '2026-11-10'] } },
    });
  });

  test('a family called Retour is an answer where the family is asked, an order elsewhere', () => {
    const asked = say(start(), 'hier de 14h à 16h').state;
    expect(lesson(say(asked, 'Retour'))).toEqual({ ...LEA, assignment: 'a-tom' });
    expect(say(sayAll(['avec Léa', 'hier']).state, 'retour')).toMatchObject({ kind: 'ask', slot: 'date' });
  });
});
