import { afterRequesterWrote, mayMove, REOPEN_DAYS, solvedAtAfter } from './lifecycle';
import { TICKET_STATUSES, type TicketStatus } from './types';

const NOW = new Date('2026-11-18T09:00:00Z');
const ago = (days: number, ms = 0): Date => new Date(NOW.getTime() - days * 86_400_000 - ms);
const ticket = (status: TicketStatus, solvedAt: Date | null = null) => ({ status, solvedAt });

/** For each status, where an advisor (a), the requester (r) or both (b) may move it. */
const TABLE: Readonly<Record<TicketStatus, Partial<Record<TicketStatus, 'a' | 'r' | 'b'>>>> = {
  new: { open: 'a', waiting: 'a', solved: 'b', closed: 'a', withdrawn: 'b', merged: 'a' },
  open: { waiting: 'a', solved: 'b', closed: 'a', withdrawn: 'b', merged: 'a' },
  waiting: { open: 'b', solved: 'b', closed: 'a', withdrawn: 'b', merged: 'a' },
  solved: { open: 'b', waiting: 'a', closed: 'a' },
  closed: {},
  withdrawn: {},
  merged: {},
};

const CASES = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => ({ from, to })));

it.each(CASES)('$from -> $to', ({ from, to }) => {
  const who = from === to ? 'b' : TABLE[from][to];
  expect(mayMove(ticket(from, ago(1)), to, 'advisor', NOW)).toBe(who === 'a' || who === 'b');
  expect(mayMove(ticket(from, ago(1)), to, 'requester', NOW)).toBe(who === 'r' || who === 'b');
});

describe('what the requester writes', () => {
  it.each([
    ['new', 'new'],
    ['open', 'open'],
    ['waiting', 'open'],
    ['closed', null],
    ['withdrawn', null],
    ['merged', null],
  ] as const)('on a ticket that is %s leads to %s', (status, expected) => {
    expect(afterRequesterWrote(ticket(status), NOW)).toBe(expected);
  });

  it('reopens a solved ticket up to the end of the 14th day', () => {
    expect(afterRequesterWrote(ticket('solved', ago(REOPEN_DAYS)), NOW)).toBe('open');
    expect(afterRequesterWrote(ticket('solved', ago(REOPEN_DAYS, 1)), NOW)).toBeNull();
  });

  it('an advisor may reopen it later too', () => {
    expect(mayMove(ticket('solved', ago(90)), 'open', 'advisor', NOW)).toBe(true);
  });
});

it('a ticket is solved since it was solved, and no longer when it is reopened', () => {
  expect(solvedAtAfter(ticket('open'), 'solved', NOW)).toEqual(NOW);
  expect(solvedAtAfter(ticket('solved', ago(2)), 'solved', NOW)).toEqual(ago(2));
  expect(solvedAtAfter(ticket('solved', ago(2)), 'closed', NOW)).toEqual(ago(2));
  expect(solvedAtAfter(ticket('solved', ago(2)), 'open', NOW)).toBeNull();
});
