import type { Choice, Reply } from './reply';
import { say } from './replies';
import type { Outcome, Scene } from './scene';

/** Those who answer from somebody's records, or speak with her advisor. */
const PERSONAL_RANKS: ReadonlySet<string> = new Set([
  'own-ticket',
  'own-appointment',
  'record-question',
  'advisor',
  'come-back',
]);

type Answered = Outcome & { readonly rank: string };

/**
 * An answer as others may read it: general answers stay, what concerns her alone (her records, a form, a request, a person) is not said
 * here but in the private chat. The conversation then stands as it stood before.
 */
export function inSharedPlace<T extends Answered>(scene: Scene, outcome: T): T {
  if (scene.turn.shared !== true) return outcome;
  const isPersonal =
    PERSONAL_RANKS.has(outcome.rank) ||
    outcome.state.stack.length > 0 ||
    outcome.replies.some((reply) => isOwnMatter(reply, scene));
  if (!isPersonal) return { ...outcome, replies: outcome.replies.map(withoutDeeds) };
  const elsewhere = say(scene.words.service.privately, [], { decision: 'service', privately: true });
  return { ...outcome, state: scene.state, replies: [elsewhere] };
}

/** A form or what came of it; or that it takes knowing who she is, which it does in private. */
function isOwnMatter(reply: Reply, { words }: Scene): boolean {
  const { kind, meta } = reply;
  const toBeKnown = [words.coupon.notSignedIn, words.appointment.notSignedIn, words.report.notSignedIn];
  if (kind === 'text' && toBeKnown.includes(reply.text)) return true;
  return kind === 'read-back' || kind === 'receipt' || meta.form !== undefined || meta.ticket !== undefined;
}

/** What others could press in her place goes; what only asks for more of the article stays. */
const withoutDeeds = (reply: Reply): Reply => ({ ...reply, choices: reply.choices.filter(isHarmless) });

const isHarmless = ({ action }: Choice): boolean =>
  action.type === 'show-topic' ||
  action.type === 'helpful' ||
  (action.type === 'choose' && /^(?:fact|clarify):/.test(action.value));
