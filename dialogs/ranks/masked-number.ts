import { MASKED_IBAN, MASKED_NIR } from '../../data/redaction';
import type { DeskId } from '../../data/desks/types';
import { showTopic } from '../answer/show-topic';
import { backToForm } from '../forms';
import { humanChoice, say } from '../replies';
import type { Rank } from '../router';
import { wordCount } from '../text/fold';
import { additionQuestion } from '../ticket/addition';

/** Words beside the number from which on a message says something of its own. */
const OWN_WORDS = 3;

/** Where each number belongs, on the desks whose sources say something of it (facts A019, A023, G025). */
const TOPIC_OF_NUMBER: Partial<Record<DeskId, Readonly<{ iban?: string; nir?: string }>>> = {
  abc: { iban: 'abc.iban', nir: 'abc.ssn' },
  ogestion: { iban: 'ogestion.bank-details' },
};

/** Whether a bank or social-security number was hidden in a text. */
export const hasMasked = (text: string): boolean => text.includes(MASKED_IBAN) || text.includes(MASKED_NIR);

/** Somebody typed nothing but her IBAN or social-security number: it was hidden, and belongs elsewhere. */
export const maskedNumberRank: Rank = {
  name: 'masked-number',
  async take(scene, forms) {
    const { turn, state, words } = scene;
    if (turn.action !== null || !hasMasked(turn.text)) return null;
    const rest = turn.text.replaceAll(MASKED_IBAN, ' ').replaceAll(MASKED_NIR, ' ');
    if (wordCount(rest) > OWN_WORDS) return null;
    const masked = say(words.input.masked, state.stack.length > 0 ? [] : [humanChoice(scene)]);
    if (state.stack.length > 0) return backToForm(forms, scene, { state, replies: [masked] });
    if (state.awaiting?.kind === 'addition') {
      return { state, replies: [{ ...masked, choices: [] }, additionQuestion(scene, state.awaiting)] };
    }
    const number = turn.text.includes(MASKED_IBAN) ? 'iban' : 'nir';
    const topicId = TOPIC_OF_NUMBER[turn.desk]?.[number];
    if (topicId === undefined) {
      const text = `${words.input.masked} ${words.input.maskedWhere}`;
      return { state, replies: [say(text, [humanChoice(scene)])] };
    }
    const shown = await showTopic(scene, state, { topicId, confidence: 1 });
    return { state: shown.state, replies: [{ ...masked, choices: [] }, ...shown.replies] };
  },
};
