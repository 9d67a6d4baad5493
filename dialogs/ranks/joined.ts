import { mainChoices, say } from '../replies';
import type { Rank } from '../router';

/** Somebody opened the conversation: a first hello says what this is. Opening it again adds nothing. */
export const joinedRank: Rank = {
  name: 'joined',
  async take(scene) {
    if (scene.turn.kind !== 'joined') return null;
    const { words, turn, desk, state } = scene;
    if (state.greeted) return { state, replies: [] };
    const text =
      turn.person === null
        ? words.welcome.visitor(desk.organisation)
        : words.welcome.known(turn.person.firstName, desk.organisation);
    return { state: { ...state, greeted: true }, replies: [say(text, mainChoices(scene))] };
  },
};
