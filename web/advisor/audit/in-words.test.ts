import { datesIn } from '../lib/dates';
import { en } from '../strings.en';
import { fr } from '../strings.fr';
import { actionInWords, detailInWords, subjectInWords, type Wording } from './in-words';

const wording: Wording = {
  strings: fr,
  dates: datesIn('fr-FR', 'Europe/Paris'),
  now: new Date('2026-11-22T10:00:00Z'),
  names: {
    'abc.contact': 'Joindre un conseiller',
    'advisor-abc-1': 'Nadia Benali',
    'advisor-abc-2': 'Hugo Marchal',
    '6f1c3f5e-7a36-4f0e-9a4e-0d5e3f1f2a10': 'ABC-2026-0012',
    abc: 'ABC',
  },
};

test.each([
  ['tickets.read', 'a consulté la demande', 'Demandes'],
  ['coupons.export.read', 'a exporté les coupons', 'Coupons'],
  ['advisors.absences', 'a noté une absence', 'Conseillers'],
  ['webchat-keys.revoke', 'a révoqué une clé', 'Clés'],
  // Written by an earlier release, whose words are gone.
  ['rockets.launch', 'rockets.launch', 'rockets'],
])('%s', (action, words, subject) => {
  expect(actionInWords(action, fr)).toBe(words);
  expect(subjectInWords(action, fr)).toBe(subject);
});

test('every action is about a thing that can be chosen in the filter, in both languages', () => {
  for (const strings of [fr, en]) {
    const subjects = new Set(Object.keys(strings.audit.actions).map((action) => action.split('.')[0] ?? ''));
    expect(Object.keys(strings.audit.subjects).sort()).toEqual([...subjects].sort());
  }
});

test.each<[string, Record<string, unknown>, string]>([
  ['what only the machine needs is left out', { version: 3, clientId: 'x', seenReplyId: null }, ''],
  ['a word of the application', { priority: 'high', status: 'solved' }, 'priorité : Haute, état : Résolue'],
  ['a topic', { topicId: 'abc.contact' }, 'sujet : Joindre un conseiller'],
  ['an advisor', { assigneeId: 'advisor-abc-2' }, 'attribuée à : Hugo Marchal'],
  ['a request', { into: '6f1c3f5e-7a36-4f0e-9a4e-0d5e3f1f2a10' }, 'dans : ABC-2026-0012'],
  ['the id of something that is gone', { into: '00000000-7a36-4f0e-9a4e-0d5e3f1f2a10' }, ''],
  [
    'a day and a time',
    { from: '2026-12-01', fromTime: '14:00' },
    'de : mardi 1er décembre, à partir de : 14:00',
  ],
  ['yes and no', { open: true, force: false }, 'ouvert : oui, forcé : non'],
  ['a kind of records', { kind: 'invoices', created: 3 }, 'genre : Factures, créées : 3'],
  [
    'what is different, not what stayed',
    {
      before: { name: 'Nadia Benali', role: 'advisor', desks: ['abc'] },
      after: { name: 'Nadia Benali', role: 'supervisor', desks: ['abc'] },
    },
    'rôle : Conseiller → Responsable',
  ],
  [
    'names in a list',
    {
      before: { members: ['advisor-abc-1'], categories: [] },
      after: { members: ['advisor-abc-1', 'advisor-abc-2'], categories: ['payment'] },
    },
    'membres : Nadia Benali → Nadia Benali, Hugo Marchal, catégories : rien → Paiement',
  ],
  [
    'hours of a week',
    {
      before: { 1: [{ from: '09:00', to: '12:00' }], 2: [{ from: '09:00', to: '12:00' }] },
      after: {
        1: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '18:00' },
        ],
        2: [{ from: '09:00', to: '12:00' }],
      },
    },
    'lundi : 09:00–12:00 → 09:00–12:00, 14:00–18:00',
  ],
  [
    'deadlines',
    { before: { urgent: { 'first-reply': 30 } }, after: { urgent: { 'first-reply': 20 } } },
    'Urgente · première réponse (min) : 30 → 20',
  ],
  [
    'something new',
    { before: null, after: { day: '2026-12-24', open: false } },
    'jour : jeudi 24 décembre, ouvert : non',
  ],
  ['something taken away', { before: { name: 'Paie' }, after: null }, 'nom : Paie'],
])('a detail says %s', (_what, detail, said) => {
  expect(detailInWords(detail, wording)).toBe(said);
});
