import { say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { toneOf } from './tone';

/** One short acknowledgement for somebody annoyed or in distress, once in a conversation; then help. */
export function asideForTone(scene: Scene): Outcome {
  const { state, words, turn } = scene;
  const tone = toneOf(turn.text);
  if (tone === 'calm' || state.soothed) return { state, replies: [] };
  const said = { ...state, soothed: true };
  switch (tone) {
    case 'annoyed':
      return { state: said, replies: [say(words.tone.annoyed)] };
    case 'insulting':
      return { state: said, replies: [say(words.tone.insulted)] };
    case 'distressed':
      return {
        state: said,
        replies: [
          say(words.tone.distressed, [{ label: words.common.human, action: { type: 'talk-to-someone' } }]),
        ],
      };
  }
}
