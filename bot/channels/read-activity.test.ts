import * as fc from 'fast-check';
import type { StoredActivity } from '../../data/conversations/types';
import { redact as redactAll } from '../../data/redaction';
import { parseActivity, toInbound } from './read-activity';
import { readTurn } from './read-turn';

const redact = (text: string): string => text.replace(/FR76[\d ]+/g, '[IBAN masqué]');
const conversation = {
  id: 'c1',
  channel: 'webchat' as const,
  deskId: 'abc' as const,
  userId: 'dl_1',
  personId: null,
  locale: 'fr' as const,
  state: null,
  reference: null,
  lastTurnAt: new Date(0),
  heldById: null,
  scope: null,
  deskPending: false,
};

function turnOf(raw: Record<string, unknown>, mask = redact) {
  const parsed = parseActivity({ type: 'message', ...raw });
  if (!parsed.ok) throw new Error(parsed.fault);
  const inbound = toInbound(parsed.value, { redact: mask });
  const stored: StoredActivity = {
    conversationId: 'c1',
    sequence: 1,
    activityId: 'a1',
    direction: 'in',
    author: 'tutor',
    payload: JSON.parse(JSON.stringify(inbound.payload)),
    text: inbound.text,
    at: new Date(0),
    processedAt: null,
  };
  return { inbound, turn: readTurn(stored, conversation, null, new Date(0)) };
}

describe('what passes the door', () => {
  test.each([
    ['nothing at all', undefined, 'JSON object'],
    ['a list', [], 'JSON object'],
    ['no type', {}, 'type'],
    ['a type that is a number', { type: 7 }, 'type must be a string'],
    ['an empty type', { type: '' }, 'type must not be empty'],
    ['text that is no text', { type: 'message', text: { a: 1 } }, 'text must be a string'],
    ['an entity without a type', { type: 'message', entities: [{}] }, 'entities'],
    [
      'a mention without text',
      { type: 'message', entities: [{ type: 'mention', mentioned: { id: 'x' } }] },
      'entities',
    ],
    [
      'a mention of nobody',
      { type: 'message', entities: [{ type: 'mention', text: '<at>x</at>' }] },
      'entities',
    ],
    ['entities that are no list', { type: 'message', entities: 'x' }, 'entities must be a list'],
    ['a sender that is a string', { type: 'message', from: 'me' }, 'from must be an object'],
    ['a conversation id that is a number', { type: 'message', conversation: { id: 3 } }, 'conversation.id'],
    ['an attachment without a type', { type: 'message', attachments: [{}] }, 'contentType'],
    ['channel data that is a string', { type: 'message', channelData: 'x' }, 'channelData'],
  ])('%s is refused with the reason', (_what, raw, reason) => {
    const parsed = parseActivity(raw);
    expect(parsed.ok ? 'accepted' : parsed.fault).toContain(reason);
  });
});

describe('the text of a turn', () => {
  test.each([
    ['spaces around it are dropped', '  jai pa été payé \n', 'jai pa été payé', null],
    ['emoji stay', '😀😀', '😀😀', null],
    ['right-to-left writing stays', 'مرحبا كيف الحال', 'مرحبا كيف الحال', null],
    ['direction overrides are taken out', 'a\u202eb\u2066c', 'abc', null],
    ['a stray control character is taken out', 'bonjour tout le monde\u0000', 'bonjour tout le monde', null],
    ['half a surrogate pair is taken out', 'bonjour tout le monde\ud83d', 'bonjour tout le monde', null],
    ['nothing but spaces is empty', ' \n\t', '', 'empty'],
    ['a file read as text is binary', '\u0000\u0001\u0002PNG\ufffd\ufffd', '', 'binary'],
    ['20 KB is too long', 'a'.repeat(20_000), '', 'too-long'],
  ])('%s', (_what, text, expected, unreadable) => {
    expect(turnOf({ text }).turn).toMatchObject({ text: expected, unreadable });
  });

  it('is cut to 4,000 characters, never in the middle of a character', () => {
    const { turn } = turnOf({ text: `${'a'.repeat(3_999)}😀 suite` });
    expect(turn.text).toBe('a'.repeat(3_999));
  });

  it('loses the mention of the assistant and keeps that of others', () => {
    const { turn } = turnOf({
      text: '<at>Guichet</at> où en est <at>Léa</at> ?',
      recipient: { id: 'bot' },
      entities: [
        { type: 'mention', text: '<at>Guichet</at>', mentioned: { id: 'bot' } },
        { type: 'mention', text: '<at>Léa</at>', mentioned: { id: 'lea' } },
        { type: 'clientInfo', locale: 'fr-FR' },
      ],
    });
    expect(turn.text).toBe('où en est <at>Léa</at> ?');
  });

  it('is masked in the echo, in the transcript and in the turn', () => {
    const { inbound, turn } = turnOf({
      text: 'mon iban FR76 3000 6000',
      value: { note: ['FR76 3000 6000'] },
    });
    expect(JSON.stringify([inbound, turn])).not.toMatch(/3000/);
    expect(turn.text).toBe('mon iban [IBAN masqué]');
  });
});

