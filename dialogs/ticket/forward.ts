import { collectFacts, sourceOf } from '../answer/facts';
import type { Choice } from '../reply';
import { humanChoice, isOwnTopic, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { clip } from '../text/fold';

/** Who really answers what was brought to the wrong door. */
type Door = 'student-support' | 'provigis' | 'referent';

const DOORS: Readonly<Record<string, Door>> = {
  'oc-mentor.student-admin-question': 'student-support',
  'oc-coach.student-admin-question': 'student-support',
  'oc-mentor.legal-docs': 'provigis',
  'oc-mentor.consultant': 'referent',
  'oc-coach.consultant': 'referent',
};

/** Characters of her words in a text that she copies. */
const WORDS_LENGTH = 1000;

/** The button under an answer that sends her elsewhere; null where this is the right door. */
export const forwardChoice = (scene: Scene, topicId: string): Choice | null =>
  DOORS[topicId] === undefined
    ? null
    : {
        label: scene.words.forward.button,
        action: { type: 'choose', value: `forward:${topicId}` },
      };

/** A text ready to copy: what she told us, who it is about, and nothing that nobody said (facts M017-M020, C009-C011, M076, M148, C064). */
export async function forwardText(scene: Scene, topicId: string): Promise<Outcome> {
  const { state, words, turn } = scene;
  const door = DOORS[topicId];
  if (door === undefined || !isOwnTopic(scene, topicId)) {
    return { state, replies: [say(words.form.invalidChoice, [humanChoice(scene)])] };
  }
  const facts = await collectFacts(sourceOf(scene), state.query);
  const about = state.query === '' ? '' : words.forward.words(clip(state.query, WORDS_LENGTH));
  const name = turn.person?.displayName ?? '';
  const text = {
    'student-support': () => words.forward.toStudent(firstName(facts['student.name']), about, team(scene)),
    provigis: () => words.forward.toProvigis(about, name),
    referent: () => words.forward.toReferent(about, name),
  }[door]();
  return {
    state,
    replies: [say(words.forward.intro, [], metaFor('answer', topicId)), say(text, [humanChoice(scene)])],
  };
}

const firstName = (name: unknown): string => (typeof name === 'string' ? (name.split(' ')[0] ?? '') : '');

const team = ({ turn, words }: Scene): string =>
  turn.desk === 'oc-coach' ? words.forward.coaching : words.forward.mentoring;
