import type { WireFault } from './contract';
import { pauseMs, retryAfterMs, verdictOn, type Operation } from './faults';

const NOW = new Date('2026-11-18T09:00:00Z');
const answer = (status: number, code = '', retryAfter: string | null = null): WireFault => ({
  kind: 'answer',
  status,
  code,
  retryAfter,
});

describe('what a failed call means', () => {
  it.each<[WireFault, string, string, Operation?]>([
    [answer(401, 'BotNotRegistered'), 'renew-token', '401-BotNotRegistered'],
    [answer(408), 'again', '408'],
    [answer(412, 'PreconditionFailed'), 'again', '412-PreconditionFailed'],
    [answer(429), 'again', '429'],
    [answer(500, 'ServiceError'), 'again', '500-ServiceError'],
    [answer(502), 'again', '502'],
    [answer(503), 'again', '503'],
    [answer(504), 'again', '504'],
    [answer(403, 'MessageWritesBlocked'), 'dead', '403-MessageWritesBlocked'],
    [answer(403, 'BotNotInConversationRoster'), 'dead', '403-BotNotInConversationRoster'],
    [answer(403, 'ConversationBlockedByUser'), 'dead', '403-ConversationBlockedByUser'],
    [answer(403, 'BotDisabledByAdmin'), 'dead', '403-BotDisabledByAdmin'],
    [answer(403), 'dead', '403'],
    [answer(404, 'ConversationNotFound'), 'dead', '404-ConversationNotFound'],
    [answer(404), 'dead', '404'],
    [answer(404), 'gone', '404', 'update'],
    [answer(404, 'ActivityNotFoundInConversation'), 'gone', '404-ActivityNotFoundInConversation', 'remove'],
    [answer(404, 'ConversationNotFound'), 'dead', '404-ConversationNotFound', 'update'],
    [answer(403, 'InvalidBotApiHost'), 'refused', '403-InvalidBotApiHost'],
    [answer(413, 'MessageSizeTooBig'), 'refused', '413-MessageSizeTooBig'],
    [answer(400, 'BadArgument'), 'refused', '400-BadArgument'],
    [answer(302), 'refused', '302'],
    [{ kind: 'silence', code: 'ECONNREFUSED', reached: false }, 'again', 'ECONNREFUSED'],
    [{ kind: 'silence', code: 'timeout', reached: true }, 'again', 'timeout'],
    [{ kind: 'no-token', code: 'token-graph-503' }, 'again', 'token-graph-503'],
    [{ kind: 'untrusted' }, 'refused', 'untrusted-address'],
  ])('%j: %s', (fault, kind, code, operation = 'send') => {
    expect(verdictOn(fault, operation, NOW)).toMatchObject({ kind, code });
  });

  it('waits as long as it is asked to', () => {
    expect(verdictOn(answer(429, '', '17'), 'send', NOW)).toMatchObject({ afterMs: 17_000 });
  });
});

it.each([
  [null, 0],
  ['', 0],
  ['0', 0],
  ['2', 2_000],
  ['1.5', 1_500],
  ['-3', 0],
  ['99999999', 3_600_000],
  ['soon', 0],
  ['Wed, 18 Nov 2026 09:00:30 GMT', 30_000],
  ['Wed, 18 Nov 2026 08:00:00 GMT', 0],
])('Retry-After %j waits %i ms', (header, wait) => {
  expect(retryAfterMs(header, NOW)).toBe(wait);
});

it('pauses longer after each failure, a minute at most, half of it by chance', () => {
  expect([1, 2, 3, 6, 7, 50].map((failures) => [pauseMs(failures, 0), pauseMs(failures, 1)])).toEqual([
    [500, 1_000],
    [1_000, 2_000],
    [2_000, 4_000],
    [16_000, 32_000],
    [30_000, 60_000],
    [30_000, 60_000],
  ]);
});
