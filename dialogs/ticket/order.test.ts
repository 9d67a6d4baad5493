import { isForTicket, readTicketOrder, type TicketOrder } from './order';

const PLAIN: readonly (readonly [TicketOrder, string])[] = [
  ['status', 'où en est ma demande ?'],
  ['status', 'Bonjour, vous avez reçu ma demande ?'],
  ['status', 'mon ticket avance ?'],
  ['status', 'des nouvelles de ma réclamation ?'],
  ['status', "où en est ma demande d'hier ?"],
  ['status', "j'ai fait une demande la semaine dernière et toujours pas de réponse"],
  ['status', 'where is my request?'],
  ['add', 'je voudrais ajouter une capture à mon ticket'],
  ['add', 'joindre un document à ma demande'],
  ['add', 'je veux compléter ma demande'],
  ['add', 'changer la date dans ma demande'],
  ['add', 'I want to add a file to my request'],
  ['withdraw', "laissez tomber, c'est réglé pour ma demande"],
  ['withdraw', 'annulez ma demande svp'],
  ['withdraw', 'je retire ma plainte'],
  ['withdraw', 'vous pouvez fermer le ticket'],
  ['withdraw', "je n'ai plus besoin de ma demande"],
  ['withdraw', 'please cancel my request'],
  ['reopen', "rouvrez ma demande, ce n'est pas réglé"],
  ['reopen', "ma demande n'est toujours pas résolue"],
  ['reopen', "ce n'est pas réglé pour ma demande"],
  ['reopen', 'reopen my ticket please'],
];

test.each(PLAIN)('%s: %s', (order, text) => expect(readTicketOrder(text)).toEqual({ order, plain: true }));

test.each([
  ['withdraw', "c'est réglé merci"],
  ['withdraw', 'problème résolu'],
  ['reopen', "ce n'est pas réglé"],
  ['reopen', 'ça ne marche toujours pas'],
] as const)('%s only where there is such a request: %s', (order, text) => {
  expect(readTicketOrder(text)).toEqual({ order, plain: false });
});

test.each([
  'où en est ma demande de prise en charge ?',
  'annuler ma demande de transfert pour Yanis',
  "mon étudiant a annulé la session d'hier",
  'annuler mes cours de mardi',
  'je veux ajouter un parcours',
  'la famille Retour demande un cours',
  "je n'ai pas été payée",
  'annuler',
  'oui',
  '',
])('none of hers: %s', (text) => expect(readTicketOrder(text)).toBeNull());

test('a file says whom it is for', () => {
  expect(isForTicket('une autre capture pour ma demande')).toBe(true);
  expect(isForTicket('voici mon relevé')).toBe(false);
});
