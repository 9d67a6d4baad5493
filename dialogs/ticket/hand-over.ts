import { collectFacts, sourceOf } from '../answer/facts';
import { answerIn } from '../answer/show-topic';
import type { Tone } from '../answer/tone';
import { toneOf } from '../answer/tone';
import type { FormStack } from '../form/bridge';
import { openForm } from '../forms';
import { metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState, Said } from '../state';
import { redact } from '../../data/redaction';
import { addChoice } from './addition';
import type { TicketSeed } from './env';
import { writeSeed } from './env';
import type { SlotValue } from '../form/types';
import { isInProgress, ownTickets } from './own';
import { answeredSoFar } from './so-far';

/** Where a request goes that belongs to no topic. */
const GENERAL_TOPIC: Readonly<Record<Scene['turn']['desk'], string>> = {
  abc: 'abc.contact',
  ogestion: 'human',
  'oc-mentor': 'oc-mentor.other',
  'oc-coach': 'oc-coach.other',
};

/** Words of distress put a request before others; nothing else in them decides. */
const PRIORITY: Partial<Record<Tone, TicketSeed['priority']>> = { distressed: 'high', 'in-danger': 'urgent' };

/** She wants a person: her open request if she has one, else a ticket with everything that is known already. */
export async function handOver(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  intro?: string,
): Promise<Outcome> {
  const { words } = scene;
  const top = state.stack[state.stack.length - 1]?.id;
  const nothingNew =
    top === undefined && state.shown === null && state.awaiting === null && state.query === '';
  const open = nothingNew ? (await ownTickets(scene)).find(isInProgress) : undefined;
  if (open !== undefined) {
    return {
      state: { ...state, awaiting: null },
      replies: [
        say(
          words.ticket.openAlready(open.reference, open.subject),
          [
            addChoice(scene, open.reference),
            { label: words.ticket.newRequest, action: { type: 'choose', value: 'ticket-new' } },
          ],
          { ...metaFor('service', 'human'), ticket: open.reference },
        ),
      ],
    };
  }
  if (top === 'ticket') return withoutQuestions(scene, forms, state, intro);
  // Her last words opened the form that she leaves now: what she wants of a person is something else.
  const leaves = top !== undefined || saysNothing(state);
  return openTicketForm(scene, forms, leaves ? { ...state, query: '', shown: null } : state, { intro });
}

/** A ticket whose own questions were too much goes with her words and what she has answered, and asks nothing more of its article. */
async function withoutQuestions(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  intro: string | undefined,
): Promise<Outcome> {
  const soFar = await answeredSoFar(scene, state.stack[state.stack.length - 1]);
  const query = soFar === null ? state.query : soFar.query;
  return openTicketForm(scene, forms, { ...state, stack: [], query }, { ...soFar, bare: true, intro });
}

/** Her last words were an insult that no answer came to: no request to pass on. */
const saysNothing = (state: ConversationState): boolean =>
  state.shown === null && state.awaiting === null && toneOf(state.query) === 'insulting';

/** Opens a ticket form on a topic, with her words, the article she was shown and what she said for it. */
export async function openTicketForm(
  scene: Scene,
  forms: FormStack,
  state: ConversationState,
  request: {
    readonly topicId?: string;
    readonly intro?: string;
    readonly bare?: boolean;
    /** What is known beside her words, for the advisor. */
    readonly said?: readonly Said[];
    /** What she added to her first words: it fills the form along with them. */
    readonly added?: string;
    /** Answers given already. */
    readonly values?: Readonly<Record<string, SlotValue>>;
  },
): Promise<Outcome> {
  const { shown } = state;
  const awaited = state.awaiting?.kind === 'fact' ? state.awaiting : null;
  const known = request.topicId ?? awaited?.topicId ?? shown?.topicId;
  const topicId = known ?? GENERAL_TOPIC[scene.turn.desk];
  const same = shown?.topicId === topicId ? shown : null;
  const pending = awaited?.topicId === topicId ? awaited : null;
  const asked = same?.asked ?? pending?.asked ?? {};
  const facts = { ...(await collectFacts(sourceOf(scene), state.query, asked)), ...asked };
  const answer = request.bare === true || known === undefined ? null : answerIn(scene, topicId, facts);
  const article = answer?.kind === 'answer' ? answer : null;
  const seed: TicketSeed = {
    topicId,
    subject: redact(state.query),
    shown:
      same === null
        ? null
        : { topicId: same.topicId, branchId: same.branchId, title: same.title, text: same.text },
    asked,
    said: eachOnce([...(request.said ?? []), ...(same?.said ?? pending?.said ?? [])]),
    slots: (answer?.ticketSlots ?? []).map((slot) => ({
      ...slot,
      choices: slot.choices && [...slot.choices],
    })),
    bare: request.bare === true || known === undefined,
    laterFrom: article?.ticket === 'later' ? (article.date?.iso ?? null) : null,
    files: state.files.map(({ name }) => name),
    priority: PRIORITY[toneOf(state.query)] ?? 'normal',
  };
  const words = [state.query, request.added ?? ''].filter((part) => part !== '').join('. ');
  const text = words === '' ? undefined : words;
  const opened = await openForm(forms, scene, state, 'ticket', {
    seed: writeSeed(seed),
    values: request.values,
    text,
  });
  if (request.intro === undefined) return opened;
  return { ...opened, replies: [say(request.intro, [], metaFor('answer', topicId)), ...opened.replies] };
}

/** Every question once, with its latest answer. */
const eachOnce = (said: readonly Said[]): Said[] => [
  ...new Map(said.map((answer) => [answer.key, answer])).values(),
];
