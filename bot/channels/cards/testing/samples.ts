import type { Choice, Reply } from '../../../../dialogs/reply';

/** What somebody types who tries to get through. */
export const HOSTILE = 'Elle a dit **bravo** [ici](https://evil.example) <img src=x onerror=alert(1)>';

export const pick = (label: string, value = label): Choice => ({ label, action: { type: 'choose', value } });
export const human: Choice = { label: "Parler à quelqu'un", action: { type: 'talk-to-someone' } };
export const helped = (helpful: boolean): Choice => ({
  label: helpful ? "Ça m'a aidé" : 'Pas vraiment',
  action: { type: 'helpful', topicId: 'abc.payment-late', branchId: 'wait', helpful },
});

export const sentence = (choices: readonly Choice[] = []): Reply => ({
  kind: 'text',
  text: `Vous voulez dire… ${HOSTILE}`,
  choices,
  meta: { decision: 'clarify' },
});
export const answer: Reply & { kind: 'answer' } = {
  kind: 'answer',
  title: 'Paiement en retard',
  body: '**Attendez encore un peu.**\n\nVoir [le portail](https://portail.example).',
  steps: ['Ouvrez **Mes coupons**.', 'Vérifiez le mois.'],
  date: { label: 'Écrivez-nous à partir du', value: 'lundi 7 décembre' },
  choices: [helped(true), helped(false), human],
  meta: { decision: 'answer', topic: 'abc.payment-late', confidence: 0.93 },
};
export const question: Reply & { kind: 'question' } = {
  kind: 'question',
  text: 'Pour quel élève ?',
  progress: { done: 2, of: 4 },
  choices: [pick('Léa (famille Martin)', 'coupon:assignment="a1"'), pick('Hugo', 'coupon:assignment="a2"')],
  meta: { decision: 'answer', form: 'coupon', slot: 'assignment' },
};
export const readBack: Reply & { kind: 'read-back' } = {
  kind: 'read-back',
  title: "Voici le coupon. J'enregistre ?",
  facts: [
    { label: 'Élève', value: 'Léa' },
    { label: 'Note', value: HOSTILE },
  ],
  notice: 'Il restera 3 coupons.',
  choices: [
    { label: 'Confirmer', action: { type: 'confirm' }, primary: true },
    { label: 'Modifier', action: { type: 'correct' } },
    { label: 'Annuler', action: { type: 'cancel' } },
  ],
  meta: { decision: 'answer', form: 'coupon' },
};
export const receipt: Reply & { kind: 'receipt' } = {
  kind: 'receipt',
  title: 'Demande envoyée',
  reference: 'ABC-2026-0042',
  facts: [{ label: 'Sujet', value: HOSTILE }],
  text: 'La réponse arrivera ici.',
  choices: [],
  meta: { decision: 'answer', ticket: 'ABC-2026-0042' },
};
export const day = (label: string, iso: string): Choice => pick(label, `appointment:slot="wish|${iso}"`);
export const slots: Reply & { kind: 'question' } = {
  kind: 'question',
  text: 'Quel créneau vous convient ?',
  progress: { done: 3, of: 4 },
  choices: [
    day('jeudi 26 novembre à 9 h', '2026-11-26T09:00:00+01:00'),
    day('jeudi 26 novembre à 9 h 30', '2026-11-26T09:30:00+01:00'),
    day('lundi 30 novembre à 14 h', '2026-11-30T14:00:00+01:00'),
    { label: 'Un autre jour', action: { type: 'correct', slot: 'day' } },
  ],
  meta: { decision: 'answer', form: 'appointment', slot: 'slot' },
};

export const replies: Readonly<Record<string, Reply>> = {
  'sentence with choices': sentence([pick('Le paiement'), pick('Une pause'), pick('Autre chose')]),
  'bare sentence': sentence(),
  answer,
  question,
  'slot picker': slots,
  'read-back': readBack,
  receipt,
};