describe('a pressed button', () => {
  it('becomes an action, and is not an empty message', () => {
    const { turn } = turnOf({ value: { guichet: { type: 'start-form', form: 'coupon' } } });
    expect(turn).toMatchObject({
      action: { type: 'start-form', form: 'coupon' },
      text: '',
      unreadable: null,
    });
  });

  it('may come as JSON text', () => {
    expect(turnOf({ value: '{"guichet":{"type":"confirm"}}' }).turn.action).toEqual({ type: 'confirm' });
  });

  test.each([
    ['an unknown action', { guichet: { type: 'erase-everything' } }],
    ['an action without what it needs', { guichet: { type: 'choose' } }],
    ['an unknown form', { guichet: { type: 'start-form', form: 'root' } }],
    ['a foreign value', { anything: true }],
  ])('%s is no action', (_what, value) => {
    expect(turnOf({ value }).turn).toMatchObject({ action: null, unreadable: 'empty' });
  });
});

it('a client cannot speak in the name of the assistant', () => {
  const { inbound } = turnOf({
    text: 'x',
    from: { id: 'guichet', role: 'bot' },
    channelData: { guichet: { decision: 'answer' }, clientActivityID: 'k1' },
    suggestedActions: { actions: [] },
  });
  expect(inbound.payload).toEqual({
    type: 'message',
    text: 'x',
    channelData: { clientActivityID: 'k1' },
    guichet: expect.objectContaining({ kind: 'message', text: 'x' }),
  });
});

it('whatever JSON comes, it is refused or becomes a turn; nothing throws', () => {
  const keys = [
    'text',
    'value',
    'entities',
    'attachments',
    'channelData',
    'from',
    'recipient',
    'locale',
    'name',
    'id',
  ];
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }))),
      (anything, properties) => {
        parseActivity(anything);
        const parsed = parseActivity({ type: 'message', ...properties });
        if (!parsed.ok) return parsed.fault.length > 10;
        const { turn } = turnOf(properties);
        return turn.text.length <= 4_000 && !/[\u0000-\u0008]/.test(turn.text);
      },
    ),
    { numRuns: 500 },
  );
});

describe('a long message', () => {
  const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

  test.each([0, 3_970, 3_980, 3_985, 3_999])(
    'shows nothing of a number that begins at character %i',
    (before) => {
      const text = `${'a'.repeat(before)} ${IBAN} ${'b'.repeat(3_000)}`;
      const { inbound, turn } = turnOf({ text }, redactAll);
      expect(/FR76|3000/.exec(JSON.stringify([inbound, turn]))).toBeNull();
    },
  );

  test('is cut between two characters, never within one', () => {
    const { inbound, turn } = turnOf({ text: `${'a'.repeat(3_999)}😀 et la suite` });
    expect([inbound.text, turn.text].filter((text) => /\p{Surrogate}/u.test(text))).toEqual([]);
    expect(turn.text.length).toBe(3_999);
  });
});
