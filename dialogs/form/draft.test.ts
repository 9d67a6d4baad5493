import { draftChange } from './draft';
import { newFormState } from './state';
import type { SlotValues, Step } from './types';

const NOW = new Date('2026-11-18T09:00:00Z');
const view = (given: SlotValues, known: SlotValues = {}) => ({
  values: { ...known, ...given },
  state: { ...newFormState({ id: 'f', version: 1 }, { now: NOW }), values: given },
});
const asked: Step = { kind: 'ask', slot: 'x', state: view({}).state, notes: [] };
const restarted: Step = { ...asked, notes: [{ kind: 'restarted' }] };

test.each<[string, SlotValues, SlotValues, object | null]>([
  ['nothing said', { a: 'x' }, { a: 'x' }, null],
  ['an answer', {}, { a: 'x' }, { set: { a: 'x' }, clear: [] }],
  ['an answer beside another', { a: 'x' }, { a: 'x', b: 'y' }, { set: { b: 'y' }, clear: [] }],
  ['a correction', { a: 'x', b: 'y' }, { a: 'z', b: 'y' }, { set: { a: 'z' }, clear: [] }],
  ['an answer left out after all', { a: 'x', b: 'y' }, { b: 'y' }, { set: {}, clear: ['a'] }],
])('%s', (_, before, after, change) => {
  expect(draftChange(view(before), asked, view(after))).toEqual(change);
});

test('what an earlier conversation knew is not written again', () => {
  expect(draftChange(view({}, { a: 'x' }), asked, view({ b: 'y' }, { a: 'x' }))).toEqual({
    set: { b: 'y' },
    clear: [],
  });
});

test('starting over takes everything back, also what an earlier conversation knew', () => {
  expect(draftChange(view({ b: 'y' }, { a: 'x' }), restarted, view({}, { a: 'x' }))).toEqual({
    set: {},
    clear: ['a', 'b'],
  });
});
