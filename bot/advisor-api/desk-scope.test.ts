import type { AppointmentRow } from '../../data/appointments/types';
import type { DeskId } from '../../data/desks/types';
import type { Ticket } from '../../data/tickets/types';
import type { TicketDetail, TicketList, TicketView } from './contract';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

/**
 * Who may see what: every endpoint that takes an id or lists something, for every role and desk. What is of another desk is
 * answered exactly like what does not exist.
 */
const DESKS: readonly DeskId[] = ['abc', 'oc-mentor', 'oc-coach'];

interface OfDesk {
  readonly ticket: Ticket;
  readonly attachmentId: string;
  readonly appointment: AppointmentRow;
  /** Another one, which those who may do so cancel. */
  readonly toCancel: AppointmentRow;
}

let api: AdvisorApiFixture;
const things = new Map<DeskId, OfDesk>();
const cookies = new Map<string, string>();
const of = (desk: DeskId): OfDesk => {
  const found = things.get(desk);
  if (!found) throw new Error(`nothing was made for ${desk}`);
  return found;
};

/** Every role, bound to one desk or several. */
const CALLERS = [
  { who: 'advisor of abc', role: 'advisor', desks: ['abc'] },
  { who: 'supervisor of abc', role: 'supervisor', desks: ['abc'] },
  { who: 'admin of abc', role: 'admin', desks: ['abc'] },
  { who: 'advisor of mentors', role: 'advisor', desks: ['oc-mentor'] },
  { who: 'advisor of mentors and coaches', role: 'advisor', desks: ['oc-mentor', 'oc-coach'] },
  { who: 'admin of all three', role: 'admin', desks: DESKS },
] as const;

beforeAll(async () => {
  api = await startAdvisorApi();
  const { services, clock } = api.data;
  const now = clock.now();
  for (const { who, role, desks } of CALLERS) {
    const email = `${who.replaceAll(' ', '.')}@test.example`;
    const advisor = await services.advisors.add({ name: who, email, role, deskIds: [...desks], now });
    cookies.set(who, await api.signIn(advisor.id));
  }
  for (const desk of DESKS) things.set(desk, await makeThings(desk));
});
afterAll(() => api.stop());

async function makeThings(deskId: DeskId): Promise<OfDesk> {
  const { services } = api.data;
  const [person] = await services.people.ofDesk(deskId);
  if (!person) throw new Error(`no demo person on ${deskId}`);
  const ticket = await api.file({ deskId, personId: person.id });
  const [attachment] = await services.attachments.ofConversation(ticket.conversationId ?? '');
  if (!attachment) throw new Error(`no file on ${deskId}`);
  const appointment = await bookOne(deskId, person.id);
  const toCancel = await bookOne(deskId, person.id);
  return { ticket, attachmentId: attachment.id, appointment, toCancel };
}

async function bookOne(deskId: DeskId, personId: string): Promise<AppointmentRow> {
  const { services, clock } = api.data;
  const now = clock.now();
  const to = new Date(now.getTime() + 20 * 86_400_000);
  const [slot] = await services.appointments.free({ deskId, personId, from: now, to, now, limit: 1 });
  if (!slot) throw new Error(`no free slot on ${deskId}`);
  const booked = await services.appointments.book({
    idempotencyKey: `scope-${deskId}-${slot.startsAt.toISOString()}`,
    deskId,
    personId,
    advisorId: slot.advisorId,
    startsAt: slot.startsAt,
    channel: 'teams',
    phone: null,
    subject: `Sujet de ${deskId}`,
    now,
  });
  const appointment = booked.ok && (await services.appointments.find(booked.value.id));
  if (!appointment) throw new Error(`no appointment on ${deskId}`);
  return appointment;
}

/** One row of the matrix: a call that names something of a desk. */
const CALLS: readonly {
  readonly call: string;
  run(desk: DeskId, cookie: string): Promise<{ readonly status: number; readonly text: string }>;
}[] = [
  { call: 'GET ticket by id', run: (desk, cookie) => api.get(`/tickets/${of(desk).ticket.id}`, cookie) },
  {
    call: 'GET ticket by reference',
    run: (desk, cookie) => api.get(`/tickets/${of(desk).ticket.reference}`, cookie),
  },
  {
    call: 'POST note',
    run: (desk, cookie) =>
      api.post(
        `/tickets/${of(desk).ticket.id}/messages`,
        { kind: 'note', text: 'Vu.', clientId: `c-${cookie.slice(-12)}` },
        cookie,
      ),
  },
  {
    call: 'POST reply by reference',
    run: (desk, cookie) =>
      api.post(
        `/tickets/${of(desk).ticket.reference}/messages`,
        { kind: 'reply', text: 'Bonjour.', clientId: `r-${cookie.slice(-12)}` },
        cookie,
      ),
  },
  {
    call: 'POST assign',
    run: async (desk, cookie) => {
      const { id } = of(desk).ticket;
      const version = (await api.data.services.tickets.find(id))?.version;
      return api.post(`/tickets/${id}/assign`, { assigneeId: null, version }, cookie);
    },
  },
  {
    call: 'POST status',
    run: async (desk, cookie) => {
      const { id } = of(desk).ticket;
      const version = (await api.data.services.tickets.find(id))?.version;
      return api.post(`/tickets/${id}/status`, { status: 'open', version }, cookie);
    },
  },
  {
    call: 'POST priority',
    run: async (desk, cookie) => {
      const { id } = of(desk).ticket;
      const version = (await api.data.services.tickets.find(id))?.version;
      return api.post(`/tickets/${id}/priority`, { priority: 'normal', version }, cookie);
    },
  },
  {
    call: 'GET attachment',
    run: (desk, cookie) => api.get(`/attachments/${of(desk).attachmentId}`, cookie),
  },
  {
    call: 'GET slots of an appointment',
    run: (desk, cookie) => api.get(`/appointments/${of(desk).appointment.id}/slots`, cookie),
  },
  {
    call: 'GET slots of an appointment by reference',
    run: (desk, cookie) => api.get(`/appointments/${of(desk).appointment.reference}/slots`, cookie),
  },
  {
    call: 'POST move appointment',
    run: async (desk, cookie) => {
      const { id, advisorId, startsAt } = of(desk).appointment;
      const version = (await api.data.services.appointments.find(id))?.sequence;
      const body = { startsAt: startsAt.toISOString(), advisorId, version, clientId: cookie.slice(-12) };
      return api.post(`/appointments/${id}/move`, body, cookie);
    },
  },
  {
    call: 'POST link of an appointment',
    run: async (desk, cookie) => {
      const { id } = of(desk).appointment;
      const version = (await api.data.services.appointments.find(id))?.sequence;
      const url = `https://visio.example/${desk}`;
      return api.post(`/appointments/${id}/link`, { url, version }, cookie);
    },
  },
  {
    call: 'POST cancel appointment',
    run: (desk, cookie) => api.post(`/appointments/${of(desk).toCancel.id}/cancel`, {}, cookie),
  },
];

