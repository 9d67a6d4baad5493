import type { SlaClockView, TicketSummary } from '../../../bot/advisor-api/contract';
import { clockNow, pressing } from './sla';

const at = (time: string): Date => new Date(`2026-11-18T${time}:00Z`);
const clock = (state: SlaClockView['state'], warn: string | null, due: string | null): SlaClockView => ({
  state,
  warnAt: warn && at(warn).toISOString(),
  dueAt: due && at(due).toISOString(),
  doneAt: state === 'met' && due ? at(due).toISOString() : null,
});
const ticket = (status: TicketSummary['status'], firstReply: SlaClockView, resolution: SlaClockView) => ({
  status,
  sla: { firstReply, resolution },
});

test.each([
  ['10:00', 'on-time'],
  ['11:00', 'on-time'],
  ['11:01', 'due-soon'],
  ['12:00', 'due-soon'],
  ['12:01', 'breached'],
])('a clock that was on time is, at %s, %s without asking the server', (time, state) => {
  expect(clockNow(clock('on-time', '11:00', '12:00'), at(time)).state).toBe(state);
});

test.each(['met', 'paused', 'none', 'breached'] as const)('one that is %s stays so', (state) => {
  expect(clockNow(clock(state, null, '12:00'), at('13:00')).state).toBe(state);
});

describe('what an advisor heeds', () => {
  const first = clock('on-time', '11:00', '12:00');
  const resolution = clock('on-time', '15:00', '16:00');

  test('is the deadline that comes first', () => {
    expect(pressing(ticket('new', first, resolution), at('10:00'))).toMatchObject({
      name: 'firstReply',
      state: 'on-time',
    });
    expect(pressing(ticket('open', clock('met', null, '10:00'), resolution), at('15:30'))).toMatchObject({
      name: 'resolution',
      state: 'due-soon',
    });
  });

  test('is nothing to hurry for while the requester is awaited, even of what was late', () => {
    const late = clock('breached', null, '09:00');
    expect(pressing(ticket('waiting', clock('met', null, '08:00'), late), at('10:00'))?.state).toBe('paused');
    expect(
      pressing(ticket('waiting', clock('met', null, '08:00'), clock('paused', null, null)), at('10:00')),
    ).toMatchObject({ name: 'resolution', state: 'paused', dueAt: null });
  });

  test.each(['solved', 'closed', 'withdrawn', 'merged'] as const)('is nothing once it is %s', (status) => {
    expect(pressing(ticket(status, first, resolution), at('13:00'))).toBeNull();
  });

  test('is nothing where nothing is measured', () => {
    const none = clock('none', null, null);
    expect(pressing(ticket('open', none, none), at('13:00'))).toBeNull();
  });
});
