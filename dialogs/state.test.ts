import fc from 'fast-check';
import { freshState, readState, writeState } from './state';

test('a conversation state survives JSON', () => {
  const state = {
    ...freshState(),
    query: 'jai pa été payé',
    stack: [{ id: 'ticket', state: { form: { values: {} } } }],
    offered: [{ label: 'Oui', action: { type: 'choose', value: 'fact:x=true' } as const }],
  };
  expect(readState(JSON.parse(JSON.stringify(writeState(state))))).toEqual(state);
});

test('garbage gives a fresh state, never a throw', () => {
  for (const garbage of [null, undefined, 1, 'x', [], {}, { version: 2 }, { version: '1' }]) {
    expect(readState(garbage)).toEqual(freshState());
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readState(value).version).toBe(1);
    }),
  );
});

test('a damaged part is dropped, the rest is kept', () => {
  expect(
    readState({ version: 1, query: 'bonjour', stack: 'broken', awaiting: { kind: 'other' }, shown: 4 }),
  ).toEqual({
    ...freshState(),
    query: 'bonjour',
  });
});

test('whatever was stored in its fields is read without a throw', () => {
  const field = fc.constantFrom(...Object.keys(freshState()));
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), (fields) => {
      const state = readState({ ...fields, version: 1 });
      expect(readState(writeState(state))).toEqual(state);
    }),
  );
});
