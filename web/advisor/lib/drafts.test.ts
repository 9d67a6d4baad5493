import { EMPTY_DRAFT, keepDraft, readDraft } from './drafts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('each ticket keeps its own reply and its own note', () => {
  const store = memory();
  keepDraft(store, 'a', { mode: 'note', reply: 'Bonjour', note: 'à vérifier' });
  keepDraft(store, 'b', { mode: 'reply', reply: 'Autre', note: '' });
  expect(readDraft(store, 'a')).toEqual({ mode: 'note', reply: 'Bonjour', note: 'à vérifier' });
  expect(readDraft(store, 'b')).toEqual({ mode: 'reply', reply: 'Autre', note: '' });
  expect(readDraft(store, 'c')).toEqual(EMPTY_DRAFT);
});

test('an empty draft leaves nothing behind', () => {
  const store = memory();
  keepDraft(store, 'a', { mode: 'reply', reply: 'x', note: '' });
  keepDraft(store, 'a', EMPTY_DRAFT);
  expect(store.kept.size).toBe(0);
});

test('a broken draft is an empty one', () => {
  const store = memory();
  store.setItem('guichet.draft.a', 'not json');
  expect(readDraft(store, 'a')).toEqual(EMPTY_DRAFT);
});
