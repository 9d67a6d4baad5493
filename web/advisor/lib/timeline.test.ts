import type { MessageView, TranscriptLine } from '../../../bot/advisor-api/contract';
import { byDay, timelineOf } from './timeline';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 18, 9, minute)).toISOString();
const line = (
  minute: number,
  author: TranscriptLine['author'],
  text: string,
  messageId: string | null = null,
) => ({
  sequence: minute,
  author,
  text,
  at: at(minute),
  messageId,
});
const message = (minute: number, id: string, more: Partial<MessageView> = {}): MessageView => ({
  id,
  kind: 'reply',
  authorKind: 'advisor',
  authorName: 'Julie',
  text: id,
  at: at(minute),
  ...more,
});

/** Each entry as one word. */
const told = (ticket: Parameters<typeof timelineOf>[0]): string[] =>
  timelineOf(ticket).map((entry) => {
    if (entry.kind === 'filed') return 'filed';
    if (entry.kind === 'line') return entry.line.text;
    return `${entry.message.text}${entry.delivered ? ' (delivered)' : ''}`;
  });

const ticket = {
  createdAt: at(5),
  conversationId: 'c',
  transcript: [line(1, 'tutor', 'bonjour'), line(2, 'assistant', 'réponse'), line(9, 'tutor', 'alors ?')],
  messages: [],
};

test('what was said before and after the filing stands around it', () => {
  expect(told(ticket)).toEqual(['bonjour', 'réponse', 'filed', 'alors ?']);
});

test('a reply stands once, where it was written, and is delivered when the conversation has it', () => {
  const messages = [message(6, 'first'), message(10, 'second')];
  const transcript = [...ticket.transcript, line(7, 'advisor', 'first', 'first')];
  expect(told({ ...ticket, messages, transcript })).toEqual([
    'bonjour',
    'réponse',
    'filed',
    'first (delivered)',
    'alors ?',
    'second',
  ]);
});

test('a reply on another ticket of the same conversation is shown as it was said', () => {
  const transcript = [...ticket.transcript, line(8, 'advisor', 'sur une autre demande')];
  expect(told({ ...ticket, transcript })).toContain('sur une autre demande');
});

test('what the requester added is not shown twice', () => {
  const messages = [message(9, 'alors ?', { authorKind: 'requester' })];
  expect(told({ ...ticket, messages })).toEqual(['bonjour', 'réponse', 'filed', 'alors ?']);
  expect(told({ ...ticket, conversationId: null, transcript: [], messages })).toEqual(['filed', 'alors ?']);
});

test('days follow the local calendar', () => {
  const entries = ['2026-11-17T22:00:00Z', '2026-11-17T23:30:00Z', '2026-11-18T10:00:00Z'].map((iso) => ({
    at: iso,
  }));
  const paris = (iso: string) => new Date(Date.parse(iso) + 3_600_000).toISOString().slice(0, 10);
  expect(byDay(entries, paris).map(({ day, entries: { length } }) => [day, length])).toEqual([
    ['2026-11-17', 1],
    ['2026-11-18', 2],
  ]);
});
