import { readSaid, readYesNo } from './said';

test.each([
  ['BCDF-2345', 'BCDF-2345'],
  ['bcdf-2345', 'bcdf-2345'],
  [' bcdf2345 ', 'bcdf2345'],
  ['Bcdf 2345.', 'Bcdf 2345'],
  ['BCDF–2345', 'BCDF-2345'],
  ['ABCD-EFGH', 'ABCD-EFGH'],
  ['mon code est ABCD-EFGH', 'ABCD-EFGH'],
  ['mon code est abcd-efgh', 'abcd-efgh'],
  ['Mon code : bcdf2345', 'bcdf2345'],
  ['Bonjour, voici mon code d’invitation : « BCDF-2345 »', 'BCDF-2345'],
  ['code BCDF 2345', 'BCDF 2345'],
  ['my code is bcdf-2345', 'bcdf-2345'],
  ['MON CODE EST BCDF-2345 !', 'BCDF-2345'],
])('"%s" brings a code', (text, code) => {
  expect(readSaid(text)).toEqual({ kind: 'code', code });
});

test.each([
  'bonjour',
  'avez-vous',
  'etes-vous là',
  'mon code est invalide',
  'mon code est trop long',
  'mon code postal est 75011',
  'quel est mon code',
  'où est mon code d’accès à la session ?',
  'mon code ne marche pas',
  'coupons1',
  '20261118',
  '22334455',
  'G-2611-0001',
  'je veux délier mes coupons',
  'délie ce canal',
  'supprimer mon compte',
  'oui',
  '',
])('"%s" is about something else', (text) => {
  expect(readSaid(text)).toBeNull();
});

test.each([
  ['délier mon compte', 'unlink'],
  ['Délier mon compte.', 'unlink'],
  ['je veux délier mon compte Teams', 'unlink'],
  ['unlink my account', 'unlink'],
  ['Oui, délier mon compte', 'confirm-unlink'],
  ['Yes, unlink my account', 'confirm-unlink'],
  ['Non, le garder lié', 'keep-linked'],
  ['No, keep it linked', 'keep-linked'],
])('"%s": %s', (text, kind) => {
  expect(readSaid(text)).toEqual({ kind });
});

test.each([
  ['Oui', true],
  ['d’accord', true],
  ['non.', false],
  ['mes coupons', null],
])('"%s" answers the question: %s', (text, answer) => {
  expect(readYesNo(text)).toBe(answer);
});
