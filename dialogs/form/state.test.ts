import fc from 'fast-check';
import { lostAnswers, migrateFormState, newFormState, parseFormState } from './state';

const NOW = new Date('2026-11-18T09:00:00Z');
const slots = [{ name: 'student' }, { name: 'date' }];

test('a form state survives JSON', () => {
  const state = newFormState(
    { id: 'ticket', version: 1 },
    { now: NOW, values: { student: 'Yanis' }, seed: { a: [1] } },
  );
  expect(parseFormState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test('damaged parts are dropped, the rest is kept', () => {
  const state = {
    ...newFormState({ id: 'ticket', version: 1 }, { now: NOW }),
    misses: 'many',
    values: { a: 1 },
  };
  expect(parseFormState(state)).toMatchObject({ misses: 0, values: { a: 1 } });
});

test('what is no form state is none, and nothing throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseFormState(value) === null || typeof value === 'object').toBe(true);
    }),
  );
});

test('a deploy that changed the form keeps answers under their names and asks what is new', () => {
  const old = {
    ...newFormState({ id: 'ticket', version: 1 }, { now: NOW, values: { student: 'Yanis', gone: 'x' } }),
    phase: 'read-back' as const,
    asked: 'gone',
    given: ['student', 'gone'],
    readBack: { student: 'Yanis', gone: 'x' },
  };
  expect(migrateFormState(old, { version: 2, slots })).toMatchObject({
    version: 2,
    phase: 'asking',
    asked: null,
    values: { student: 'Yanis' },
    given: ['student'],
    readBack: null,
  });
});

test('the same version changes nothing', () => {
  const state = newFormState({ id: 'ticket', version: 2 }, { now: NOW });
  expect(migrateFormState(state, { version: 2, slots })).toBe(state);
});

describe('a question that was renamed', () => {
  const spec = { version: 3, slots, renamed: { pupil: 'student', day: 'date', date: 'student' } };
  const old = {
    ...newFormState(
      { id: 'ticket', version: 1 },
      { now: NOW, values: { pupil: 'Yanis', day: '2026-11-17', place: 'ici' } },
    ),
    given: ['pupil', 'day'],
    skipped: ['day'],
    doubts: { day: ['2026-11-17', '2026-11-10'] },
    asked: 'day',
  };

  test('keeps its answer, its doubts and its place', () => {
    expect(migrateFormState(old, spec)).toMatchObject({
      values: { student: 'Yanis', date: '2026-11-17' },
      given: ['student', 'date'],
      skipped: ['date'],
      doubts: { date: ['2026-11-17', '2026-11-10'] },
      asked: 'date',
    });
  });

  test('is no lost answer; one that was removed is', () => {
    expect(lostAnswers(old, migrateFormState(old, spec))).toBe(false);
    const told = { ...old, given: [...old.given, 'place'] };
    expect(lostAnswers(told, migrateFormState(told, spec))).toBe(true);
  });

  test('migrates once: the second time nothing changes', () => {
    const migrated = migrateFormState(old, spec);
    expect(migrateFormState(migrated, spec)).toBe(migrated);
  });
});