const MATRIX = CALLERS.flatMap(({ who, desks }) =>
  DESKS.flatMap((desk) =>
    CALLS.map(({ call, run }) => ({
      who,
      desk,
      call,
      run,
      expected: (desks as readonly DeskId[]).includes(desk) ? 200 : 404,
    })),
  ),
);

test.each(MATRIX)('$who, $call of $desk: $expected', async ({ who, desk, run, expected }) => {
  const answer = await run(desk, cookies.get(who) ?? '');
  expect(answer.status).toBe(expected);
});

test.each(DESKS.flatMap((desk) => CALLS.map(({ call, run }) => ({ desk, call, run }))))(
  'nobody signed in, $call of $desk: 401',
  async ({ desk, run }) => {
    expect((await run(desk, '')).status).toBe(401);
  },
);

test('a ticket of another desk and an unknown one cannot be told apart', async () => {
  const cookie = cookies.get('advisor of abc') ?? '';
  const foreign = await api.get(`/tickets/${of('oc-coach').ticket.id}`, cookie);
  const unknown = await api.get('/tickets/00000000-0000-4000-8000-000000000000', cookie);
  expect({ status: foreign.status, text: foreign.text }).toEqual({
    status: unknown.status,
    text: unknown.text,
  });
});

const VIEWS: readonly TicketView[] = ['mine', 'unassigned', 'open', 'waiting', 'solved', 'all'];

test.each(CALLERS.flatMap(({ who, desks }) => VIEWS.map((view) => ({ who, desks, view }))))(
  '$who, list and counts of $view hold nothing of other desks',
  async ({ who, desks, view }) => {
    const list = (await api.get(`/tickets?view=${view}`, cookies.get(who))).json<TicketList>();
    const own = desks as readonly string[];
    expect(list.tickets.filter(({ desk }) => !own.includes(desk))).toEqual([]);
    const all = (await api.get('/tickets?view=all', cookies.get(who))).json<TicketList>();
    const { waiting, open, solved } = list.counts;
    expect(waiting + open + solved).toBe(all.tickets.length);
  },
);

test.each(CALLERS)('$who, coupons and appointments hold nothing of other desks', async ({ who, desks }) => {
  const own = desks as readonly DeskId[];
  const cookie = cookies.get(who) ?? '';
  const agenda = await api.get('/appointments', cookie);
  const coupons = await api.get('/coupons', cookie);
  for (const desk of DESKS) {
    expect(agenda.text.includes(of(desk).appointment.reference)).toBe(own.includes(desk));
  }
  // Only tutors of abc enter coupons.
  expect(coupons.json<{ coupons: unknown[] }>().coupons.length > 0).toBe(own.includes('abc'));
});

test('a person card shows nothing that other desks keep of the same person', async () => {
  const [person] = await api.data.services.people.ofDesk('abc');
  const elsewhere = await api.file({
    deskId: 'oc-mentor',
    personId: person?.id ?? null,
    subject: 'Ailleurs',
  });
  const detail = (
    await api.get(`/tickets/${of('abc').ticket.id}`, cookies.get('advisor of abc'))
  ).json<TicketDetail>();
  expect(detail.person?.otherTickets.map(({ reference }) => reference)).not.toContain(elsewhere.reference);
});

test('colleagues are those who share a desk, with the desks that are shared', async () => {
  const me = (await api.get('/me', cookies.get('advisor of mentors'))).json<{
    desks: { id: string }[];
    colleagues: { name: string; deskIds: string[] }[];
  }>();
  expect(me.desks.map(({ id }) => id)).toEqual(['oc-mentor']);
  const names = me.colleagues.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['advisor of mentors and coaches', 'Julie Carpentier']));
  expect(names).not.toContain('advisor of abc');
  expect(me.colleagues.every(({ deskIds }) => deskIds.join() === 'oc-mentor')).toBe(true);
});
