import type { TicketDetail, TicketSummary } from '../../../bot/advisor-api/contract';
import { ApiFailure } from './api';
import { compare, conflictOf, type Conflict, CONFLICT_FIELDS, type ReadField } from './conflicts';

const ticket = (rest: Partial<TicketSummary> = {}): TicketSummary =>
  ({ status: 'open', priority: 'normal', assignee: null, topicTitle: 'Paie', ...rest }) as TicketSummary;
const read: ReadField = (one, field) =>
  ({
    assignee: one.assignee?.name ?? 'Personne',
    status: one.status,
    priority: one.priority,
    topic: one.topicTitle,
  })[field];
const event = (kind: string, actor: string, at: string): TicketDetail['events'][number] => ({
  id: at,
  kind,
  actor,
  detail: {},
  at,
});
const conflict = (current: Partial<TicketSummary>, wanted: Conflict['wanted']): Conflict => ({
  seen: ticket(),
  current: ticket(current),
  wanted,
  keepMine: () => undefined,
});

test('both versions of the field, with who made it what it is now, and whatever else has changed', () => {
  const events = [
    event('priority-changed', 'Nadia', '09:00'),
    event('priority-changed', 'Paul', '10:00'),
    event('status-changed', 'Camille', '10:01'),
  ];
  const wanted = { field: 'priority', value: 'low' } as const;
  expect(compare(conflict({ priority: 'high', status: 'waiting' }, wanted), read, events)).toEqual([
    { field: 'priority', mine: 'low', now: 'high', by: { actor: 'Paul', at: '10:00' } },
    { field: 'status', mine: null, now: 'waiting', by: { actor: 'Camille', at: '10:01' } },
  ]);
});

test('a field that nobody else has touched is by nobody', () => {
  const wanted = { field: 'assignee', value: 'Nadia' } as const;
  expect(compare(conflict({ topicTitle: 'Coupon' }, wanted), read, [])).toEqual([
    { field: 'assignee', mine: 'Nadia', now: 'Personne', by: null },
    { field: 'topic', mine: null, now: 'Coupon', by: null },
  ]);
});

test.each(CONFLICT_FIELDS)(
  'a change of the %s that came too late is asked about, and made after all on what is now',
  (field) => {
    const current = ticket({ version: 8 });
    let again: TicketSummary | null = null;
    const wish = { field, value: 'Coupon', again: (now: TicketSummary) => (again = now) };
    const late = new ApiFailure(409, 'conflict', '', current);
    const asked = conflictOf(late, ticket({ version: 7 }), wish);
    expect(asked).toMatchObject({
      seen: { version: 7 },
      current: { version: 8 },
      wanted: { field, value: 'Coupon' },
    });
    asked?.keepMine();
    expect(again).toBe(current);
  },
);

test.each([
  ['it is gone', new ApiFailure(404, 'not-found', '')],
  ['it cannot become that', new ApiFailure(409, 'transition-refused', '', ticket())],
  ['something else threw', new Error('no')],
])('nobody was faster: %s', (_why, error) => {
  expect(conflictOf(error, ticket(), { field: 'topic', value: '', again: () => undefined })).toBeNull();
});
