import type { Choice } from '../reply';
import { calledOff, typedComeBack, typedOutcome } from './words';

const offer: Choice = {
  label: '',
  action: { type: 'choose', value: 'come-back:oc-mentor.payment-late=2026-12-07' },
};
const settled: Choice = { label: '', action: { type: 'choose', value: 'notice:settled' } };
const open: Choice = { label: '', action: { type: 'start-form', form: 'ticket', topicId: 't' } };

test.each([
  'oui prévenez moi le 7',
  'ok rappelle moi',
  'revenez vers moi svp',
  'fais moi signe ce jour là',
  'let me know then',
])('"%s" takes the offer to come back', (text) => {
  expect(typedComeBack(text, [offer])).toBe(offer);
  expect(typedComeBack(text, [])).toBeUndefined();
});

test.each([
  'non ne me rappelez pas',
  'je ne veux pas revenir',
  'il faut que ma conseillère me rappelle et que mon dossier de paie avance',
])('"%s" does not', (text) => {
  expect(typedComeBack(text, [offer])).toBeUndefined();
});

test.each([
  ['plus besoin', 'off'],
  ['finalement plus besoin de revenir vers moi merci', 'off'],
  ['pas la peine de me rappeler', 'off'],
  ['annulez le rappel', 'off'],
  ['tu peux annuler le rappel finalement', 'off'],
  ['no longer needed', 'off'],
  ["c'est réglé", 'settled'],
  ["j'ai été payée ce matin", 'settled'],
  ["bonjour j'ai bien reçu le virement", 'settled'],
  ["c'est bon j'ai bien reçu l'appel", 'settled'],
  ["je n'ai pas été payée", null],
  ['toujours rien', null],
  ["c'est bon", null],
  ["plus besoin d'un nouvel étudiant", null],
])('"%s" calls off: %s', (text, said) => {
  expect(calledOff(text)).toBe(said);
});

test.each([
  ['non toujours rien', open],
  ['tjr pas', open],
  ['nn', open],
  ['pas encore reçu', open],
  ["oui c'est bon merci", settled],
  ['oui reçu hier', settled],
  ['oui toujours pas', undefined],
  ['je voudrais transférer Maya', undefined],
])('"%s" answers a promise that was kept', (text, choice) => {
  expect(typedOutcome(text, [settled, open])).toBe(choice);
});
