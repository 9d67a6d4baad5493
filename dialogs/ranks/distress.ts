import { toneOf } from '../answer/tone';
import type { Rank } from '../router';
import { openTicketForm } from '../ticket/hand-over';

/**
 * Somebody writes that she may be in danger: a person reads her words before anything else, whatever form is open. Nothing is diagnosed
 * and nothing is promised. A request that is being written already carries her words, and its own questions go on.
 */
export const distressRank: Rank = {
  name: 'distress',
  async take(scene, forms) {
    const { turn, state, words } = scene;
    if (turn.action !== null || state.stack.some(({ id }) => id === 'ticket')) return null;
    if (state.awaiting?.kind === 'addition' || toneOf(turn.text) !== 'in-danger') return null;
    const said = { ...state, query: turn.text, shown: null, awaiting: null, soothed: true };
    return openTicketForm({ ...scene, state: said }, forms, said, { intro: words.tone.inDanger });
  },
};
