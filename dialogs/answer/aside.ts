import type { Reply } from '../reply';
import { humanChoice, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { toneOf } from './tone';

/**
 * One short acknowledgement before the answer for somebody annoyed, insulting or in distress, once in a conversation; then help. Inside a
 * form, where capitals and exclamation marks may stand in an answer, only words count.
 */
export function withAside<T extends Outcome>(scene: Scene, outcome: T): T {
  const { turn, state } = scene;
  if (turn.action !== null || state.soothed || outcome.state.soothed) return outcome;
  const tone = toneOf(state.stack.length > 0 ? turn.text.toLowerCase().replace(/!/g, ' ') : turn.text);
  if (tone === 'calm') return outcome;
  return {
    ...outcome,
    state: { ...outcome.state, soothed: true },
    replies: [asideReply(scene, tone), ...outcome.replies],
  };
}

function asideReply(scene: Scene, tone: Exclude<ReturnType<typeof toneOf>, 'calm'>): Reply {
  const { words } = scene;
  switch (tone) {
    case 'annoyed':
      return say(words.tone.annoyed);
    case 'insulting':
      return say(words.tone.insulted);
    case 'distressed':
    case 'in-danger':
      return say(words.tone.distressed, [humanChoice(scene)]);
  }
}
