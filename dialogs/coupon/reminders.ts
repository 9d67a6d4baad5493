import { humanChoice, metaFor, say } from '../replies';
import type { Choice } from '../reply';
import type { Outcome, Scene } from '../scene';
import { fold } from '../text/fold';

const TOPIC = 'abc.coupon-deadline';
export const REMINDERS_OFF = 'coupon-reminders:off';
export const REMINDERS_ON = 'coupon-reminders:on';

const BY_TELEPHONE = /\b(?:telephone|tel|portable|appel\w*)\b/;
const OFF =
  /\b(?:ne )?(?:me |m )(?:le |les )?(?:rappel\w*|relanc\w*|previen\w*|notifi\w*) (?:plus|pas)\b|\b(?:arret\w*|stop\w*|desactiv\w*|supprim\w*|coup\w*|enlev\w*|plus de|pas de|marre (?:de|des))\b.*\b(?:rappels?|relances?|notifications?|rappeler|relancer)\b|\b(?:stop|no more|turn off|disable)\b.*\breminders?\b|\b(?:do not|don t|stop) remind(?:ing)? me\b/;
const ON =
  /\b(?:re ?activ\w*|remet\w*|activ\w*|reprend\w*)\b.*\b(?:rappels?|relances?)\b|\b(?:rappel\w*|relanc\w*) moi\b.*\b(?:a nouveau|de nouveau|encore|fin de mois|fin du mois|coupons?)\b|\b(?:me|m) rappel\w*\b.*\b(?:a nouveau|de nouveau|fin de mois|fin du mois|coupons?)\b|\bje (?:veux|voudrais)(?: bien)? (?:a nouveau |de nouveau )?(?:les |des |un |le )?rappels?\b|\b(?:turn on|enable|resume)\b.*\breminders?\b|\bremind me again\b/;

/** Whether a message switches the reminders of month end off or on; null: neither. */
export function remindersOrder(text: string): 'off' | 'on' | null {
  const folded = fold(text);
  if (BY_TELEPHONE.test(folded)) return null;
  if (OFF.test(folded)) return 'off';
  return ON.test(folded) ? 'on' : null;
}

/** Switches the reminders of month end off, or on again, and says which it is now. */
export async function switchReminders(scene: Scene, order: 'off' | 'on'): Promise<Outcome> {
  const { turn, services, words } = scene;
  const state = { ...scene.state, misunderstood: 0 };
  const meta = metaFor('service', TOPIC);
  if (turn.person === null) {
    return { state, replies: [say(words.coupon.notSignedIn, [humanChoice(scene)], meta)] };
  }
  await services.notices.refuse(turn.person.id, 'coupons-not-entered', order === 'off', turn.now);
  const back: Choice =
    order === 'off'
      ? { label: words.coupon.remindAgain, action: { type: 'choose', value: REMINDERS_ON } }
      : { label: words.coupon.remindNoMore, action: { type: 'choose', value: REMINDERS_OFF } };
  const text = order === 'off' ? words.coupon.remindersOff : words.coupon.remindersOn;
  // Not an offer: "oui" after it must not switch it back.
  return {
    state,
    replies: [{ kind: 'question', text, progress: null, choices: [back, humanChoice(scene)], meta }],
  };
}
