import fc from 'fast-check';
import type { Coupon } from '../../data/coupons/types';
import type { Assignment } from '../../data/people/types';
import { matchNames } from '../../knowledge/entities/match-names';
import { readTimes } from '../../knowledge/time/read';
import { advance } from '../form/advance';
import { knownValues } from '../form/settle';
import { newFormState } from '../form/state';
import type { FormState, Step } from '../form/types';
import { requestSpec, type RequestEnv } from './form';

const NOW = new Date('2026-11-18T09:00:00Z');
const assignment = (id: string, pupil: string, family: string): RequestEnv['assignments'][number] => ({
  record: { id, pupil, family } as Assignment,
  label: `${pupil} (${family})`,
  names: [pupil, family, `${pupil} ${family}`],
});
const coupon = (id: string, assignmentId: string, from: string): RequestEnv['coupons'][number] => ({
  record: {
    id,
    reference: `C-2611-000${id}`,
    assignmentId,
    personId: 'p',
    startsAt: new Date(from),
    endsAt: new Date(new Date(from).getTime() + 3_600_000),
    status: 'saved',
    late: false,
    createdAt: NOW,
    rejection: null,
  } satisfies Coupon,
  pupil: assignmentId,
  family: '',
});

const env = (words = ''): RequestEnv => ({
  now: NOW,
  zone: 'Europe/Paris',
  readTimes,
  matchNames: (text, candidates, nameOf) => matchNames(text, candidates, nameOf, () => false),
  about: 'wrong',
  words,
  assignments: [assignment('lea', 'Léa', 'Martin'), assignment('tom', 'Tom', 'Retour')],
  coupons: [
    coupon('4', 'tom', '2026-11-17T17:00:00Z'),
    coupon('3', 'lea', '2026-11-17T13:00:00Z'),
    coupon('2', 'lea', '2026-11-14T16:00:00Z'),
    coupon('1', 'tom', '2026-11-10T16:00:00Z'),
  ],
});

const start = (): FormState => newFormState({ id: 'coupon-request', version: 1 }, { now: NOW });
const open = (text: string): Step => {
  const e = env(text);
  return advance(requestSpec(e), start(), { kind: 'text', text }, e);
};

describe('which coupon is meant', () => {
  test.each([
    ['je me suis trompée sur le coupon de samedi', '2'],
    ["le coupon de Tom d'hier est faux", '4'],
    ['coupon de Léa du 17 novembre, mauvaise heure', '3'],
    ["j'ai une erreur sur le coupon c-2611-0001", '1'],
  ])('%s', (text, id) => {
    const step = open(text);
    expect(step.state.values['coupon']).toBe(id);
    expect(step).toMatchObject({ kind: 'ask', slot: 'wish' });
  });

  test.each([
    ["le coupon d'hier est faux", ['4', '3']],
    ['je me suis trompée sur un coupon de Léa', ['3', '2']],
  ])('%s: two fit, both are offered', (text, ids) => {
    expect(open(text)).toMatchObject({ kind: 'ask', slot: 'coupon', state: { doubts: { coupon: ids } } });
  });

  test('a day without a coupon is said to have none', () => {
    expect(open('erreur sur le coupon du 12 novembre')).toMatchObject({
      kind: 'ask',
      slot: 'coupon',
      notes: [{ kind: 'refused', reason: { code: 'no-coupon-on', date: '2026-11-12' } }],
    });
  });

  test('nothing said of it: asked', () => {
    expect(open("je me suis trompée d'heure sur un coupon")).toMatchObject({ kind: 'ask', slot: 'coupon' });
  });
});

test('what she said at once is not asked again; the order of her answers does not matter', () => {
  const known = 'coupon de samedi : mis 15h au lieu de 14h';
  expect(open(known)).toMatchObject({ kind: 'read-back', state: { readBack: { coupon: '2', wish: known } } });
  fc.assert(
    fc.property(fc.boolean(), (couponFirst) => {
      const e = env('une erreur');
      const spec = requestSpec(e);
      const said = couponFirst
        ? [{ slot: 'coupon', value: '2' } as const, { slot: 'wish', value: 'à supprimer' } as const]
        : [{ slot: 'wish', value: 'à supprimer' } as const, { slot: 'coupon', value: '2' } as const];
      const last = said.reduce<Step>(
        (step, choice) => advance(spec, step.state, { kind: 'choose', ...choice }, e),
        { kind: 'not-understood', state: start() },
      );
      expect(last.kind).toBe('read-back');
      expect(knownValues(spec, last.state, e)).toMatchObject({ coupon: '2', wish: 'à supprimer' });
    }),
  );
});
