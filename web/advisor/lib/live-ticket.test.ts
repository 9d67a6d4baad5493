import type { MessageView } from '../../../bot/advisor-api/contract';
import { lastReplyId, repliesSince } from './live-ticket';

const message = (id: string, rest: Partial<MessageView> = {}): MessageView => ({
  id,
  kind: 'reply',
  authorKind: 'advisor',
  authorName: 'Paul',
  text: id,
  at: '2026-11-18T09:00:00Z',
  ...rest,
});
const MESSAGES = [
  message('hers', { authorName: 'Camille' }),
  message('note', { kind: 'note' }),
  message('paul'),
  message('requester', { authorKind: 'requester', authorName: 'Paul' }),
];

test('the last reply is an advisor’s, no note and not the requester’s', () => {
  expect(lastReplyId(MESSAGES)).toBe('paul');
  expect(lastReplyId([])).toBeNull();
});

test.each([
  ['hers', 'Camille', ['paul']],
  ['paul', 'Camille', []],
  [null, 'Nadia', ['hers', 'paul']],
  ['gone', 'Nadia', ['hers', 'paul']],
  [null, 'Paul', ['hers']],
])('since %s %s has not seen %j', (seen, name, expected) => {
  expect(repliesSince(MESSAGES, seen, name).map(({ id }) => id)).toEqual(expected);
});
