import type { Choice } from './reply';
import { exactIntent } from './form/exact';
import type { ConversationState } from './state';
import { fold } from './text/fold';
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
  const chosen = labelled ?? byPlace(folded, state.offered) ?? accepted(turn.text, state);
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
  const answers = offered.filter(({ action }) => action.type === 'choose' || action.type === 'show-topic');
  if (answers.length < 2) return undefined;
  if (LAST.includes(folded)) return answers[answers.length - 1];
  const place = ORDINALS.findIndex((names) => names.includes(folded));
  return place < 0 ? undefined : answers[place];
}
