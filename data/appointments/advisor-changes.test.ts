import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Appointment } from './types';

/** What advisors may do that requesters may not, and what several advisors at once may not do. */
let data: TestData;
let booked: Appointment;

/** Thursday 19 November 2026, 9:00 in Paris. */
const NINE = new Date('2026-11-19T08:00:00Z');
const at = (time: string): Date => new Date(`2026-11-19T${time}:00Z`);

beforeEach(async () => {
  data = await openTestData();
  const result = await data.services.appointments.book({
    idempotencyKey: 'k',
    deskId: 'abc',
    personId: 'abc-camille',
    advisorId: 'advisor-abc-1',
    startsAt: NINE,
    channel: 'teams',
    phone: null,
    subject: 'Mon contrat',
    now: TEST_NOW,
  });
  if (!result.ok) throw new Error(result.fault.code);
  booked = result.value;
});
afterEach(() => data.close());

const by = { kind: 'advisor', id: 'advisor-abc-1' } as const;
const move = (
  startsAt: Date,
  rest: { key?: string; advisorId?: string; expectedSequence?: number; now?: Date } = {},
) =>
  data.services.appointments.move({
    idempotencyKey: rest.key ?? 'm',
    appointmentId: booked.id,
    advisorId: rest.advisorId ?? 'advisor-abc-1',
    startsAt,
    by,
    expectedSequence: rest.expectedSequence,
    now: rest.now ?? TEST_NOW,
  });
const setUrl = (url: string, expectedSequence?: number) =>
  data.services.appointments.setMeetingUrl({
    appointmentId: booked.id,
    url,
    advisorId: 'advisor-abc-1',
    expectedSequence,
    now: TEST_NOW,
  });

it('is found by its reference as by its id', async () => {
  const { appointments } = data.services;
  expect(await appointments.find(booked.reference)).toEqual(await appointments.find(booked.id));
  expect(await appointments.find('R-2611-9999')).toBeNull();
});

it('the agenda of a period ends before its end', async () => {
  const agenda = async (from: Date, to: Date) =>
    (await data.services.appointments.agenda(['abc'], from, 10, to)).map(({ id }) => id);
  expect(await agenda(NINE, new Date(NINE.getTime() + 1))).toContain(booked.id);
  expect(await agenda(TEST_NOW, NINE)).not.toContain(booked.id);
});

it('an advisor sees times that are too soon, or too close together, for a requester', async () => {
  const free = async (who: 'requester' | 'advisor') => {
    const slots = await data.services.appointments.free({
      deskId: 'abc',
      personId: 'abc-sofiane',
      from: TEST_NOW,
      to: at('12:00'),
      now: TEST_NOW,
      limit: 100,
      advisorIds: ['advisor-abc-1'],
      by: who,
    });
    return slots.map(({ startsAt }) => startsAt.toISOString());
  };
  // In half an hour; and right after the nine o'clock appointment.
  const soon = '2026-11-18T09:30:00.000Z';
  const next = '2026-11-19T08:30:00.000Z';
  expect(await free('requester')).not.toEqual(expect.arrayContaining([soon]));
  expect(await free('requester')).not.toEqual(expect.arrayContaining([next]));
  expect(await free('advisor')).toEqual(expect.arrayContaining([soon, next]));
});

describe('two advisors at once', () => {
  it('the second, who saw the old one, is told so and changes nothing', async () => {
    expect(await move(at('09:00'), { expectedSequence: 0 })).toMatchObject({ ok: true });
    const conflict = { ok: false, fault: { code: 'conflict' } };
    expect(await move(at('10:00'), { key: 'other', expectedSequence: 0 })).toEqual(conflict);
    expect(await setUrl('https://visio.exemple.fr/a', 0)).toEqual(conflict);
    expect(
      await data.services.appointments.cancel({
        appointmentId: booked.id,
        by,
        expectedSequence: 0,
        now: TEST_NOW,
      }),
    ).toEqual(conflict);
    expect(await data.services.appointments.find(booked.id)).toMatchObject({
      sequence: 1,
      startsAt: at('09:00'),
      status: 'booked',
      meetingUrl: null,
    });
  });

  it('her own move sent twice is one, though she names the sequence of before', async () => {
    await move(at('09:00'), { expectedSequence: 0 });
    expect(await move(at('09:00'), { expectedSequence: 0 })).toMatchObject({
      ok: true,
      value: { sequence: 1 },
    });
  });
});

it('moved to another advisor: the meeting of the first does not move along, and she is told', async () => {
  await setUrl('https://visio.exemple.fr/nadia');
  expect(await move(NINE, { advisorId: 'advisor-abc-2' })).toMatchObject({
    ok: true,
    value: { advisorId: 'advisor-abc-2', meetingUrl: null, startsAt: NINE },
  });
  const told = await lastTold();
  expect(told).toMatchObject({ change: 'moved', formerAdvisorId: 'advisor-abc-1' });
});

it('moved within her own day: it keeps its meeting', async () => {
  await setUrl('https://visio.exemple.fr/nadia');
  expect(await move(at('09:00'))).toMatchObject({
    ok: true,
    value: { meetingUrl: 'https://visio.exemple.fr/nadia' },
  });
  expect(await lastTold()).toMatchObject({ change: 'moved', formerAdvisorId: null });
});

/** The last change that was told, earlier ones sent. */
async function lastTold() {
  const { outbox } = data.services;
  let last: unknown = null;
  for (;;) {
    const [message] = await outbox.claim(TEST_NOW, 1, ['appointment-changed']);
    if (message === undefined) return last;
    last = message.payload;
    await outbox.markSent(message.id, TEST_NOW);
  }
}
