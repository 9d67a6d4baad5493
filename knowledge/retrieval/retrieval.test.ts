import * as fc from 'fast-check';
import { auroc, calibrationError, evaluationOf, percentile } from '../evaluation/metrics';
import type { Judged } from '../evaluation/metrics';
import { chooserExamples } from './desk-chooser';
import type { Example } from './examples';
import { classShares, logistic, logit } from './confidence';
import { fitLogistic, minimise } from './fit';
import { FeatureTable, hashString } from './hashing';
import { linearScores, runNow, trainLinear } from './linear-svm';
import { indexRows, nearestByClass } from './neighbours';
import type { SparseVector } from './vectors';

const vector = (entries: Readonly<Record<number, number>>): SparseVector => {
  const ids = Object.keys(entries).map(Number);
  return { ids: Int32Array.from(ids), values: Float32Array.from(ids, (id) => entries[id] ?? 0) };
};

describe('feature table', () => {
  test('every hash has its own number, and no other hash has one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 500 }),
        (hashes) => {
          const table = FeatureTable.of(Int32Array.from(hashes));
          hashes.forEach((hash, index) => expect(table.idOf(hash)).toBe(index));
          expect(table.idOf(hashString('not among them', 7))).toBe(
            hashes.indexOf(hashString('not among them', 7)),
          );
        },
      ),
    );
  });
});

describe('linear classifier', () => {
  const rows = [
    vector({ 0: 1 }),
    vector({ 0: 1, 2: 0.5 }),
    vector({ 1: 1 }),
    vector({ 1: 1, 2: 0.5 }),
    vector({ 3: 1 }),
  ];
  const labels = Int32Array.from([0, 0, 1, 1, -1]);
  const model = runNow(trainLinear(rows, labels, 2, 4));

  test('tells classes apart', () => {
    const [a = 0, b = 0] = linearScores(model, vector({ 0: 1 }));
    expect(a).toBeGreaterThan(b);
    const [c = 0, d = 0] = linearScores(model, vector({ 1: 1 }));
    expect(d).toBeGreaterThan(c);
  });

  test('gives a row of no class to none', () => {
    for (const score of linearScores(model, vector({ 3: 1 }))) expect(score).toBeLessThan(0);
  });

  test('is the same every time', () => {
    expect(runNow(trainLinear(rows, labels, 2, 4)).weights).toEqual(model.weights);
  });

  test('stands no rows, no classes and empty vectors', () => {
    expect(linearScores(runNow(trainLinear([], new Int32Array(), 2, 0)), vector({}))).toHaveLength(2);
    expect(linearScores(runNow(trainLinear([vector({})], Int32Array.of(0), 1, 0)), vector({}))).toHaveLength(
      1,
    );
  });
});

describe('the choice between desks', () => {
  const own = (desk: string, role: string): readonly Example[] => [
    ...Array.from({ length: 12 }, (_, i) => ({
      text: `je suis ${role} ${i}`,
      topicId: `${desk}.pause`,
      weight: 1,
    })),
    { text: `une pause ${desk}`, topicId: `${desk}.pause`, weight: 1 },
  ];
  const borrowed = (from: readonly Example[], desk: string): readonly Example[] =>
    from.map(({ text }) => ({ text, topicId: `${desk}.pause`, weight: 0.6, borrowed: true as const }));
  const mentors = own('a', 'mentor');
  const coaches = own('b', 'coach');
  const sets = [
    { desk: 'a', classes: ['a.pause', 'thanks'], examples: [...mentors, ...borrowed(coaches, 'a')] },
    { desk: 'b', classes: ['b.pause', 'thanks'], examples: [...coaches, ...borrowed(mentors, 'b')] },
  ];

  test('what any desk may be asked stands for each, what names a role for its own only', () => {
    const desksOf = (wanted: string): readonly string[] =>
      chooserExamples(sets).examples.flatMap(({ text, topicId }) => (text === wanted ? [topicId] : []));
    expect(desksOf('une pause a')).toEqual(['a', 'b']);
    expect(desksOf('je suis mentor 3')).toEqual(['a']);
    expect(desksOf('je suis coach 3')).toEqual(['b']);
  });

  test('what belongs to every desk is left out', () => {
    const thanks = { text: 'merci', topicId: 'thanks', weight: 1 };
    const [first, second] = sets.map((set) => ({ ...set, examples: [...set.examples, thanks] }));
    const { examples } = chooserExamples(first && second ? [first, second] : []);
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.some(({ text }) => text === 'merci')).toBe(false);
  });
});

