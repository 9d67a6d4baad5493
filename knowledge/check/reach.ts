import { ANY_DESK, fileStem, OUT_OF_SCOPE } from '../content/catalogue';
import type { Content } from '../content/content';
import type { ContentFault } from '../content/faults';
import type { HeldOut } from '../retrieval/calibrate';
import type { JudgedPhrase } from '../retrieval/cross-fit';

/** Of a topic's own phrases, each judged by a model that had not seen it, this share must find the topic among the first three. */
const WANTED_SHARE = 0.4;
const FEWEST = 10;

const isFound = ({ signals, label }: HeldOut): boolean => {
  const score = signals.scores[label] ?? Number.NEGATIVE_INFINITY;
  return [...signals.scores].filter((each) => each > score).length < 3;
};

/** Topics that their own phrases do not reach: their phrases are of another topic's, or too unlike each other. */
export function reachFaults(content: Content, judged: readonly JudgedPhrase[]): readonly ContentFault[] {
  return content.catalogue.topics
    .filter(({ id }) => id !== OUT_OF_SCOPE)
    .flatMap((topic) => {
      const own = judged.filter(
        ({ topicId, desk }) => topicId === topic.id && (desk === topic.desk || topic.desk === ANY_DESK),
      );
      if (own.length < FEWEST) return [];
      const share = own.filter(isFound).length / own.length;
      if (share >= WANTED_SHARE) return [];
      const file = `phrases/${topic.desk}/${fileStem(topic)}.txt`;
      const message = `its phrases do not reach ${topic.id}: learned without them, only ${Math.round(share * 100)}% find it among the first three`;
      return [{ file, line: 0, message }];
    });
}
