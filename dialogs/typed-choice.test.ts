import type { Choice } from './reply';
import { freshState } from './state';
import type { Turn } from './turn';
import { turnFromTyped } from './typed-choice';

const choice = (label: string, value: string): Choice => ({ label, action: { type: 'choose', value } });
const offered = [choice('Payée', 'a'), choice('En cours', 'b'), choice("Ça m'a aidé", 'c')];
const human: Choice = { label: "Parler à quelqu'un", action: { type: 'talk-to-someone' } };

const typed = (text: string, state: Partial<ReturnType<typeof freshState>> = { offered }) => {
  const turn: Turn = {
    id: 't',
    conversationId: 'c',
    channel: 'webchat',
    kind: 'message',
    text,
    action: null,
    attachments: [],
    refusedAttachments: [],
    unreadable: null,
    desk: 'abc',
    person: null,
    locale: 'fr',
    now: new Date(0),
  };
  return turnFromTyped(turn, { ...freshState(), ...state }).action;
};

test.each([
  ['payée', 'a'],
  ['PAYEE', 'a'],
  ['en cours.', 'b'],
  ['ca m’a aidé', 'c'],
  ['la première', 'a'],
  ['le deuxième', 'b'],
  ['the first one', 'a'],
])('typing "%s" presses its button', (text, value) => {
  expect(typed(text)).toEqual({ type: 'choose', value });
});

test.each(['payée hier', 'cours', 'oui', ''])('"%s" is no button', (text) => {
  expect(typed(text)).toBeNull();
});

describe('an offer in one sentence', () => {
  const offer = { yes: human, no: choice('Autre chose', 'x'), plainYesOnly: false };

  test('"oui" and "ok" take it, "non" takes the other way', () => {
    expect(typed('oui', { offer })).toEqual(human.action);
    expect(typed('ok', { offer })).toEqual(human.action);
    expect(typed('non', { offer })).toEqual({ type: 'choose', value: 'x' });
  });

  test('under an answer only a plain "oui" does: "ok" is thanks', () => {
    expect(typed('oui', { offer: { ...offer, plainYesOnly: true } })).toEqual(human.action);
    expect(typed('ok', { offer: { ...offer, plainYesOnly: true } })).toBeNull();
  });
});
