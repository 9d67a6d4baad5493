import type { OutboxPayload } from '../outbox/types';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Appointment, AppointmentActor } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

/** Thursday 19 and Friday 20 November 2026, 9:00 in Paris. */
const THURSDAY = new Date('2026-11-19T08:00:00Z');
const FRIDAY = new Date('2026-11-20T08:00:00Z');
const CAMILLE: AppointmentActor = { kind: 'requester', id: 'abc-camille' };
const NADIA: AppointmentActor = { kind: 'advisor', id: 'advisor-abc-1' };

async function booked(startsAt = THURSDAY, personId = 'abc-camille'): Promise<Appointment> {
  const result = await data.services.appointments.book({
    idempotencyKey: `${personId}-${startsAt.toISOString()}`,
    deskId: 'abc',
    personId,
    advisorId: 'advisor-abc-1',
    startsAt,
    channel: 'teams',
    phone: null,
    subject: 'Mon contrat',
    now: TEST_NOW,
  });
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

const move = (
  appointmentId: string,
  rest: Partial<Parameters<TestData['services']['appointments']['move']>[0]> = {},
) =>
  data.services.appointments.move({
    idempotencyKey: 'move',
    appointmentId,
    advisorId: 'advisor-abc-1',
    startsAt: FRIDAY,
    by: CAMILLE,
    now: TEST_NOW,
    ...rest,
  });

/** What was written to the outbox since the last time. */
async function told(now = TEST_NOW): Promise<readonly OutboxPayload[]> {
  const payloads: OutboxPayload[] = [];
  for (;;) {
    const claimed = await data.services.outbox.claim(now, 50);
    if (claimed.length === 0) return payloads;
    for (const { id, payload } of claimed) {
      payloads.push(payload);
      await data.services.outbox.markSent(id, now);
    }
  }
}

const reminders = async () =>
  (await data.services.notices.waiting('abc-camille')).flatMap(({ notice, dueAt }) =>
    notice.kind === 'appointment-reminder'
      ? [`${notice.before} ${notice.sequence} ${dueAt.toISOString()}`]
      : [],
  );

describe('moving', () => {
  it('frees the old slot as the new one is hers, with the next sequence', async () => {
    const { id } = await booked();
    expect(await move(id)).toMatchObject({
      ok: true,
      value: { startsAt: FRIDAY, sequence: 1, status: 'booked' },
    });
    expect(await booked(THURSDAY, 'abc-ines')).toMatchObject({ startsAt: THURSDAY });
  });

  it('once per key, even after somebody has moved it again', async () => {
    const { id } = await booked();
    await move(id);
    await move(id, { idempotencyKey: 'again', startsAt: new Date('2026-11-20T13:00:00Z'), by: NADIA });
    expect(await move(id)).toMatchObject({
      value: { startsAt: new Date('2026-11-20T13:00:00Z'), sequence: 2 },
    });
  });

  it('to where it is changes nothing', async () => {
    const { id } = await booked();
    await told();
    expect(await move(id, { startsAt: THURSDAY })).toMatchObject({ ok: true, value: { sequence: 0 } });
    expect(await told()).toEqual([]);
  });

  it('to the half hour beside it: its own time and buffer are no obstacle', async () => {
    const { id } = await booked();
    expect(await move(id, { startsAt: new Date('2026-11-19T08:30:00Z') })).toMatchObject({ ok: true });
  });

  it('to a taken slot is refused with the nearest, and nothing has changed', async () => {
    const { id } = await booked();
    await booked(FRIDAY, 'abc-ines');
    expect(await move(id)).toMatchObject({
      fault: { code: 'taken', nearest: [{ startsAt: FRIDAY, advisorId: 'advisor-abc-2' }, {}, {}] },
    });
    expect(await data.services.appointments.find(id)).toMatchObject({ startsAt: THURSDAY, sequence: 0 });
  });

  it.each<[string, AppointmentActor, string, object]>([
    ['a requester within two hours', CAMILLE, '2026-11-18T10:00:00Z', { fault: { code: 'too-soon' } }],
    ['an advisor within two hours', NADIA, '2026-11-18T10:00:00Z', { ok: true }],
    ['a requester into the past', CAMILLE, '2026-11-18T08:30:00Z', { fault: { code: 'in-past' } }],
    ['an advisor into the past', NADIA, '2026-11-18T08:30:00Z', { fault: { code: 'in-past' } }],
    ['an advisor to a Sunday', NADIA, '2026-11-22T08:30:00Z', { fault: { code: 'closed' } }],
  ])('%s', async (_, by, startsAt, expected) => {
    const { id } = await booked();
    expect(await move(id, { by, startsAt: new Date(startsAt) })).toMatchObject(expected);
  });

  it('an advisor may meet two people back to back', async () => {
    const { id } = await booked();
    await booked(FRIDAY, 'abc-ines');
    const beside = new Date('2026-11-20T08:30:00Z');
    expect(await move(id, { startsAt: beside })).toMatchObject({ fault: { code: 'taken' } });
    expect(await move(id, { startsAt: beside, by: NADIA })).toMatchObject({ ok: true });
  });
});

describe('what cannot be changed', () => {
  const someoneElse: AppointmentActor = { kind: 'requester', id: 'abc-ines' };

  it('somebody else’s is not found', async () => {
    const { id } = await booked();
    const refusal = { ok: false, fault: { code: 'not-found' } };
    expect(await move(id, { by: someoneElse })).toEqual(refusal);
    expect(
      await data.services.appointments.cancel({ appointmentId: id, by: someoneElse, now: TEST_NOW }),
    ).toEqual(refusal);
    expect(await data.services.appointments.find(id)).toMatchObject({ status: 'booked', sequence: 0 });
  });

  it('what has begun', async () => {
    const { id } = await booked();
    const begun = { ok: false, fault: { code: 'begun' } };
    expect(await move(id, { now: THURSDAY })).toEqual(begun);
    expect(await data.services.appointments.cancel({ appointmentId: id, by: NADIA, now: THURSDAY })).toEqual(
      begun,
    );
  });

  it('what was cancelled cannot be moved, nor get a link', async () => {
    const { id } = await booked();
    await data.services.appointments.cancel({ appointmentId: id, by: CAMILLE, now: TEST_NOW });
    const refusal = { ok: false, fault: { code: 'cancelled' } };
    expect(await move(id)).toEqual(refusal);
    const link = { appointmentId: id, url: 'https://teams.example/1', advisorId: null, now: TEST_NOW };
    expect(await data.services.appointments.setMeetingUrl(link)).toEqual(refusal);
  });
});

describe('who is told', () => {
  it('a requester’s move: mails only', async () => {
    const { id } = await booked();
    await told();
    await move(id);
    expect(await told()).toMatchObject([
      {
        kind: 'appointment-changed',
        change: 'moved',
        by: 'requester',
        sequence: 1,
        was: THURSDAY.toISOString(),
      },
    ]);
  });

  it('an advisor’s cancellation: mails, and the requester in the chat, with the reason', async () => {
    const { id } = await booked();
    await told();
    await data.services.appointments.cancel({
      appointmentId: id,
      by: NADIA,
      reason: 'souffrante',
      now: TEST_NOW,
    });
    const payloads = await told();
    expect(payloads).toHaveLength(2);
    expect(payloads).toContainEqual(
      expect.objectContaining({
        kind: 'appointment-changed',
        change: 'cancelled',
        by: 'advisor',
        reason: 'souffrante',
      }),
    );
    expect(payloads).toContainEqual(
      expect.objectContaining({
        kind: 'notice',
        personId: 'abc-camille',
        notice: expect.objectContaining({
          change: 'cancelled',
          sequence: 1,
          reason: 'souffrante',
        }) as unknown,
      }),
    );
  });

  it.each([
    ['an advisor’s link is a change', 'advisor-abc-1', 1, ['appointment-changed', 'notice']],
    ['a link made by Microsoft Graph goes out with the mail that is still to be sent', null, 0, ['notice']],
  ])('%s', async (_, advisorId, sequence, kinds) => {
    const { id } = await booked();
    await told();
    const link = { appointmentId: id, url: 'https://teams.example/1', advisorId, now: TEST_NOW };
    const set = await data.services.appointments.setMeetingUrl(link);
    expect(set).toMatchObject({ value: { meetingUrl: 'https://teams.example/1', sequence } });
    await data.services.appointments.setMeetingUrl(link);
    expect((await told()).map(({ kind }) => kind).sort()).toEqual(kinds);
  });
});

describe('reminders', () => {
  it('a day and an hour before; planned anew when it is moved, gone when it is cancelled', async () => {
    const { id } = await booked(FRIDAY);
    expect(await reminders()).toEqual(['day 0 2026-11-19T08:00:00.000Z', 'hour 0 2026-11-20T07:00:00.000Z']);
    await move(id, { startsAt: new Date('2026-11-23T09:00:00Z') });
    expect(await reminders()).toEqual(['day 1 2026-11-22T09:00:00.000Z', 'hour 1 2026-11-23T08:00:00.000Z']);
    await data.services.appointments.cancel({ appointmentId: id, by: CAMILLE, now: TEST_NOW });
    expect(await reminders()).toEqual([]);
  });

  it('none whose moment has passed', async () => {
    await booked(THURSDAY);
    expect(await reminders()).toEqual(['hour 0 2026-11-19T07:00:00.000Z']);
  });

  it('one that is due is told in the chat and by mail', async () => {
    const { id } = await booked();
    await told();
    const due = new Date('2026-11-19T07:00:00Z');
    await data.services.notices.release(due, 10);
    const payloads = await told(due);
    expect(payloads).toContainEqual({
      kind: 'appointment-mail',
      appointmentId: id,
      sequence: 0,
      occasion: 'hour',
    });
    expect(payloads).toContainEqual(
      expect.objectContaining({
        kind: 'notice',
        notice: { kind: 'appointment-reminder', appointmentId: id, before: 'hour', sequence: 0 },
      }),
    );
  });
});

it('past appointments are listed latest first, cancelled ones left out', async () => {
  await booked(THURSDAY);
  const friday = await booked(FRIDAY);
  const late = await booked(new Date('2026-11-20T13:00:00Z'));
  await data.services.appointments.cancel({ appointmentId: late.id, by: CAMILLE, now: TEST_NOW });
  const after = new Date('2026-11-21T09:00:00Z');
  const past = await data.services.appointments.past('abc-camille', after, 10);
  expect(past.map(({ startsAt }) => startsAt)).toEqual([friday.startsAt, THURSDAY]);
});
