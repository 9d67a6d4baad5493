import { exactIntent } from '../form/exact';
import { backToForm, missInForm } from '../forms';
import { humanChoice, mainChoices, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import { isThanksEmoji } from '../text/emoji';

/** Nothing in the message can be read as words, or a file was refused: what happened, what was kept, what to do. */
export const unreadableRank: Rank = {
  name: 'unreadable',
  async take(scene, forms) {
    const problem = problemOf(scene);
    if (problem === null) return null;
    const { state, words } = scene;
    if (state.stack.length > 0) {
      const told = { state, replies: [say(`${problem} ${words.input.kept}`)] };
      // A file that is refused says nothing of the question; a message without words is one that the form did not understand.
      return isRefusedFile(scene) ? backToForm(forms, scene, told) : missInForm(forms, scene, told);
    }
    const misunderstood = (state.misunderstood % MOST_IN_A_ROW) + 1;
    const choices = misunderstood === 2 ? mainChoices(scene) : [humanChoice(scene)];
    const text = misunderstood === MOST_IN_A_ROW ? `${problem} ${words.input.orPerson}` : problem;
    return { state: { ...state, misunderstood }, replies: [say(text, choices)] };
  },
};

/** Unreadable messages in a row: the reason alone, with what can be asked, with a person; and from the start again. */
const MOST_IN_A_ROW = 3;

/** Nothing but files that were refused. A message with usable words is answered for its words; the refused file is told beside (assistant.ts). */
const isRefusedFile = ({ turn }: Scene): boolean =>
  turn.refusedAttachments.length > 0 && turn.text === '' && turn.attachments.length === 0;

function problemOf(scene: Scene): string | null {
  const { turn, words } = scene;
  const { input } = words;
  if (isRefusedFile(scene)) return refusedText(turn, words);
  switch (turn.unreadable) {
    case 'empty':
      return turn.attachments.length > 0 || turn.action !== null ? null : input.empty;
    case 'too-long':
      return input.tooLong;
    case 'binary':
      return input.binary;
    case null:
      break;
  }
  if (turn.action !== null) return null;
  if (turn.text === '') return turn.attachments.length > 0 ? null : input.empty;
  if (!/[\p{L}\p{N}]/u.test(turn.text)) {
    if (exactIntent(turn.text) !== null || isThanksEmoji(turn.text)) return null;
    return /\p{Extended_Pictographic}/u.test(turn.text) ? input.emoji : input.empty;
  }
  return isForeignScript(turn.text) ? input.otherScript : null;
}

/** Every refused file with its reason. */
export function refusedText(turn: Scene['turn'], words: Scene['words']): string {
  return turn.refusedAttachments
    .map(({ name, reason }) => {
      switch (reason) {
        case 'too-large':
          return words.input.tooLarge(name);
        case 'forbidden-type':
          return words.input.forbiddenType(name);
        case 'unreadable':
          return words.input.unreadableFile(name);
      }
    })
    .join(' ');
}

/** Mostly letters of a script that neither language is written in. A foreign name in a French sentence is none. */
function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  return letters.length > 0 && latin.length < letters.length / 2;
}
