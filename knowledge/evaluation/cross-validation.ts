import type { Content } from '../content/content';
import { ANY_DESK, OUT_OF_SCOPE } from '../content/catalogue';
import { fitCalibration } from '../retrieval/calibrate';
import type { Calibration } from '../retrieval/confidence';
import { confidences } from '../retrieval/confidence';
import type { JudgedPhrase } from '../retrieval/cross-fit';
import { hashString } from '../retrieval/hashing';
import { decide, rankClasses } from '../retrieval/router';
import type { DeskExamples } from '../retrieval/examples';
import type { Judged } from './metrics';

const halfOf = (text: string): 0 | 1 => ((hashString(text, 0x5bd1e995) >>> 11) & 1) as 0 | 1;

function judge(
  phrase: JudgedPhrase,
  classes: readonly string[],
  calibration: Calibration,
  style: string | null,
): Judged {
  const { scope, byClass } = confidences(phrase.signals, calibration);
  const topics = rankClasses(classes, byClass);
  return {
    expected: phrase.topicId,
    isForeign: phrase.topicId === OUT_OF_SCOPE,
    desk: phrase.desk,
    style,
    decision: decide(topics, scope, calibration),
    topics,
    scope,
    ms: 0,
  };
}

/**
 * Every phrase of the desks as a model judges it that had not seen it, with a confidence fitted on the other half of the phrases. It says
 * how the phrases hold together; phrases of one writer are alike, so messages of other people fare worse.
 */
export function crossValidated(
  content: Content,
  sets: readonly DeskExamples[],
  phrases: readonly JudgedPhrase[],
): readonly Judged[] {
  const styles = new Map(
    content.phrases.phrases.map(({ topicId, text, style }) => [`${topicId}\t${text}`, style]),
  );
  const classes = new Map(sets.map((set) => [set.desk, set.classes]));
  const serviceDesk = sets[0]?.desk;
  const halves = [0, 1].map((half) => phrases.filter(({ text }) => halfOf(text) === half));
  return halves.flatMap((half, index) => {
    const calibration = fitCalibration(halves[1 - index] ?? []);
    return half
      .filter(({ topicId, desk }) => isCounted(content, topicId, desk, serviceDesk))
      .map((phrase) =>
        judge(
          phrase,
          classes.get(phrase.desk) ?? [],
          calibration,
          styles.get(`${phrase.topicId}\t${phrase.text}`) ?? null,
        ),
      );
  });
}

/** Service labels stand on every desk; they are counted once, foreign messages on each. */
function isCounted(
  content: Content,
  topicId: string,
  desk: string,
  serviceDesk: string | undefined,
): boolean {
  const topic = content.catalogue.topics.find(({ id }) => id === topicId);
  return topicId === OUT_OF_SCOPE || topic?.desk !== ANY_DESK || desk === serviceDesk;
}
