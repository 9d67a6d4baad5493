import type { JsonValue } from '../data/conversations/types';
import type { Notice } from '../data/notices/types';
import { redact } from '../data/redaction';
import { withAside } from './answer/aside';
import { appointmentDialog } from './appointment/dialog';
import { letSlotGo } from './appointment/let-go';
import { rescheduleDialog } from './appointment/reschedule';
import { couponDialog } from './coupon/dialog';
import { couponRequestDialog } from './coupon-request/dialog';
import { createFormStack } from './form/bridge';
import { holdChanged } from './live/hold-change';
import { heldRank } from './ranks/held';
import { exactIntent } from './form/exact';
import { runnerOf } from './form/run';
import { hasMasked } from './ranks/masked-number';
import { refusedText } from './ranks/unreadable';
import { noticeReply } from './notices/notices';
import type { Assistant, Choice, Reply } from './reply';
import { humanChoice, say } from './replies';
import { reportDialog } from './report/dialog';
import { route } from './router';
import type { AssistantParts, Outcome, Scene } from './scene';
import { createScene, wordsOf } from './scene';
import type { ConversationState } from './state';
import { readState, writeState } from './state';
import { inSharedPlace } from './shared-place';
import { ticketDialog } from './ticket/dialog';
import type { Turn } from './turn';
import { ticketInExchange } from './ticket/exchange';
import { turnFromTyped } from './typed-choice';

/**
 * The assistant over what is known and what is recorded. `handle` takes one turn and the conversation's stored state and gives the
 * replies and the state to store with them. A turn handled twice from the same stored state gives the same replies and files,
 * books and saves nothing twice: every service is called under a key made of the turn's id.
 *
 * @example
 * const assistant = createAssistant({ knowledge, services });
 * const { replies, state } = await assistant.handle(turn, conversation.state);
 */
export function createAssistant(parts: AssistantParts): Assistant {
  const forms = createFormStack([
    runnerOf(ticketDialog),
    runnerOf(couponDialog),
    runnerOf(appointmentDialog),
    runnerOf(rescheduleDialog),
    runnerOf(reportDialog),
    runnerOf(couponRequestDialog),
  ]);
  return {
    async handle(turn, stored) {
      const state = keepFiles(turn, afterSilence(turn, readState(stored)));
      const desk = await parts.services.desks.find(turn.desk);
      const offering = (await advisorWaits(parts, turn)) ? { ...state, offer: null } : state;
      const scene = await createScene(parts, turnFromTyped(turn, offering), state, desk);
      const outcome = inSharedPlace(scene, dressed(scene, await route(scene, forms)));
      await letSlotGo(scene, state, outcome.state);
      scene.log('turn answered', {
        rank: outcome.rank,
        desk: turn.desk,
        form: outcome.state.stack[0]?.id ?? null,
        replies: outcome.replies.length,
      });
      return {
        replies: outcome.replies,
        state: remember(outcome, turn),
        locale: localeAfter(scene, outcome.state),
      };
    },
    async announce(notice, listener, stored) {
      const state = readState(stored);
      const locale = state.locale ?? listener.locale;
      const reply = await noticeReply(notice, { ...parts, listener, words: wordsOf(locale), locale });
      if (reply === null) return null;
      return { reply, state: writeState(afterNotice(notice, reply, state)) };
    },
    async holdChanged(change, listener, stored) {
      const state = readState(stored);
      const desk = await parts.services.desks.find(listener.desk);
      const scene = await createScene(parts, silentTurn(listener), state, desk);
      const outcome = await holdChanged(scene, forms, change);
      return { replies: outcome.replies, state: offering(outcome) };
    },
  };
}

/** What is said around any answer; nothing where an advisor answers herself, but for what became of files and numbers. */
function dressed<T extends Outcome & { readonly rank: string }>(scene: Scene, outcome: T): T {
  const isHeld = outcome.rank === heldRank.name;
  const said = withNotices(scene, isHeld ? outcome : withAside(scene, outcome));
  return isHeld ? said : withPerson(scene, said);
}

/** The turn of somebody who has said nothing: the scene in which the assistant speaks first. */
const silentTurn = (listener: Parameters<Assistant['holdChanged']>[1]): Turn => ({
  id: '',
  channel: 'other',
  kind: 'message',
  text: '',
  action: null,
  attachments: [],
  refusedAttachments: [],
  unreadable: null,
  ...listener,
});

