import type { Scene } from '../scene';
import { toldFacts, urgentTopic, withoutToldClauses } from './told';

/** Nothing but the desk is looked at for these topics. */
const on = (desk: string): Scene => ({ turn: { desk } }) as unknown as Scene;
const told = (topicId: string, text: string, records = {}) =>
  toldFacts(on(topicId.split('.')[0] ?? ''), topicId, text, records);

describe('whether students have been told', () => {
  test.each([
    ['transférer Maya, elle est au courant', true],
    ["je l'ai déjà prévenue", true],
    ['il a été informé hier', true],
    ['je lui ai pas encore dit', false],
    ["elle n'est pas au courant", false],
    ['pas encore prévenu', false],
    ['il le sait pas', false],
    ['je viens de lui dire', true],
    ['je voudrais transférer Maya', undefined],
    ['faut-il prévenir Maya ?', undefined],
  ])('"%s": %s', async (text, value) => {
    expect((await told('oc-mentor.transfer', text))['student_told']).toBe(value);
  });
});

describe('attempts to reach a student (C017)', () => {
  test.each([
    ['rose repond plus, 3 relances', 3],
    ["je l'ai contacté deux fois", 2],
    ['5 mails et rien', 3],
    ['un message sans réponse', 1],
    ['elle ne répond plus', undefined],
    ['3 semaines sans nouvelles', undefined],
  ])('"%s": %s', async (text, count) => {
    expect((await told('oc-coach.student-absent', text))['attempts']).toBe(count);
  });
});

describe('absences in a row (M032-M034)', () => {
  const count = async (text: string, recorded?: number) =>
    (await told('oc-mentor.student-absent', text, { 'student.absences_in_a_row': recorded ?? null }))[
      'student.absences_in_a_row'
    ];

  test.each([
    ['2e absence de suite', 1, 2],
    ['deuxième lapin', 1, 2],
    ['absent 3 fois de suite', 0, 3],
    ['deux absences', 2, undefined],
    ['une absence', 2, undefined],
    ['encore absent', 1, undefined],
    ['absent mais il a justifié', 1, 0],
    ['absence justifiée', 2, 0],
    ['deux absences non justifiées', 1, 2],
    ['il peut justifier ?', 1, undefined],
  ])('"%s" with %i recorded: %s', async (text, recorded, said) => {
    expect(await count(text, recorded)).toBe(said);
  });

  test('cancellations are counted for themselves (M026)', async () => {
    expect(await told('oc-mentor.student-absent', 'Lucas a annulé 2 fois de suite')).toEqual({
      'student.cancellations_in_a_row': 2,
    });
  });

  test('a count above the records leaves their dates to be asked', async () => {
    const facts = await told('oc-mentor.student-absent', 'deux absences de suite', {
      'student.absences_in_a_row': 1,
    });
    expect(facts).toMatchObject({ 'student.absence_dates': null, 'student.justified': null });
  });
});

test.each([
  ["elle parle d'arrêter la formation", "risque d'abandon"],
  ['pas de session planifiée cette semaine', 'session non planifiée'],
  ['il annule tout le temps', 'annulations ou absences'],
  ['gros retard, je suis très inquiète', 'retard très inquiétant'],
  ['il annule tout le temps et veut abandonner', undefined],
  ['il a du retard', undefined],
])('the four cases to tell at once (M024-M028): "%s": %s', async (text, value) => {
  expect((await told('oc-mentor.student-behind', text))['alert_case']).toBe(value);
});

test.each([
  ["j'arrête définitivement", true],
  ['arrêter pour quelques mois', false],
  ['je voudrais arrêter', undefined],
])('stopping: "%s": %s', async (text, value) => {
  expect((await told('oc-mentor.stop', text))['for_good']).toBe(value);
});

test.each([
  ["j'ai bien tout rempli", true],
  ['tous les champs sont remplis', true],
  ['tous les champs ne sont pas remplis', false],
  ['la session ne se valide pas', undefined],
])('fields: "%s": %s', async (text, value) => {
  expect((await told('oc-mentor.session-completion', text))['fields_filled']).toBe(value);
});

test('a clause that answers a question of the topic is no second request', () => {
  expect(withoutToldClauses('je pars du 4 au 30, mes étudiants sont prévenus')).toBe('je pars du 4 au 30,');
  expect(withoutToldClauses('mes étudiants sont prévenus')).toBe('mes étudiants sont prévenus');
  expect(withoutToldClauses('il manque 2 sessions, je valide pas ça')).toBe('il manque 2 sessions,');
  expect(withoutToldClauses("pas payée, et je change d'IBAN")).toBe("pas payée, et je change d'IBAN");
});

test('a case to be told at once is shown, although her words speak of an absence', () => {
  expect(urgentTopic('oc-mentor.student-absent', 'pas de rdv avec maya cette semaine')).toBe(
    'oc-mentor.student-behind',
  );
  expect(urgentTopic('oc-mentor.student-absent', 'maya est absente')).toBe('oc-mentor.student-absent');
  expect(urgentTopic('oc-coach.student-absent', 'elle veut abandonner')).toBe('oc-coach.student-absent');
});
