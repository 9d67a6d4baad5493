import type { Reply, ReplyMeta } from '../dialogs/reply';
import type { Turn } from '../dialogs/turn';
import { routedMessage } from './routed-message';

const turn: Turn = {
  id: 'a1',
  conversationId: 'c1',
  channel: 'webchat',
  kind: 'message',
  text: 'jai pas été payé',
  action: null,
  attachments: [],
  refusedAttachments: [],
  unreadable: null,
  desk: 'abc',
  person: null,
  locale: 'fr',
  now: new Date('2026-11-18T10:00:00Z'),
};
const said = (...metas: readonly ReplyMeta[]): Reply[] =>
  metas.map((meta) => ({ kind: 'text', text: '...', choices: [], meta }));
const categoryOf = (topicId: string) => (topicId === 'abc.pay-late' ? 'payment' : null);

describe('what became of a message', () => {
  test.each<[string, readonly ReplyMeta[], object]>([
    [
      'an article',
      [{ decision: 'answer', topic: 'abc.pay-late', confidence: 0.93 }],
      { outcome: 'answer', topicId: 'abc.pay-late', category: 'payment', confidence: 0.93 },
    ],
    [
      'an article after a word of sympathy',
      [{ decision: 'service' }, { decision: 'answer', topic: 'abc.pay-late', confidence: 0.9 }],
      { outcome: 'answer', topicId: 'abc.pay-late' },
    ],
    ['topics offered', [{ decision: 'clarify' }], { outcome: 'clarify', topicId: null, confidence: null }],
    ['out of scope', [{ decision: 'reject' }], { outcome: 'reject' }],
    ['a greeting', [{ decision: 'service' }], { outcome: 'service' }],
    ['a question of a form', [{ decision: 'answer', form: 'coupon', slot: 'when' }], { outcome: 'form' }],
    [
      'a ticket filed by a form',
      [{ decision: 'answer', topic: 'abc.pay-late', form: 'ticket', ticket: 'ABC-1' }],
      { outcome: 'handed-over', topicId: 'abc.pay-late' },
    ],
    [
      'a topic that is not known any more',
      [{ decision: 'answer', topic: 'abc.gone' }],
      { topicId: 'abc.gone', category: null },
    ],
  ])('%s', (_what, metas, expected) => {
    expect(routedMessage(turn, said(...metas), categoryOf)).toMatchObject(expected);
  });

  test.each<[string, Partial<Turn>]>([
    ['a button', { action: { type: 'confirm' } }],
    ['a file alone', { text: '' }],
    ['the welcome', { kind: 'joined', text: '' }],
  ])('%s is no message', (_what, part) => {
    expect(routedMessage({ ...turn, ...part }, said({ decision: 'answer' }), categoryOf)).toBeNull();
  });

  test('a turn without an answer is none', () => {
    expect(routedMessage(turn, [], categoryOf)).toBeNull();
  });
});
