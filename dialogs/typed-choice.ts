import type { Choice } from './reply';
import { typedAppointment } from './appointment/typed';
import { typedComeBack, typedOutcome } from './come-back/words';
import { typedFeedback } from './answer/feedback';
import { readSlotAction } from './form/actions';
import { exactIntent } from './form/exact';
import type { ConversationState } from './state';
import { fold, wordCount } from './text/fold';
import type { Turn } from './turn';

const ORDINALS: readonly (readonly string[])[] = [
  [
    'le premier',
    'la premiere',
    'premier',
    'premiere',
    'le 1er',
    'la 1ere',
    'the first',
    'the first one',
    'first',
  ],
  [
    'le deuxieme',
    'la deuxieme',
    'deuxieme',
    'le second',
    'la seconde',
    'second',
    'the second',
    'the second one',
  ],
  ['le troisieme', 'la troisieme', 'troisieme', 'the third', 'the third one', 'third'],
];
const LAST = ['le dernier', 'la derniere', 'the last', 'the last one'];

/** Pressing a button and typing its label do the same; "la première" names it by its place. */
export function turnFromTyped(turn: Turn, state: ConversationState): Turn {
  if (turn.kind !== 'message' || turn.action !== null || turn.text === '' || turn.attachments.length > 0)
    return turn;
  const folded = fold(turn.text);
  if (folded === '') return turn;
  const labelled = state.offered.find((choice) => fold(choice.label) === folded);
  const chosen =
    labelled ??
    byPlace(folded, state.offered) ??
    byRequest(turn.text, state.offered) ??
    typedAppointment(turn.text, state.offered) ??
    typedComeBack(turn.text, state.offered) ??
    typedOutcome(turn.text, state.offered) ??
    byNone(folded, state.offered) ??
    byFeedback(turn.text, state.offered) ??
    accepted(turn.text, state);
  return chosen === undefined ? turn : { ...turn, action: chosen.action };
}

/** "Oui" after "Une personne peut vous lire" takes the offer. */
function accepted(text: string, { offer }: ConversationState): Choice | undefined {
  if (offer === null) return undefined;
  const intent = exactIntent(text);
  if (offer.plainYesOnly && !/^(?:oui|ouais|yes|volontiers|je veux bien)\b/.test(fold(text)))
    return undefined;
  if (intent === 'yes') return offer.yes;
  return intent === 'no' ? (offer.no ?? undefined) : undefined;
}

function byPlace(folded: string, offered: readonly Choice[]): Choice | undefined {
  // Only what stands for an answer is counted, not the small actions beside it.
  const answers = ofOneSlot(
    offered.filter(({ action }) => action.type === 'choose' || action.type === 'show-topic'),
  );
  if (answers.length < 2) return undefined;
  if (LAST.includes(folded)) return answers[answers.length - 1];
  const place = ORDINALS.findIndex((names) => names.includes(folded));
  return place < 0 ? undefined : answers[place];
}

/** Under a form's question, the buttons that answer it: the one to other slots is none. */
function ofOneSlot(choices: readonly Choice[]): readonly Choice[] {
  const slotOf = ({ action }: Choice): string | undefined =>
    action.type === 'choose' ? readSlotAction(action.value)?.slot : undefined;
  const [first] = choices;
  const slot = first === undefined ? undefined : slotOf(first);
  return slot === undefined ? choices : choices.filter((choice) => slotOf(choice) === slot);
}

/** "La G-2611-0042", "la 42" or "celle sur Yanis": one of several requests of hers, by its number or by words of its subject. */
function byRequest(text: string, offered: readonly Choice[]): Choice | undefined {
  const requests = offered.filter(
    ({ action }) => action.type === 'choose' && TICKET_BUTTON.test(action.value),
  );
  if (requests.length < 2 || wordCount(text) > MOST_WORDS_FOR_A_CHOICE) return undefined;
  const words = fold(text).split(' ');
  const scored = requests.map((choice) => {
    const label = fold(choice.label).split(' ');
    const numbers = label.slice(0, 3).filter((part) => /^\d+$/.test(part) && Number(part) > 0);
    const number = numbers[numbers.length - 1];
    const isNumbered = words.some((word) => /^\d+$/.test(word) && Number(word) === Number(number));
    const shared = label.slice(3).filter((word) => word.length > 3 && words.includes(word)).length;
    return { choice, score: isNumbered ? 100 : shared };
  });
  const [best, next] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0 && best.score > (next?.score ?? 0) ? best.choice : undefined;
}

const TICKET_BUTTON = /^ticket-(?:add|withdraw|reopen):/;
const MOST_WORDS_FOR_A_CHOICE = 8;

/** "Oui merci ça m'aide" and "non pas du tout" under an answer say what its small buttons say. */
function byFeedback(text: string, offered: readonly Choice[]): Choice | undefined {
  if (!offered.some(({ action }) => action.type === 'helpful')) return undefined;
  const helpful = typedFeedback(text);
  if (helpful === null) return undefined;
  return offered.find(({ action }) => action.type === 'helpful' && action.helpful === helpful);
}

const NONE_OF_THESE =
  /^(?:(?:non|no) )?(?:rien de (?:tout )?(?:ca|cela)|aucun\w*(?: des (?:trois|deux|choix))?|ni l un ni l autre|pas (?:du tout|vraiment)|(?:c est )?pas ca|autre|rien a voir|none(?: of (?:these|them|those))?|neither|something else|not really)$|^(?:non|nan|no|nope)$/;

/** "Rien de tout ça" where topics were offered. */
const byNone = (folded: string, offered: readonly Choice[]): Choice | undefined =>
  NONE_OF_THESE.test(folded)
    ? offered.find(({ action }) => action.type === 'choose' && action.value === 'clarify:none')
    : undefined;
