import { exactIntent } from '../form/exact';
import { backToForm } from '../forms';
import { mainChoices, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import { handOver } from '../ticket/hand-over';

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
      if (state.stack.length === 0) return { state, replies: [say(text, mainChoices(scene))] };
      return backToForm(forms, scene, { state, replies: [say(text)] });
    }
    if (state.stack.length > 0) return null;
    return withoutForm(scene, intent);
  },
};

function withoutForm(scene: Scene, intent: ReturnType<typeof exactIntent>) {
  const { state, words } = scene;
  const nothingPending = { ...state, awaiting: null };
  switch (intent) {
    case 'cancel': {
      const text = state.awaiting === null ? words.service.nothingToCancel : words.form.cancelled;
      return { state: nothingPending, replies: [say(text)] };
    }
    case 'back':
      return { state: nothingPending, replies: [say(words.service.nothingToGoBack, mainChoices(scene))] };
    case 'restart':
      return {
        state: { ...nothingPending, shown: null, kept: [], query: '', misunderstood: 0 },
        replies: [say(words.service.nothingToRestart, mainChoices(scene))],
      };
    default:
      return null;
  }
}