test('the nearest phrase of each class is found, foreign ones apart', () => {
  const index = indexRows(
    [vector({ 0: 1 }), vector({ 0: 1, 1: 1 }), vector({ 1: 2 })],
    Int32Array.from([0, 1, -1]),
    2,
    2,
  );
  const nearest = nearestByClass(index, vector({ 0: 3 }));
  expect(nearest.byClass[0]).toBeCloseTo(1);
  expect(nearest.byClass[1]).toBeCloseTo(Math.SQRT1_2);
  expect([...nearest.rowByClass]).toEqual([0, 1]);
  expect(nearest.foreign).toBe(0);
});

describe('fitting', () => {
  test('logistic regression finds the rate of each group', () => {
    const rows = [
      ...Array.from({ length: 100 }, (_, i) => ({ x: [1, 0], y: i < 20 ? 1 : 0, weight: 1 })),
      ...Array.from({ length: 100 }, (_, i) => ({ x: [1, 1], y: i < 90 ? 1 : 0, weight: 1 })),
    ];
    const [constant = 0, slope = 0] = fitLogistic(rows, 0.01);
    expect(logistic(constant)).toBeCloseTo(0.2, 2);
    expect(logistic(constant + slope)).toBeCloseTo(0.9, 2);
  });

  test('stays finite where the groups are apart', () => {
    const rows = [-2, -1, 1, 2].map((x) => ({ x: [1, x], y: x > 0 ? 1 : 0, weight: 1 }));
    for (const weight of fitLogistic(rows)) expect(Number.isFinite(weight)).toBe(true);
  });

  test('the lowest point is found', () => expect(minimise((x) => (x - 3) ** 2, 0, 10)).toBeCloseTo(3, 4));

  test('shares add up to one and keep the order of the scores', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (scores) => {
          const shares = classShares(Float64Array.from(scores), 4);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
          scores.forEach((a, i) =>
            scores.forEach((b, j) => expect(a < b && (shares[i] ?? 0) > (shares[j] ?? 0)).toBe(false)),
          );
        },
      ),
    );
    expect(logistic(logit(0.3))).toBeCloseTo(0.3);
  });
});

describe('figures', () => {
  const judged = (over: Partial<Judged>): Judged => ({
    expected: 'a',
    isForeign: false,
    desk: 'd',
    style: 'clean',
    decision: 'answer',
    topics: [{ id: 'a', confidence: 0.9 }],
    scope: 0.9,
    ms: 1,
    ...over,
  });

  test('AUROC is the chance that an own message scores higher', () => {
    expect(auroc([0.9, 0.8], [0.1])).toBe(1);
    expect(auroc([0.1], [0.9])).toBe(0);
    expect(auroc([0.5], [0.5])).toBe(0.5);
    expect(auroc([], [1])).toBeNull();
  });

  test('a confidence of 0.9 that is right nine times in ten has no error', () => {
    const items = Array.from({ length: 10 }, (_, index) => judged(index === 0 ? { expected: 'b' } : {}));
    expect(calibrationError(items)).toBeCloseTo(0);
    expect(calibrationError([judged({ expected: 'b' })])).toBeCloseTo(0.9);
  });

  test('shares are counted by style and desk, foreign messages apart', () => {
    const figures = evaluationOf(
      [
        judged({}),
        judged({
          expected: 'b',
          topics: [
            { id: 'a', confidence: 0.5 },
            { id: 'b', confidence: 0.3 },
          ],
          decision: 'clarify',
          style: 'sms',
        }),
        judged({ expected: 'out-of-scope', isForeign: true, decision: 'reject', scope: 0.1 }),
      ],
      12.4,
    );
    expect(figures).toMatchObject({
      n: 2,
      top1: 0.5,
      top3: 1,
      byStyle: { clean: { n: 1, top1: 1 }, sms: { n: 1, top1: 0, top3: 1 } },
      byDesk: { d: { n: 2 } },
      outOfScope: { n: 1, rejected: 1, clarified: 0, answered: 0, auroc: 1 },
      decisions: { answered: 0.5, clarified: 0.5, rightWhenAnswered: 1, solved: 1 },
      trainMs: 12,
    });
  });

  test('a message that two topics answer is right with either', () => {
    const item = judged({ expected: 'b', also: ['a'] });
    expect(evaluationOf([item], 0)).toMatchObject({ top1: 1, top3: 1, decisions: { rightWhenAnswered: 1 } });
    expect(evaluationOf([judged({ expected: 'b', also: ['c'] })], 0)).toMatchObject({ top1: 0 });
  });

  test('one request taken for several is counted by style, where it was looked for', () => {
    const { several } = evaluationOf(
      [judged({ requests: 1 }), judged({ requests: 2 }), judged({ requests: 1, style: 'sms' }), judged({})],
      0,
    );
    expect(several.falselyFound).toEqual({ all: 0.3333, clean: 0.5, sms: 0 });
    expect(evaluationOf([judged({})], 0).several.falselyFound).toEqual({ all: null });
  });

  test('a percentile of nothing is unknown', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
  });
});
