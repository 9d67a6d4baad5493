import { callOffInWords } from '../come-back/promise';
import { calledOff } from '../come-back/words';
import type { Rank } from '../router';

/** "Plus besoin" of somebody to whom Guichet has promised to come back. */
export const comeBackRank: Rank = {
  name: 'come-back',
  async take(scene) {
    if (scene.turn.action !== null || scene.state.awaiting?.kind === 'addition') return null;
    const said = calledOff(scene.turn.text);
    return said === null ? null : callOffInWords(scene, said);
  },
};
