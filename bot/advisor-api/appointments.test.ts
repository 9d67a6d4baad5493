import type { Appointment } from '../../data/appointments/types';
import type { AppointmentConflict, AppointmentView, SlotView } from './contract';
import { type AdvisorApiFixture, type Answer, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let nadia: string;
let booked: Appointment;

/** Thursday 19 November 2026 in Paris, an hour more than in UTC. */
const at = (time: string): string => `2026-11-19T${time}:00.000Z`;

beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
  booked = await book('teams', at('08:00'));
});
afterEach(() => api.stop());

async function book(channel: 'teams' | 'phone', startsAt: string): Promise<Appointment> {
  const result = await api.data.services.appointments.book({
    idempotencyKey: startsAt,
    deskId: 'abc',
    personId: 'abc-camille',
    advisorId: 'advisor-abc-1',
    startsAt: new Date(startsAt),
    channel,
    phone: channel === 'phone' ? '0639980101' : null,
    subject: 'Mon contrat',
    now: api.data.clock.now(),
  });
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

const move = (change: object, { id } = booked): Promise<Answer> =>
  api.post(
    `/appointments/${id}/move`,
    { startsAt: at('09:00'), advisorId: 'advisor-abc-1', version: 0, clientId: 'one', ...change },
    nadia,
  );
const link = (change: object, { id } = booked): Promise<Answer> =>
  api.post(`/appointments/${id}/link`, { url: 'https://visio.example/nadia', version: 0, ...change }, nadia);
const cancel = (body: object): Promise<Answer> => api.post(`/appointments/${booked.id}/cancel`, body, nadia);

/** What the tutor is told in the chat. */
async function notices() {
  const { outbox } = api.data.services;
  const messages = await outbox.claim(api.data.clock.now(), 100, ['notice']);
  return messages.map(({ payload }) => (payload.kind === 'notice' ? payload.notice : null));
}

describe('the agenda', () => {
  const listed = async (query: string): Promise<string[]> => {
    const { appointments } = await api.read<{ appointments: AppointmentView[] }>(
      `/appointments${query}`,
      nadia,
    );
    return appointments.map(({ reference }) => reference);
  };

  test('shows whom, where, and what may be changed', async () => {
    const { appointments } = await api.read<{ appointments: AppointmentView[] }>('/appointments', nadia);
    expect(appointments.find(({ id }) => id === booked.id)).toEqual({
      id: booked.id,
      reference: booked.reference,
      desk: 'abc',
      personName: 'Camille Moreau',
      advisorId: 'advisor-abc-1',
      advisorName: 'Nadia Benali',
      channel: 'teams',
      phone: null,
      meetingUrl: null,
      subject: 'Mon contrat',
      startsAt: at('08:00'),
      endsAt: at('08:30'),
      status: 'booked',
      version: 0,
      mailRefused: false,
    });
  });

  test('says when the tutor’s address refuses mail', async () => {
    const { outbox } = api.data.services;
    const now = api.data.clock.now();
    const payload = {
      kind: 'appointment-mail',
      appointmentId: booked.id,
      sequence: 0,
      occasion: 'day',
    } as const;
    await outbox.add([{ payload, dedupeKey: 'reminder' }], now);
    const [mail] = await outbox.claim(now, 1, ['appointment-mail']);
    await outbox.markFailed(mail?.id ?? '', 'mail-550', now, { final: true });
    const { appointments } = await api.read<{ appointments: AppointmentView[] }>('/appointments', nadia);
    expect(appointments.filter(({ mailRefused }) => mailRefused).map(({ id }) => id)).toEqual([booked.id]);
  });

  test('of a period: from its beginning on, before its end', async () => {
    expect(await listed(`?from=${at('08:00')}&to=${at('08:01')}`)).toEqual([booked.reference]);
    expect(await listed(`?from=${at('07:00')}&to=${at('08:00')}`)).toEqual([]);
    expect(await listed(`?from=${at('08:01')}&to=${at('09:00')}`)).toEqual([]);
  });

  test('a period that is none is refused', async () => {
    expect((await api.get('/appointments?from=hier', nadia)).status).toBe(400);
  });
});

describe('moving', () => {
  test('to another time: the tutor is told, with the reason and nothing that must not be sent', async () => {
    const answer = await move({ reason: 'Formation. Mon IBAN FR76 3000 6000 0112 3456 7890 189' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ startsAt: at('09:00'), endsAt: at('09:30'), version: 1 });
    expect(await notices()).toMatchObject([
      { change: 'moved', was: at('08:00'), reason: 'Formation. Mon IBAN [IBAN masqué]' },
    ]);
  });

  test('sent twice, as after a lost answer, it is one move', async () => {
    await move({});
    expect((await move({})).json()).toMatchObject({ version: 1 });
    expect(await notices()).toHaveLength(1);
  });

  test('to a colleague of the desk, not to anybody else', async () => {
    expect((await move({ advisorId: 'advisor-abc-2' })).json()).toMatchObject({ advisorId: 'advisor-abc-2' });
    const elsewhere = await move({ advisorId: 'advisor-mentor-1', version: 1, clientId: 'two' });
    expect([elsewhere.status, elsewhere.json().error.code]).toEqual([422, 'assignee-not-of-desk']);
  });

  test('in half an hour: minimum notice binds tutors, not advisors', async () => {
    expect((await move({ startsAt: '2026-11-18T09:30:00.000Z' })).status).toBe(200);
  });

  test.each([
    ['the past', '2026-11-18T08:30:00.000Z', 422, 'slot-past'],
    ['a Sunday', '2026-11-22T09:00:00.000Z', 422, 'slot-closed'],
    ['a quarter past', at('09:15'), 422, 'slot-closed'],
    ['11 November', '2027-11-11T09:00:00.000Z', 422, 'slot-closed'],
  ])('to %s is refused', async (_what, startsAt, status, code) => {
    const answer = await move({ startsAt });
    expect([answer.status, answer.json().error.code]).toEqual([status, code]);
  });

  test('to where somebody else is: the nearest times come along', async () => {
    await book('phone', at('10:00'));
    const answer = await move({ startsAt: at('10:00') });
    expect(answer.status).toBe(409);
    const { error, current, nearest } = answer.json<AppointmentConflict>();
    expect(error.code).toBe('slot-taken');
    expect(current).toMatchObject({ id: booked.id, startsAt: at('08:00') });
    expect(nearest?.length).toBeGreaterThan(0);
  });

  test('by somebody who saw the old one: refused, with what it is now', async () => {
    await move({});
    const answer = await move({ startsAt: at('10:00'), clientId: 'late' });
    expect(answer.status).toBe(409);
    expect(answer.json<AppointmentConflict>()).toMatchObject({
      error: { code: 'appointment-changed' },
      current: { startsAt: at('09:00'), version: 1 },
    });
  });
});

describe('where it can be moved to', () => {
  const slots = async (query = ''): Promise<readonly SlotView[]> =>
    (await api.read<{ slots: SlotView[] }>(`/appointments/${booked.id}/slots${query}`, nadia)).slots;

  test('her own free times, also soon ones, two weeks ahead', async () => {
    const free = await slots();
    expect(new Set(free.map(({ advisorId }) => advisorId))).toEqual(new Set(['advisor-abc-1']));
    expect(free[0]?.startsAt).toBe('2026-11-18T09:30:00.000Z');
    expect(free.at(-1)?.startsAt.slice(0, 10)).toBe('2026-12-02');
  });

  test('a colleague’s, of one day', async () => {
    const free = await slots(`?from=2026-11-19T00:00:00Z&to=2026-11-20T00:00:00Z&advisorId=advisor-abc-2`);
    expect(free.length).toBeGreaterThan(0);
    expect(free.every(({ advisorId }) => advisorId === 'advisor-abc-2')).toBe(true);
    expect(free.every(({ startsAt }) => startsAt.startsWith('2026-11-19'))).toBe(true);
  });
});

describe('the link', () => {
  test('is set and replaced, and the tutor is told each time', async () => {
    expect((await link({})).json()).toMatchObject({ meetingUrl: 'https://visio.example/nadia', version: 1 });
    const replaced = await link({ url: 'https://visio.example/autre', version: 1 });
    expect(replaced.json()).toMatchObject({ meetingUrl: 'https://visio.example/autre', version: 2 });
  });

  test('needs none by phone', async () => {
    const phone = await book('phone', at('10:00'));
    const answer = await link({}, phone);
    expect([answer.status, answer.json().error.code]).toEqual([422, 'appointment-by-phone']);
  });

  test.each(['http://visio.example/a', 'javascript:alert(1)', 'https://user:pass@visio.example/'])(
    '%s is refused',
    async (url) => {
      expect((await link({ url })).status).toBe(400);
    },
  );
});

describe('cancelling', () => {
  test('with a reason: the tutor is told it', async () => {
    expect((await cancel({ reason: 'Je suis malade.', version: 0 })).json()).toMatchObject({
      status: 'cancelled',
      version: 1,
    });
    expect(await notices()).toMatchObject([{ change: 'cancelled', reason: 'Je suis malade.' }]);
  });

  test('without saying anything', async () => {
    const answer = await api.post(`/appointments/${booked.id}/cancel`, '', nadia);
    expect(answer.json()).toMatchObject({ status: 'cancelled' });
  });

  test('by somebody who saw the old one: refused, with what it is now', async () => {
    await move({});
    const answer = await cancel({ version: 0 });
    expect(answer.status).toBe(409);
    expect(answer.json<AppointmentConflict>().current).toMatchObject({ status: 'booked', version: 1 });
  });

  test('nothing can be done to it any more', async () => {
    await cancel({});
    for (const answer of [await move({ version: 1 }), await link({ version: 1 })]) {
      expect([answer.status, answer.json().error.code]).toEqual([409, 'appointment-cancelled']);
    }
  });

  test('nor to one that has begun', async () => {
    api.data.clock.set(new Date(at('08:00')));
    nadia = await api.signIn('advisor-abc-1');
    for (const answer of [await move({}), await cancel({})]) {
      expect([answer.status, answer.json().error.code]).toEqual([409, 'appointment-past']);
    }
  });
});
