import { fr } from '../strings.fr';
import { actionInWords, detailInWords, subjectInWords } from './in-words';

test.each([
  ['tickets.read', 'a consulté', 'Demandes'],
  ['tickets.priority', 'a changé la priorité', 'Demandes'],
  ['coupons.export.read', 'a exporté', 'Coupons'],
  ['password', 'a changé son mot de passe', ''],
  ['sessions.revoke', 'a fermé', 'Sessions'],
  ['replies', 'a modifié', 'Réponses types'],
  ['rockets.launch', 'launch', 'rockets'],
])('%s', (action, words, subject) => {
  expect(actionInWords(action, fr)).toBe(words);
  expect(subjectInWords(action, fr)).toBe(subject);
});

test('a detail leaves out what only the machine needs', () => {
  expect(
    detailInWords({ priority: 'high', version: 3, clientId: 'x', assigneeId: null, open: true }, fr),
  ).toBe('priorité : high, open : true');
});
