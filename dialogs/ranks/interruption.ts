import { showTopic } from '../answer/show-topic';
import type { FormStack } from '../form/bridge';
import { exactIntent } from '../form/exact';
import { backToForm, resumeParked } from '../forms';
import type { Choice } from '../reply';
import { humanChoice, mainChoices, say } from '../replies';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import type { Awaiting } from '../state';
import { handOver } from '../ticket/hand-over';
import { readTicketOrder } from '../ticket/order';
import { isInProgress, ownTickets } from '../ticket/own';
import { factQuestion } from './awaited';

/**
 * What can be ordered at any point, on a whole message only: a person, help, and, where no form is open, cancel, back and restart
 * (an open form takes those itself).
 */
export const interruptionRank: Rank = {
  name: 'interruption',
  async take(scene, forms) {
    const { turn, state, words } = scene;
    if (turn.action?.type === 'talk-to-someone') return handOver(scene, forms, state);
    const intent = turn.action === null ? exactIntent(turn.text) : null;
    if (intent === 'human') return handOver(scene, forms, state);
    if (intent === 'help') {
      const text = words.service.help(words.service.helpTopics[turn.desk]);
      if (state.stack.length === 0) {
        const pending = state.awaiting?.kind === 'fact' ? [factQuestion(scene, state.awaiting)] : [];
        return { state, replies: [say(text, pending.length === 0 ? mainChoices(scene) : []), ...pending] };
      }
      return backToForm(forms, scene, { state, replies: [say(text)] });
    }
    if (state.stack.length > 0) return null;
    return withoutForm(scene, forms, intent);
  },
};

async function withoutForm(
  scene: Scene,
  forms: FormStack,
  intent: ReturnType<typeof exactIntent>,
): Promise<Outcome | null> {
  const { state, words } = scene;
  const nothingPending = { ...state, awaiting: null };
  switch (intent) {
    case 'cancel':
      return cancel(scene);
    case 'back':
      if (state.awaiting?.kind === 'fact') return previousQuestion(scene, state.awaiting);
      return { state: nothingPending, replies: [say(words.service.nothingToGoBack, mainChoices(scene))] };
    case 'restart':
      return {
        state: { ...nothingPending, shown: null, kept: [], query: '', misunderstood: 0 },
        replies: [say(words.service.nothingToRestart, mainChoices(scene))],
      };
    case 'resume':
      return state.parked === null
        ? { state, replies: [say(words.service.nothingToResume, mainChoices(scene))] }
        : resumeParked(forms, scene, state);
    default:
      return null;
  }
}

/** "Annuler" where no form is open: the pending question, or, when she has just filed a request or names one, that request. */
async function cancel(scene: Scene): Promise<Outcome | null> {
  const { state, words, turn } = scene;
  const nothingPending = { ...state, awaiting: null };
  if (state.awaiting !== null) return { state: nothingPending, replies: [say(words.form.cancelled)] };
  if (readTicketOrder(turn.text) !== null) return null;
  const open = (await ownTickets(scene)).filter(isInProgress).slice(0, 2);
  const choices = open.map<Choice>(({ reference }) => ({
    label: words.ownTicket.withdraw(reference),
    action: { type: 'choose', value: `ticket-withdraw:${reference}` },
  }));
  return {
    state: nothingPending,
    replies: [say(words.service.nothingToCancel, [...choices, humanChoice(scene)])],
  };
}

/** "Retour" at an article's own question: the one before it, or, at the first one, the same again. */
function previousQuestion(scene: Scene, awaiting: Awaiting & { kind: 'fact' }): Promise<Outcome> {
  if (awaiting.said.length === 0) {
    const again = `${scene.words.form.atStart} ${awaiting.question}`;
    return Promise.resolve({ state: scene.state, replies: [factQuestion(scene, awaiting, again)] });
  }
  const said = awaiting.said.slice(0, -1);
  const keys = new Set(said.map(({ key }) => key));
  const asked = Object.fromEntries(Object.entries(awaiting.asked).filter(([key]) => keys.has(key)));
  const { topicId, confidence, others } = awaiting;
  return showTopic(scene, { ...scene.state, awaiting: null }, { topicId, confidence, others, said, asked });
}
