import { asksHow, asksSomething } from '../answer/question';
import type { FormStack } from '../form/bridge';
import { saidTime } from '../form/said-time';
import { openForm } from '../forms';
import { humanChoice, isOneOfSeveral, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { fold } from '../text/fold';
import { joinedClocks } from './lesson';

const TOPIC = 'abc.coupon-entry';
/** Another topic is meant from this confidence on, even when the words tell of a lesson. */
const OTHER_TOPIC_CONFIDENCE = 0.94;

const ORDERS_ENTRY =
  /\b(?:saisi\w*|enregistr\w*|declar\w*|rentrer|entrer|ajouter|noter|valider|mettre|remplir|faire|log|enter|record|add)\b.*\b(?:coupons?|cours|heures?|lecons?|seances?|lessons?)\b/;
const TELLS_LESSON =
  /\b(?:cours|lecon|seance|coupon|lesson|class)\b|\b(?:j ai|jai|on a) (?:fait|donne|eu|travaille)\b|\b\w+ (?:hier|avant hier|ce matin)\b/;
const LESSON = /\b(?:cours|lecon|seance|coupon|lesson)\b/;
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
  if (TELLS_TROUBLE.test(folded) || isOneOfSeveral(scene, TOPIC)) return false;
  if (isTopic && ORDERS_ENTRY.test(folded)) return true;
  if (asksSomething(turn.text)) return false;
  const lesson = await lessonTold(scene);
  // One of her pupils, at an hour that is past: that is a lesson, whatever topic the words resemble.
  if (lesson.pupil && lesson.clock) return true;
  const elsewhere =
    understood.decision === 'answer' &&
    top !== undefined &&
    !isTopic &&
    top.confidence >= OTHER_TOPIC_CONFIDENCE;
  if (elsewhere || !(isTopic || TELLS_LESSON.test(folded))) return false;
  return (lesson.pupil && (lesson.day || isTopic)) || (lesson.clock && LESSON.test(folded));
}

/** What of a lesson a message tells: one of her pupils, a day, a clock time. */
async function lessonTold(scene: Scene): Promise<{ pupil: boolean; day: boolean; clock: boolean }> {
  const said = saidTime(joinedClocks(scene.turn.text), timeEnv(scene), 'past');
  const assignments = await scene.records.assignments();
  const named = scene.knowledge.matchNames(scene.turn.text, assignments, ({ pupil, family }) => [
    pupil,
    family,
  ]);
  const sure = said !== null && !said.unsure;
  return {
    pupil: named.length > 0,
    day: sure && said.days.length > 0,
    clock: sure && said.start !== null,
  };
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