/** The buttons of a notice can be typed. One that comes back as promised is her request again: its words, and what "oui" and "non" mean. */
function afterNotice(notice: Notice, reply: Reply, state: ConversationState): ConversationState {
  const offered = [...reply.choices, ...state.offered];
  // A notice asks nothing: "oui" after it must not take what was offered before.
  if (notice.kind !== 'come-back') return { ...state, offered, offer: null };
  const promised = state.promised.filter((topicId) => topicId !== notice.topicId);
  if (state.stack.length > 0) return { ...state, offered, promised };
  return {
    ...state,
    offered,
    promised,
    offer: offerOf(reply),
    awaiting: null,
    query: notice.query,
    shown: state.shown?.topicId === notice.topicId ? state.shown : null,
  };
}

/** An advisor has asked something since: "oui" is the answer to that, not to what the assistant offered before. */
async function advisorWaits({ services }: AssistantParts, turn: Turn): Promise<boolean> {
  const intent = exactIntent(turn.text);
  if (intent !== 'yes' && intent !== 'no') return false;
  return (await ticketInExchange(services, turn, turn.text)) !== null;
}

/** A question that has been pending for this long is asked again by nobody: "oui" after a week answers nothing. */
const SILENCE_HOURS = 48;

/** What she left unanswered days ago is over; a form and the buttons above stay, to be taken up when she wishes. */
function afterSilence(turn: Turn, state: ConversationState): ConversationState {
  if (state.spokeAt === null) return state;
  const silent = turn.now.getTime() - Date.parse(state.spokeAt);
  if (silent <= SILENCE_HOURS * 3_600_000) return state;
  return { ...state, awaiting: null, offer: null, misunderstood: 0, soothed: false };
}

/** Files that come along are kept until the request that they belong to is sent. */
function keepFiles(turn: Turn, state: ConversationState): ConversationState {
  if (turn.attachments.length === 0) return state;
  const files = turn.attachments.map(({ id, name }) => ({ id, name: redact(name) }));
  return { ...state, files: [...state.files, ...files] };
}

/**
 * A person is a button away from whatever is said outside of a form: an article's question, choices, an offer. Inside a form and after a
 * receipt or a word of courtesy she is a sentence away.
 */
function withPerson<T extends Outcome>(scene: Scene, outcome: T): T {
  const { replies } = outcome;
  const last = replies[replies.length - 1];
  const isOffered = replies.some(({ choices }) =>
    choices.some(({ action }) => action.type === 'talk-to-someone'),
  );
  if (last === undefined || isOffered || outcome.state.stack.length > 0) return outcome;
  if (last.kind === 'receipt' || (last.meta.decision === 'service' && last.choices.length === 0))
    return outcome;
  const reachable: Reply = { ...last, choices: [...last.choices, humanChoice(scene)] };
  return { ...outcome, replies: [...replies.slice(0, -1), reachable] };
}

/** What has to be told beside any answer: files that were refused, a number that was hidden. */
function withNotices<T extends Outcome & { readonly rank: string }>(scene: Scene, outcome: T): T {
  const { turn, words } = scene;
  const notices: Reply[] = [];
  if (turn.refusedAttachments.length > 0 && outcome.rank !== 'unreadable')
    notices.push(say(refusedText(turn, words)));
  if (hasMasked(turn.text) && outcome.rank !== 'masked-number') notices.push(say(words.input.masked));
  return notices.length === 0 ? outcome : { ...outcome, replies: [...notices, ...outcome.replies] };
}

/** The buttons of this turn become what may be typed in the next one. */
function remember(outcome: Outcome, turn: Turn): JsonValue {
  const spokeAt = turn.kind === 'joined' ? outcome.state.spokeAt : turn.now.toISOString();
  return offering({ ...outcome, state: { ...outcome.state, spokeAt } });
}

/** Where nothing was said, what was offered before still is. */
function offering({ replies, state }: Outcome): JsonValue {
  if (replies.length === 0) return writeState(state);
  const offered = replies.flatMap<Choice>((reply) => [...reply.choices]);
  return writeState({ ...state, offered, offer: offerOf(replies[replies.length - 1]) });
}

/**
 * What "oui" and "non" mean after this turn: a sentence that ends it with one or two buttons is an offer. An answer's main button is one
 * too, but only for a plain "oui": "ok" and "parfait" under an answer are thanks.
 */
function offerOf(last: Reply | undefined): ConversationState['offer'] {
  if (last?.kind === 'answer') {
    const main = last.choices.find((choice) => choice.primary === true);
    return main === undefined ? null : { yes: main, no: null, plainYesOnly: true };
  }
  if (last?.kind !== 'text') return null;
  // A person beside an offer is a way out of it, not what "non" asks for; alone, a person is what is offered.
  const answers = last.choices.filter(({ action }) => action.type !== 'talk-to-someone');
  const [yes, no, ...more] = answers.length === 0 ? last.choices : answers;
  return yes === undefined || more.length > 0 ? null : { yes, no: no ?? null, plainYesOnly: false };
}

const localeAfter = (scene: Scene, state: ConversationState) => state.locale ?? scene.turn.locale;
