import { exactIntent } from '../form/exact';
import type { Choice } from '../reply';
import { fold, wordCount } from '../text/fold';
import { APPOINTMENT_ACTIONS, appointmentOrderOf } from './actions';

const MOST_WORDS = 8;

/** What a typed sentence presses of the buttons about appointments: "celui de jeudi" one of several, "annule" the one that asks whether. */
export function typedAppointment(text: string, offered: readonly Choice[]): Choice | undefined {
  const surely = offered.find((choice) => appointmentOrderOf(choice) === APPOINTMENT_ACTIONS.cancelSurely);
  if (surely !== undefined && (exactIntent(text) === 'cancel' || SURE.test(fold(text)))) return surely;
  const own = offered.filter((choice) => appointmentOrderOf(choice) !== undefined);
  if (own.length < 2 || wordCount(text) > MOST_WORDS || !ONE_OF_THEM.test(fold(text))) return undefined;
  const said = wordsOf(text);
  const scored = own
    .map((choice) => ({ choice, score: [...wordsOf(choice.label)].filter((word) => said.has(word)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best !== undefined && best.score > 0 && best.score > (next?.score ?? 0) ? best.choice : undefined;
}

const SURE =
  /^(?:oui )?(?:(?:vas y|allez y|ok) )?annul(?:e|ez|er)(?: (?:le|moi ca|ce rdv|ce rendez vous|mon rdv|mon rendez vous|tout))*(?: svp| merci)?$/;
/** A choice, not a new sentence about something else. */
const ONE_OF_THEM =
  /^(?:(?:oui|non|plutot|c est|annul\w*|deplac\w*|decal\w*) )*(?:celui|le|du|de|the one|lundi|mardi|mercredi|jeudi|vendredi|\d)/;

const SMALL_WORDS = new Set(['a', 'h', 'le', 'de', 'du', 'celui', 'avec', 'on', 'the', 'one', 'at']);

/** What tells one from another in a text: day names, numbers ("15h" is 15), verbs by their stem. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .replace(/(\d+)\s*h/g, '$1 h ')
      .split(' ')
      .filter((word) => word !== '' && !SMALL_WORDS.has(word))
      .map((word) => (/^\d+$/.test(word) ? String(Number(word)) : word.slice(0, 5))),
  );
