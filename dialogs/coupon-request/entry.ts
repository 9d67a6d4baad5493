import { asksHow, asksSomething } from '../answer/question';
import { showTopic } from '../answer/show-topic';
import type { FormStack } from '../form/bridge';
import { openForm } from '../forms';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { fold } from '../text/fold';
import type { RequestAbout } from './buttons';

const RENEWAL_TOPIC = 'abc.coupon-renewal';

const COUPON = /\bcoupons?\b/;
const ENTERED_LESSON =
  /\b(?:saisi\w*|enregistr\w*|declar\w*|note|notee?s?|mis|mise|entre|entree?s?|rentre|valide\w*|entered|logged|saved)\b.*\b(?:cours|heures?|lecons?|seances?|lessons?)\b|\b(?:cours|heures?|lecons?|seances?|lessons?)\b.*\b(?:saisi\w*|enregistr\w*|declar\w*|mis|entree?s?|entered|saved)\b/;
const IS_WRONG =
  /\b(?:tromp\w*|erreur|errone\w*|corrig\w*|rectifi\w*|modifi\w*|chang\w*|supprim\w*|annul\w*|enlev\w*|effac\w*|mauvais\w*|faux|fausse|en double|deux fois|au lieu d\w*|wrong|mistake|correct|change|delete|remove)\b/;
const ELSEWHERE =
  /\b(?:pay\w*|paie|salaire|bulletin|virement|fiche|iban|mot de passe|adresse|reduction|promo\w*|carrefour|carton|famille (?:veut|souhaite)|rdv|rendez vous|appointment)\b/;

/** Whether a message tells that a coupon of hers is wrong: the sources give no way to edit one, so it goes to the advisor with the coupon. */
export async function tellsWrongCoupon(scene: Scene): Promise<boolean> {
  const { turn } = scene;
  if (turn.desk !== 'abc' || turn.person === null || turn.action !== null || turn.text === '') return false;
  const folded = fold(turn.text);
  if (!IS_WRONG.test(folded) || ELSEWHERE.test(folded) || asksHow(turn.text)) return false;
  if (!COUPON.test(folded) && !ENTERED_LESSON.test(folded)) return false;
  if (scene.understanding().decision === 'reject' && !COUPON.test(folded)) return false;
  return (await scene.records.coupons()).some(({ status }) => status === 'saved');
}

const ABOUT_IT =
  /\b(?:tromp\w*|erreur|wrong|mistake)\b|^(?:(?:ah|oh|oups|zut|mince|non|pardon|desolee?|attends|attendez|mais) )*(?:(?:en fait|finalement|plutot) )?(?:non )?(?:c ?(?:etait|est|t)|it was)\b.*\b(?:(?:avant )?hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|yesterday|\d{1,2}\s?h(?:\s?\d{2})?|le \d{1,2})\b/;
/** How long "je me suis trompée" may mean the coupon that was saved last. Hours. */
const JUST_SAVED_HOURS = 24;

/** The coupon that she has just saved, where a message says that something in it was wrong ("je me suis trompée, c'était 15h"). */
export async function wrongJustSaved(scene: Scene): Promise<string | null> {
  const { turn, state, services } = scene;
  if (turn.action !== null || state.receipt?.form !== 'coupon') return null;
  const folded = fold(turn.text);
  if (!ABOUT_IT.test(folded) || ELSEWHERE.test(folded) || asksHow(turn.text)) return null;
  const coupon = await services.coupons.find(state.receipt.reference);
  if (coupon === null || coupon.status !== 'saved' || coupon.personId !== turn.person?.id) return null;
  const hours = (turn.now.getTime() - coupon.createdAt.getTime()) / 3_600_000;
  return hours <= JUST_SAVED_HOURS ? coupon.id : null;
}

/** Whether a message, said while another coupon is being entered, is about one that is saved: "le coupon de samedi est faux". */
export const tellsOtherWrongCoupon = async (scene: Scene): Promise<boolean> =>
  /\bcoupons? (?:de|du|d|que j ai)\b/.test(fold(scene.turn.text)) && (await tellsWrongCoupon(scene));

/** Opens the request about a coupon, or for more of them. */
export function openCouponRequest(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  request: { readonly about: RequestAbout; readonly id?: string; readonly text?: string },
): Promise<Outcome> {
  const { about, id, text } = request;
  const slot = about === 'renewal' ? 'assignment' : 'coupon';
  return openForm(forms, scene, state, 'coupon-request', {
    seed: { about, words: text ?? '' },
    values: id === undefined ? {} : { [slot]: id },
    text,
  });
}

/** Whether a message tells that a family goes on, rather than asking what to do then. */
export async function tellsRenewal(scene: Scene): Promise<boolean> {
  const { turn } = scene;
  if (turn.desk !== 'abc' || turn.person === null || turn.action !== null) return false;
  if (asksHow(turn.text) || asksSomething(turn.text)) return false;
  const understood = scene.understanding();
  if (understood.decision !== 'answer' || understood.topics[0]?.id !== RENEWAL_TOPIC) return false;
  return (await scene.records.assignments()).some(({ endedAt }) => endedAt === null);
}

/** What to do when a family goes on (A036, A037), and the request, ready to be sent. */
export async function renew(scene: Scene, forms: FormStack, state: ConversationState): Promise<Outcome> {
  const told = await showTopic(scene, state, { topicId: RENEWAL_TOPIC, confidence: 1 });
  const opened = await openCouponRequest(scene, forms, told.state, {
    about: 'renewal',
    text: scene.turn.text,
  });
  // The answer's own buttons would lead away from the request below it.
  const answer = told.replies.slice(0, 1).map((reply) => ({ ...reply, choices: [] }));
  return { state: opened.state, replies: [...answer, ...opened.replies] };
}
