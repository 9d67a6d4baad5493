import type { Decision } from '../knowledge/types';
import type { Choice, Reply, ReplyMeta } from './reply';
import type { Scene } from './scene';

/** A sentence or two, with what can be chosen next. */
export const say = (
  text: string,
  choices: readonly Choice[] = [],
  meta: ReplyMeta = { decision: 'service' },
): Reply => ({
  kind: 'text',
  text,
  choices,
  meta,
});

/** Meta of a reply that is neither an answer nor part of a form. */
export const metaFor = (decision: Decision, topic?: string, confidence?: number): ReplyMeta => ({
  decision,
  topic,
  confidence,
});

/** The button that is on every answer: a person is always one step away. */
export const humanChoice = (scene: Pick<Scene, 'words'>): Choice => ({
  label: scene.words.common.human,
  action: { type: 'talk-to-someone' },
});

/** A topic's title as people read it, without what topics.tsv says of it in brackets. */
export function topicTitle(scene: Pick<Scene, 'knowledge' | 'locale'>, topicId: string): string {
  const topic = scene.knowledge.topic(topicId);
  if (topic === null) return topicId;
  // The catalogue of topics is French; an English article has a title of its own.
  const inEnglish = scene.locale === 'en' ? scene.knowledge.answer(topicId, 'en', {}) : null;
  const title = inEnglish?.title ?? (scene.locale === 'en' ? topic.titleEn : topic.titleFr);
  return title.replace(/\s*\([^()]*\)\s*$/, '');
}

/** Whether a topic is one of this desk's, not a service label or another desk's. */
export const isOwnTopic = (scene: Scene, topicId: string): boolean =>
  scene.knowledge.topic(topicId)?.desk === scene.turn.desk;

/** Whether a message asks for this topic along with others: each is then answered in its turn, the form offered with its topic. */
export function isOneOfSeveral(scene: Scene, topicId: string): boolean {
  const own = scene.understanding().intents.filter((id) => isOwnTopic(scene, id));
  return own.length > 1 && own.includes(topicId);
}

/** A button that shows a topic. */
export const topicChoice = (scene: Scene, topicId: string): Choice => ({
  label: topicTitle(scene, topicId),
  action: { type: 'show-topic', topicId },
});

/** Says that the turn's files are kept. */
export const filesReceived = ({ turn, words }: Scene): string =>
  words.input.fileReceived(turn.attachments.map(({ name }) => words.input.quoted(name)).join(', '));

/** The requests that a desk hears most, as buttons: for a first hello and for those who were not understood twice. */
export function mainChoices(scene: Scene): readonly Choice[] {
  const { words, turn } = scene;
  const forms: readonly Choice[] =
    turn.desk === 'abc'
      ? [
          { label: words.common.enterCoupon, action: { type: 'start-form', form: 'coupon' } },
          { label: words.common.bookAppointment, action: { type: 'start-form', form: 'appointment' } },
        ]
      : [];
  const topics = MAIN_TOPICS[turn.desk]
    .filter((id) => scene.knowledge.topic(id) !== null)
    .map((id) => topicChoice(scene, id));
  return [...forms, ...topics, humanChoice(scene)];
}

const MAIN_TOPICS: Readonly<Record<Scene['turn']['desk'], readonly string[]>> = {
  abc: ['abc.pay-missing'],
  ogestion: ['ogestion.payments', 'ogestion.funding-agreements', 'ogestion.access'],
  'oc-mentor': ['oc-mentor.payment-late', 'oc-mentor.student-absent', 'oc-mentor.session-planning'],
  'oc-coach': ['oc-coach.payment-late', 'oc-coach.student-absent', 'oc-coach.session-planning'],
};
