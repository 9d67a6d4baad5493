import * as fc from 'fast-check';
import { createKnowledge } from './create';
import { Analyser } from './retrieval/analyse';
import type { Verdict } from './retrieval/intents';
import { intentsOf, MOST_JUDGED } from './retrieval/intents';
import { commonestOf, indexRows, MOST_COMPARED } from './retrieval/neighbours';
import { clausesOf, MAX_CLAUSES } from './text/clauses';
import { NO_DICTIONARIES } from './text/dictionaries';
import { MOST_WORDS, wordsOf } from './text/words';
import { FIXTURE } from './testing/fixture';

// No text may make a message slow. What is counted here is work, not time: bench/understand.mjs measures the time.

const LENGTH = 20000;
const FRAGMENTS = [
  'a',
  'é',
  "l'",
  "jusqu'aujourd'hui ",
  '7',
  '06 12 34 56 78 ',
  '🙂',
  '👨‍👩‍👧',
  '?!',
  ', ',
  '. ',
  '\n',
  ' et aussi comment ',
  'je suis coach, ',
  'Mon étudiant est absent. ',
  'Comment changer mon IBAN ? ',
  'lundi 14h30 ',
  'Léa Dupont et Karim ',
  'aяあأ한',
  'w1 w2 w3 ',
  'a@b ',
  'https://',
  'rdv svp ',
  '\uFDFA',
  'e\u0301\u0301\u0301',
  '\ud800',
  '\u0000\u200b',
];

/** Texts of up to 20,000 letters: a few fragments, in a row again and again. */
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('') || 'a')
  .map((unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH));

describe('a text of 20,000 letters, whatever they are', () => {
  test('gives a bounded number of bounded words', () => {
    const abbreviations = new Map([['rdv', ['rendez', 'vous']]]);
    fc.assert(
      fc.property(hostileText, (text) => {
        const words = wordsOf(text, abbreviations);
        expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
        for (const word of words) expect(word.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('gives a bounded number of features', () => {
    const analyser = new Analyser(NO_DICTIONARIES);
    fc.assert(
      fc.property(hostileText, (text) => {
        const features = analyser.analyse(text).blocks.reduce((sum, block) => sum + block.length, 0);
        expect(features).toBeLessThan(30000);
      }),
    );
  });

  test('is cut into few clauses, and few parts of it are judged', () => {
    const topics = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, confidence: 0.5 }));
    fc.assert(
      fc.property(hostileText, fc.infiniteStream(fc.nat(4)), (text, picks) => {
        expect(clausesOf(text).length).toBeLessThanOrEqual(MAX_CLAUSES);
        let judged = 0;
        const verdict = (): Verdict => {
          judged += 1;
          const first = picks.next().value ?? 0;
          const others = topics.filter((_, index) => index !== first);
          const best = { id: topics[first]?.id ?? 'a', confidence: 0.99 };
          return { decision: 'answer', words: 5, topics: [best, ...others] };
        };
        intentsOf(text, verdict(), (part) => {
          expect(part.length).toBeLessThanOrEqual(1200);
          return verdict();
        });
        expect(judged).toBeLessThanOrEqual(MOST_JUDGED);
      }),
    );
  });

  test('is understood all the same', () => {
    const knowledge = createKnowledge({ dir: FIXTURE });
    fc.assert(
      fc.property(hostileText, (text) => {
        const { decision, topics } = knowledge.understand(text);
        expect(['answer', 'clarify', 'reject', 'service']).toContain(decision);
        for (const { confidence } of topics) expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

test('a message is compared with a bounded number of phrases, however many features it has', () => {
  const rows = Array.from({ length: 400 }, (_, row) => {
    const ids = Int32Array.from({ length: 200 }, (__, place) => (row * 7 + place * 3) % 1000);
    return { ids, values: new Float32Array(200).fill(1) };
  });
  const index = indexRows(rows, new Int32Array(400), 1, 1000);
  const sizeOf = (id: number): number => (index.starts[id + 1] ?? 0) - (index.starts[id] ?? 0);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 1000 }), (ids) => {
      const vector = { ids: Int32Array.from(ids), values: new Float32Array(ids.length).fill(1) };
      const commonest = commonestOf(index, vector);
      const compared = ids.reduce((sum, id) => sum + (sizeOf(id) <= commonest ? sizeOf(id) : 0), 0);
      expect(compared).toBeLessThanOrEqual(MOST_COMPARED);
    }),
  );
});
