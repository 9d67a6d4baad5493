import { asksHow, asksSomething } from '../answer/question';
import type { FormStack } from '../form/bridge';
import { saidTime } from '../form/said-time';
import { openForm } from '../forms';
import { humanChoice, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { fold } from '../text/fold';

const TOPIC = 'abc.coupon-entry';
/** Another topic is meant from this confidence on, even when the words tell of a lesson. */
const OTHER_TOPIC_CONFIDENCE = 0.8;

const ORDERS_ENTRY =
  /\b(?:saisi\w*|enregistr\w*|declar\w*|rentrer|entrer|ajouter|noter|valider|mettre|remplir|faire|log|enter|record|add)\b.*\b(?:coupons?|cours|heures?|lecons?|seances?|lessons?)\b/;
const TELLS_LESSON =
  /\b(?:cours|lecon|seance|coupon|lesson|class)\b|\b(?:j ai|jai|on a) (?:fait|donne|eu|travaille)\b|\b\w+ (?:hier|avant hier|ce matin)\b/;
const TELLS_TROUBLE =
  /\b(?:pay\w*|salaire|virement|recu|manqu\w*|erreur|tromp\w*|supprim\w*|modifi\w*|corrig\w*|chang\w*|annul\w*|absent\w*|impossible|arrive pas|marche pas|bloqu\w*|refus\w*|oubli\w*|retard|bilan|renouvel\w*|rdv|rendez vous)\b/;

/** Whether a message gives a lesson to be entered, or asks to enter one, rather than asking how that is done. */
export async function opensCoupon(scene: Scene): Promise<boolean> {
  const { turn } = scene;
  if (turn.desk !== 'abc' || turn.text === '') return false;
  const folded = fold(turn.text);
  if (asksHow(turn.text)) return false;
  const understood = scene.understanding();
  const top = understood.topics[0];
  const isTopic = top?.id === TOPIC && understood.decision !== 'reject';
  const elsewhere =
    understood.decision === 'answer' &&
    top !== undefined &&
    top.id !== TOPIC &&
    top.confidence >= OTHER_TOPIC_CONFIDENCE;
  if (isTopic && ORDERS_ENTRY.test(folded) && !TELLS_TROUBLE.test(folded)) return true;
  if (elsewhere || asksSomething(turn.text) || TELLS_TROUBLE.test(folded)) return false;
  return (isTopic || TELLS_LESSON.test(folded)) && tellsLesson(scene);
}

/** A past time, and a lesson or one of her pupils. */
async function tellsLesson(scene: Scene): Promise<boolean> {
  const said = saidTime(scene.turn.text, timeEnv(scene), 'past');
  if (said === null || said.unsure || (said.start === null && said.days.length === 0)) return false;
  const assignments = await scene.records.assignments();
  const named = scene.knowledge.matchNames(scene.turn.text, assignments, ({ pupil, family }) => [
    pupil,
    family,
  ]);
  return (
    named.length > 0 ||
    (said.start !== null && /\b(?:cours|lecon|seance|coupon|lesson)\b/.test(fold(scene.turn.text)))
  );
}

const timeEnv = (scene: Scene) => ({
  now: scene.turn.now,
  zone: scene.zone,
  readTimes: scene.knowledge.readTimes.bind(scene.knowledge),
  matchNames: scene.knowledge.matchNames.bind(scene.knowledge),
});

/** Opens the coupon form; says why not where nothing can be entered. */
export async function openCouponForm(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  text?: string,
): Promise<Outcome> {
  const { turn, words } = scene;
  if (turn.desk !== 'abc' || turn.person === null) {
    return {
      state,
      replies: [say(words.coupon.notSignedIn, [humanChoice(scene)], metaFor('answer', TOPIC))],
    };
  }
  const running = (await scene.records.assignments()).filter(({ endedAt }) => endedAt === null);
  if (running.length === 0) {
    return {
      state,
      replies: [say(words.coupon.noAssignment, [humanChoice(scene)], metaFor('answer', TOPIC))],
    };
  }
  return openForm(forms, scene, state, 'coupon', { text });
}
