import { join } from 'node:path';
import { createKnowledge } from '../../knowledge/create';
import { namedIn, withoutNames } from './name-signs';

const ROOT = join(__dirname, '..', '..');
const knowledge = createKnowledge({
  dir: join(ROOT, 'knowledge'),
  cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
});
const PEOPLE = ['Rose Delattre', 'Avril Fontaine', 'Marin Retour', 'Maya Diallo', 'Mai Nguyen'];
const named = (text: string) =>
  namedIn(knowledge.matchNames.bind(knowledge), text, PEOPLE, (name) => [name]).map(
    ({ candidate }) => candidate,
  );

test.each([
  ['Rose ne répond plus', 'Rose Delattre'],
  ['rose ne repond plus a mes messages', 'Rose Delattre'],
  ['ROSE ABSENTE ENCORE', 'Rose Delattre'],
  ['je dois transférer rose', 'Rose Delattre'],
  ['Avril est encore absente', 'Avril Fontaine'],
  ['avril me repond pas', 'Avril Fontaine'],
  ['la session de avril', 'Avril Fontaine'],
  ['3 relances, avril injoignable', 'Avril Fontaine'],
  ['jai prévenu Marin', 'Marin Retour'],
  ['Mai abandonne', 'Mai Nguyen'],
])('"%s" names %s', (text, name) => {
  expect(named(text)).toEqual([name]);
});

test.each([
  'je serai absente en avril',
  'paiement d avril toujours pas arrivé',
  'Avril n est pas payé',
  'au retour des vacances',
  'retour',
  'le 12 mai je pars',
  'mon salaire de mai',
  'fin avril',
  'je serai absente en Avril',
  'une rose pour vous',
  'depuis avril il ne répond plus',
])('"%s" names nobody', (text) => {
  expect(named(text)).toEqual([]);
});

test('what is read beside a name does not read the name', () => {
  const text = 'Avril est absente depuis le 9 avril';
  const found = namedIn(knowledge.matchNames.bind(knowledge), text, PEOPLE, (name) => [name]);
  expect(withoutNames(text, found)).toBe('_____ est absente depuis le 9 avril');
});
