import type { Hold } from '../../data/conversations/hold-types';
import { redact } from '../../data/redaction';
import { toneOf } from '../answer/tone';
import type { FormStack } from '../form/bridge';
import { HANDED_BACK, resumeForm, TO_ASSISTANT, toAssistantChoice } from '../live/hold-change';
import { mainChoices, say } from '../replies';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import { isThanksEmoji } from '../text/emoji';
import { fold } from '../text/fold';
import { isPlainThanks } from '../text/thanks';
import { requesterName } from '../ticket/addition';

/**
 * An advisor answers this chat herself: the assistant is silent, and what is written becomes part of the ticket. It speaks for three
 * reasons only: she asks for it back, she presses one of its buttons, or she may be in danger.
 */
export const heldRank: Rank = {
  name: 'held',
  async take(scene, forms) {
    if (asksForAssistant(scene)) return toAssistant(scene, forms);
    const hold = scene.turn.heldBy ?? null;
    if (hold === null) return null;
    // What nobody could read is not passed on: she is told so, as always.
    if (scene.turn.unreadable !== null && scene.turn.unreadable !== 'empty') return null;
    if (scene.turn.kind === 'joined') return { state: scene.state, replies: [] };
    if (scene.turn.action !== null) {
      const text = scene.words.live.busy(hold.advisor.name);
      return { state: scene.state, replies: [say(text, [toAssistantChoice(scene)])] };
    }
    return passOn(scene, hold);
  },
};

/** Said as a whole message, with or without somebody answering: "parler à l'assistant", "back to the bot". */
const ASSISTANT_ORDER =
  /^(?:(?:je (?:veux|voudrais|souhaite)|i (?:want|would like) to) )?(?:(?:parler|revenir|retourner|retour|passer|repasser|talk|go back|back|return|speak) (?:a|avec|au|vers|to|with) )(?:l |le |the )?(?:assistant|robot|bot|guichet)(?: automatique)?(?: (?:stp|svp|s il vous plait|please))?$/;

function asksForAssistant({ turn }: Scene): boolean {
  if (turn.action !== null) return turn.action.type === 'choose' && turn.action.value === TO_ASSISTANT;
  return turn.attachments.length === 0 && ASSISTANT_ORDER.test(fold(turn.text));
}

/** She has the assistant back. Pressed once more, or when nobody had taken the chat over, the same: it is the assistant who answers. */
async function toAssistant(scene: Scene, forms: FormStack): Promise<Outcome> {
  const { turn, state, words, services } = scene;
  await services.holds.release({
    conversationId: turn.conversationId,
    advisorId: null,
    reason: 'requester',
    now: turn.now,
  });
  const inForm = state.stack.length > 0;
  const said = inForm
    ? say(words.live.backInForm, [], HANDED_BACK)
    : say(words.live.back, mainChoices(scene), HANDED_BACK);
  return resumeForm(scene, forms, { state, replies: [said] });
}

/** Her words and files become part of the ticket; thanks stay in the conversation, where the advisor reads them. */
async function passOn(scene: Scene, hold: Hold): Promise<Outcome> {
  const { turn, state, words, services } = scene;
  const files = turn.attachments.map(({ id }) => id);
  const kept = { ...state, files: state.files.filter(({ id }) => !files.includes(id)) };
  const helpline =
    toneOf(turn.text) === 'in-danger'
      ? [say(words.live.emergency(hold.advisor.name), [], inService(hold))]
      : [];
  if (saysNothingNew(scene)) return { state: kept, replies: helpline };
  const written = await services.tickets.requesterWrote({
    idempotencyKey: `${turn.conversationId}:${turn.id}:held`,
    ticketId: hold.ticketId,
    personName: requesterName(scene),
    text: wordsOfTurn(scene),
    attachmentIds: files,
    now: turn.now,
  });
  if (written.ok) return { state: kept, replies: helpline };
  const refusal = say(words.live.notTaken(hold.advisor.name, hold.ticketReference), [], inService(hold));
  return { state: kept, replies: [...helpline, refusal] };
}

const inService = (hold: Hold) => ({ decision: 'service', ticket: hold.ticketReference }) as const;

function saysNothingNew({ turn }: Scene): boolean {
  if (turn.attachments.length > 0) return false;
  return turn.text === '' || isThanksEmoji(turn.text) || isPlainThanks(turn.text);
}

/** What she wrote in this turn, numbers masked, and the names of the files that came along. */
function wordsOfTurn({ turn, words }: Scene): string {
  const names = turn.attachments.map(({ name }) => redact(name)).join(', ');
  const lines = [redact(turn.text), ...(names === '' ? [] : [words.ticket.fileNames(names)])];
  return lines.filter((line) => line !== '').join('\n');
}
