import { backToForm, resumeChoice } from '../forms';
import { localDate } from '../form/local-time';
import { revisionOf } from '../form/sheet';
import { parseFormState } from '../form/state';
import type { FormState } from '../form/types';
import type { Reply } from '../reply';
import { mainChoices, say } from '../replies';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import type { StackEntry } from '../state';

/**
 * A card that shows what is no longer so does nothing: it says so, and what is so now. Pressed twice, sent from yesterday's conversation,
 * or overtaken by what she typed since, a form is neither filled nor confirmed by it.
 */
export const staleCardRank: Rank = {
  name: 'stale-card',
  async take(scene, forms) {
    const { turn, state, words } = scene;
    const { card, action } = turn;
    if (card === undefined || action === null || action.type === 'talk-to-someone') return null;
    const open = formIn(state.stack[state.stack.length - 1]);
    if (open?.form !== card.form) return closed(scene, card.form);
    // To leave the form is no less what she wants for an older card.
    if (action.type === 'cancel') return null;
    const today = localDate(turn.now, scene.zone);
    if (card.day === today && card.revision === revisionOf(open)) return null;
    const said = card.day === today ? words.form.staleCard : words.form.otherDayCard;
    const asked = await backToForm(forms, scene, { state, replies: [] });
    return { ...asked, replies: inOneCard(said, asked.replies) };
  },
};

const formIn = (entry: StackEntry | undefined): FormState | null => {
  const stored = entry?.state;
  return parseFormState(
    typeof stored === 'object' && stored !== null && 'form' in stored ? stored.form : null,
  );
};

/** The form is done, put aside, or gone. */
function closed(scene: Scene, form: string): Outcome {
  const { state, words } = scene;
  const { receipt, parked } = state;
  if (receipt?.form === form) {
    return { state, replies: [say(words.service.alreadyDone(receipt.reference))] };
  }
  const reply =
    parked === null
      ? say(words.form.closedCard, state.stack.length === 0 ? mainChoices(scene) : [])
      : say(`${words.form.closedCard} ${words.form.parked(parked.title)}`, [resumeChoice(scene)]);
  return { state, replies: [reply] };
}

/** What is said stands in the card that comes instead of the old one. */
function inOneCard(said: string, replies: readonly Reply[]): readonly Reply[] {
  const [first, ...rest] = replies;
  if (first?.kind === 'question') return [{ ...first, text: `${said} ${first.text}` }, ...rest];
  if (first?.kind === 'read-back') {
    return [{ ...first, notice: [said, first.notice ?? ''].join(' ').trim() }, ...rest];
  }
  return [say(said), ...replies];
}
