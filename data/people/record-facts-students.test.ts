import { absencesInARow } from './record-facts';
import { at, facts, NOW } from './testing/facts-of';
import type { Student } from './types';

describe('students', () => {
  const student = (name: string, rest: Partial<Student> = {}): Student => ({
    id: name,
    personId: 'p',
    name,
    path: 'Data analyst',
    active: true,
    fundingEndsOn: null,
    pathEndsOn: null,
    sessions: [],
    ...rest,
  });
  const maya = student('Maya Diallo', {
    fundingEndsOn: new Date('2026-12-01T12:00:00Z'),
    pathEndsOn: new Date('2027-02-28T12:00:00Z'),
  });
  const lucas = student('Lucas Bernard', { active: false });
  const elias = student('Élias Morvan');

  it('the only one, or the only one in the list, need not be named', () => {
    const expected = {
      'student.name': 'Maya Diallo',
      'student.path': 'Data analyst',
      'student.in_list': true,
      'student.funding_ends_on': '2026-12-01',
      'student.path_ends_on': '2027-02-28',
      'student.absences_in_a_row': 0,
    };
    expect(facts({ students: [maya] })).toMatchObject(expected);
    expect(facts({ students: [lucas, maya] })).toMatchObject(expected);
    expect(facts({ students: [lucas] })).toMatchObject({
      'student.name': 'Lucas Bernard',
      'student.in_list': false,
    });
  });

  it('of several, none is meant until one is named', () => {
    expect(
      Object.keys(facts({ students: [maya, elias] })).filter((key) => key.startsWith('student.')),
    ).toEqual([]);
  });

  it.each([
    ['Élias Morvan', 'Élias Morvan'],
    ['elias morvan', 'Élias Morvan'],
    ['ELIAS', 'Élias Morvan'],
    ['Lucas', 'Lucas Bernard'],
  ])('%s is %s', (studentName, name) => {
    expect(facts({ students: [maya, lucas, elias], studentName })['student.name']).toBe(name);
  });

  it('a date that is not known is absent', () => {
    expect(facts({ students: [elias] })).not.toHaveProperty(['student.funding_ends_on']);
  });

  it('someone who is not among them is not in the list, and nothing else is known', () => {
    expect(facts({ students: [maya], studentName: 'Bob Inconnu' })).toMatchObject({
      'student.name': 'Bob Inconnu',
      'student.in_list': false,
    });
    expect(facts({ students: [maya], studentName: 'Bob Inconnu' })).not.toHaveProperty(['student.path']);
  });

  it('a first name that two share names neither', () => {
    const other = student('Maya Petit');
    expect(facts({ students: [maya, other], studentName: 'Maya' })).not.toHaveProperty(['student.path']);
  });

  it.each([
    ['no session yet', '', 0],
    ['came every time', 'd d d', 0],
    ['absent last time', 'd a', 1],
    ['absent twice', 'd a a', 2],
    ['absent from the beginning', 'a a a', 3],
    ['came back since', 'a a d', 0],
    ['a justified absence is not counted', 'd a j', 1],
    ['a justified absence does not end the row', 'd a j a', 2],
    ['a cancelled session does not end it', 'd a c a', 2],
    ['what is planned is not yet missed', 'd a p', 1],
  ])('absences in a row: %s', (_, list, count) => {
    const kinds = { d: 'done', a: 'absent', j: 'absent', c: 'cancelled', p: 'planned' } as const;
    const sessions = list
      .split(' ')
      .filter(Boolean)
      .map((kind, index) => ({
        scheduledAt: at(`2026-11-0${index + 1}T18:00`),
        status: kinds[kind as keyof typeof kinds],
        justified: kind === 'j',
      }));
    expect(absencesInARow({ sessions }, NOW)).toBe(count);
    expect(absencesInARow({ sessions: [...sessions].reverse() }, NOW)).toBe(count);
  });

  it('a session that is still to come counts for nothing', () => {
    const sessions = [{ scheduledAt: at('2026-11-19T18:00'), status: 'absent' as const, justified: false }];
    expect(absencesInARow({ sessions }, NOW)).toBe(0);
  });

  const missed = (...times: readonly string[]): Student =>
    student('Maya Diallo', {
      sessions: times.map((time) => ({ scheduledAt: at(time), status: 'absent', justified: false })),
    });

  it('the dates of the row are told, oldest first, and that none of them is justified', () => {
    expect(facts({ students: [missed('2026-11-04T18:00', '2026-11-11T18:00')] })).toMatchObject({
      'student.absence_dates': '2026-11-04 2026-11-11',
      'student.last_absence_on': '2026-11-11',
      'student.justified': false,
    });
    expect(facts({ students: [maya] })).not.toHaveProperty(['student.justified']);
  });

  it.each([
    ['a minute before 48 hours have passed', '2026-11-16T10:01', '2026-11-18'],
    ['after 48 hours', '2026-11-16T10:00', undefined],
    ['yesterday evening', '2026-11-17T18:00', '2026-11-19'],
  ])('M027: the absence can still be justified: %s', (_, absent, until) => {
    expect(facts({ students: [missed(absent)] })['student.justification_until']).toBe(until);
  });

  it('cancellations since the student last attended are counted', () => {
    const sessions = (['done', 'cancelled', 'cancelled'] as const).map((status, index) => ({
      scheduledAt: at(`2026-11-0${index + 1}T18:00`),
      status,
      justified: false,
    }));
    expect(facts({ students: [student('Tom', { sessions })] })['student.cancellations_in_a_row']).toBe(2);
  });

  it('how many are in the list is told where there are records of students', () => {
    expect(facts({ students: [maya, lucas, elias] })['students.active']).toBe(2);
    expect(facts()).not.toHaveProperty(['students.active']);
  });
});
