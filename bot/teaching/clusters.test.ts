import type { UnansweredMessage } from '../../data/teaching/types';
import { textLikeness } from '../advisor-api/likeness';
import { clustersOf } from './clusters';

let number = 0;
const message = (text: string, deskId: UnansweredMessage['deskId'] = 'abc'): UnansweredMessage => ({
  id: `m${(number += 1)}`,
  deskId,
  text,
  outcome: 'reject',
  locale: 'fr',
  at: new Date('2026-11-18T10:00:00Z'),
});
const grouped = (...messages: readonly UnansweredMessage[]): string[][] =>
  clustersOf(messages, textLikeness).map((cluster) => cluster.messages.map(({ text }) => text));

test('what asks the same stands together, the most asked first', () => {
  expect(
    grouped(
      message('je voudrais une carte de visite'),
      message('mon badge ne marche plus'),
      message('badge marche plus du tout'),
      message('le badge marche pas'),
    ),
  ).toEqual([
    ['mon badge ne marche plus', 'badge marche plus du tout', 'le badge marche pas'],
    ['je voudrais une carte de visite'],
  ]);
});

test('desks stay apart, and nothing is grouped with nothing', () => {
  expect(
    grouped(message('mon badge'), message('mon badge', 'oc-mentor'), message('???'), message('...')),
  ).toHaveLength(4);
  expect(grouped()).toEqual([]);
});
