import { daysOf, localHours } from './local-hours';
import type { TimedTicket } from './types';
import { VisitTally, type CountedMessage } from './visits';

const ZONE = 'Europe/Paris';

const message = (at: string, part: Partial<CountedMessage> = {}): CountedMessage => ({
  conversationId: 'c1',
  deskId: 'abc',
  outcome: 'answer',
  category: 'payment',
  at: new Date(at),
  ...part,
});

const ticket = (at: string, part: Partial<TimedTicket> = {}): TimedTicket => ({
  deskId: 'abc',
  category: 'payment',
  conversationId: 'c1',
  priority: 'normal',
  createdAt: new Date(at),
  done: { 'first-reply': null, resolution: null },
  dueAt: { 'first-reply': null, resolution: null },
  ...part,
});

function tallied(messages: readonly CountedMessage[], tickets: readonly TimedTicket[] = []): VisitTally {
  const tally = new VisitTally(localHours(ZONE));
  for (const each of messages) tally.message(each);
  for (const each of tickets) tally.ticket(each);
  return tally;
}

describe('visits', () => {
  test('a conversation counts once a day, however much is written', () => {
    const tally = tallied([message('2026-11-18T10:00Z'), message('2026-11-18T10:05Z')]);
    expect(tally.totals()).toEqual({ messages: 2, visits: 1, withoutTicket: 1, tickets: 0 });
  });

  test('the same conversation on two local days is two visits', () => {
    const tally = tallied([message('2026-11-18T22:59Z'), message('2026-11-18T23:00Z')]);
    expect(tally.totals()).toMatchObject({ visits: 2 });
  });

  test('a ticket on the day of the visit is an answer that was not enough', () => {
    const tally = tallied([message('2026-11-18T10:00Z')], [ticket('2026-11-18T10:10Z')]);
    expect(tally.totals()).toMatchObject({ visits: 1, withoutTicket: 0, tickets: 1 });
  });

  test('a ticket of another day, or of another conversation, leaves it an answer', () => {
    const tally = tallied(
      [message('2026-11-18T10:00Z')],
      [ticket('2026-11-19T10:00Z'), ticket('2026-11-18T10:00Z', { conversationId: 'c2' })],
    );
    expect(tally.totals()).toMatchObject({ visits: 1, withoutTicket: 1, tickets: 2 });
  });

  test('greetings and thanks ask nothing', () => {
    expect(tallied([message('2026-11-18T10:00Z', { outcome: 'service' })]).totals()).toMatchObject({
      messages: 0,
      visits: 0,
    });
  });

  test('categories stand in the order of what they ask of us', () => {
    const tally = tallied(
      [
        message('2026-11-18T10:00Z'),
        message('2026-11-18T10:00Z', { category: null, outcome: 'reject' }),
        message('2026-11-18T11:00Z', { category: null, outcome: 'reject' }),
      ],
      [ticket('2026-11-18T10:00Z'), ticket('2026-11-18T12:00Z')],
    );
    expect(tally.byCategory()).toEqual([
      { deskId: 'abc', category: 'payment', messages: 1, tickets: 2 },
      { deskId: 'abc', category: null, messages: 2, tickets: 0 },
    ]);
  });

  test('hours and days are those of the zone, also on the days on which clocks change', () => {
    const tally = tallied([
      message('2026-03-29T00:30Z'),
      message('2026-03-29T01:30Z'),
      message('2026-10-25T00:30Z'),
      message('2026-10-25T01:30Z'),
    ]);
    const hours = tally.byHour();
    expect([hours[1], hours[2], hours[3]]).toEqual([1, 2, 1]);
  });

  test('every day of a period is there, also the empty ones', () => {
    const days = daysOf(new Date('2026-10-23T22:00Z'), new Date('2026-10-26T23:00Z'), ZONE);
    expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect(tallied([message('2026-10-25T10:00Z')]).byDay(days)).toMatchObject([
      { day: '2026-10-24', messages: 0 },
      { day: '2026-10-25', messages: 1, visits: 1 },
      { day: '2026-10-26', messages: 0 },
    ]);
  });
});
