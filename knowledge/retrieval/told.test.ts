import fc from 'fast-check';
import { AS_IT_IS } from './confidence';
import { fitTold, type Heard, toldConfidence, toldTopics } from './told';

const heard = (confidence: number, right: number, wrong: number): readonly Heard[] => [
  ...Array.from({ length: right }, () => ({ confidence, right: true, isForeign: false })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false, isForeign: false })),
];

describe('The confidence that is told', () => {
  it('is what was right among messages of other writers', () => {
    const told = fitTold([...heard(0.3, 30, 70), ...heard(0.6, 80, 20), ...heard(0.85, 97, 3)]);
    expect(toldConfidence(0.6, told)).toBeCloseTo(0.8, 1);
    expect(toldConfidence(0.85, told)).toBeGreaterThan(0.93);
    expect(toldConfidence(0.3, told)).toBeCloseTo(0.33, 1);
  });

  it('is as it is where too few were heard', () => expect(fitTold(heard(0.5, 10, 10))).toEqual(AS_IT_IS));

  it('counts foreign messages as the share in which they come', () => {
    const own = heard(0.9, 170, 0);
    const foreign = Array.from({ length: 10 }, () => ({ confidence: 0.9, right: false, isForeign: true }));
    expect(toldConfidence(0.9, fitTold([...own, ...foreign]))).toBeCloseTo(0.85, 1);
  });

  it('never changes the order of topics, nor leaves 0 to 1', () => {
    const topics = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
      .map((values) =>
        [...values].sort((a, b) => b - a).map((confidence, index) => ({ id: `t${index}`, confidence })),
      );
    const told = fc.tuple(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(topics, told, (ranked, numbers) => {
        const after = toldTopics(ranked, numbers).map(({ confidence }) => confidence);
        expect(after.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(after).toEqual([...after].sort((a, b) => b - a));
      }),
    );
  });
});
