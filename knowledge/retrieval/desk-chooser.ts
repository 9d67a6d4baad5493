import { ANY_DESK } from '../content/catalogue';
import { fold } from '../text/fold';
import type { TrainOptions } from './desk-model';
import type { DeskExamples, Example } from './examples';

/**
 * How the choice between desks is learned: by words, for characters add nothing there and are most of the work; and no desk is likelier
 * for having more phrases.
 */
export const CHOOSER: TrainOptions = { neighbours: false, balanced: true, groupWeights: [1, 0, 1] };

/** A word tells of a desk when it stands in so many of its phrases, and so much rarer in those of another on the same topics. */
const FEWEST_PHRASES = 10;
const TIMES_AS_OFTEN = 15;

const wordsIn = (text: string): ReadonlySet<string> => new Set(fold(text).match(/[a-z0-9]+/g));

function countWords(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The phrases that a desk borrowed and that its own people might have written. Who says "mentor" is no coach: phrases with a word that
 * tells of the lender are left out.
 */
function genericOf({ examples }: DeskExamples, lent: ReadonlySet<string>): readonly Example[] {
  const borrowed = examples.filter((example) => example.borrowed);
  const own = examples.filter((example) => !example.borrowed && lent.has(example.text));
  const theirs = countWords(borrowed.map(({ text }) => text));
  const ours = countWords(own.map(({ text }) => text));
  const tells = (word: string): boolean => {
    const count = theirs.get(word) ?? 0;
    if (count < FEWEST_PHRASES) return false;
    const expected = (((ours.get(word) ?? 0) + 0.5) * borrowed.length) / Math.max(1, own.length);
    return count >= TIMES_AS_OFTEN * expected;
  };
  return borrowed
    .filter(({ text }) => ![...wordsIn(text)].some(tells))
    .map((example) => ({ ...example, weight: 1 }));
}

/**
 * The phrases of every desk with the desk as their class. What belongs to every desk tells nothing and is left out; what two desks may be
 * asked in the same words stands for both, so that it is no guess which of them is meant.
 */
export function chooserExamples(sets: readonly DeskExamples[]): DeskExamples {
  const owners = new Map<string, number>();
  for (const { classes } of sets) for (const id of classes) owners.set(id, (owners.get(id) ?? 0) + 1);
  const lent = new Set(
    sets.flatMap(({ examples }) => examples.flatMap(({ text, borrowed }) => (borrowed ? [text] : []))),
  );
  const examples = sets.flatMap((set) => {
    const own = set.examples.filter(
      ({ topicId, borrowed }) =>
        !borrowed && set.classes.includes(topicId) && (sets.length === 1 || owners.get(topicId) === 1),
    );
    return [...own, ...genericOf(set, lent)].map(({ text, weight }) => ({ text, weight, topicId: set.desk }));
  });
  return { desk: ANY_DESK, classes: sets.map(({ desk }) => desk), examples };
}
