import type { TicketDetail } from './contract';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let julie: string;
beforeAll(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn('advisor-mentor-1');
});
afterAll(() => api.stop());

const fileOne = () => api.file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });

describe('coupons and appointments', () => {
  test('coupons, newest first', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const { coupons } = await api.read<{ coupons: { createdAt: string; personName: string }[] }>(
      '/coupons',
      nadia,
    );
    const entered = coupons.map(({ createdAt }) => createdAt);
    expect(entered).toEqual([...entered].sort().reverse());
    expect(new Set(coupons.map(({ personName }) => personName))).toContain('Camille Moreau');
  });

  test('an appointment is cancelled once and stays in the agenda as cancelled', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const { appointments } = await api.read<{ appointments: { id: string; status: string }[] }>(
      '/appointments',
      nadia,
    );
    const [booked] = appointments;
    expect(booked?.status).toBe('booked');
    const answer = await api.post(`/appointments/${booked?.id}/cancel`, {}, nadia);
    expect(answer.json()).toMatchObject({
      id: booked?.id,
      status: 'cancelled',
      personName: 'Sofiane Haddad',
    });
    expect((await api.post(`/appointments/${booked?.id}/cancel`, {}, nadia)).status).toBe(200);
  });

  test('one that has begun is not cancelled any more', async () => {
    const later = await startAdvisorApi();
    const { services, clock } = later.data;
    const [row] = await services.appointments.agenda(['abc'], clock.now(), 1);
    clock.set(row?.startsAt ?? clock.now());
    const nadia = await later.signIn('advisor-abc-1');
    const answer = await later.post(`/appointments/${row?.id}/cancel`, {}, nadia);
    expect(answer.status).toBe(409);
    expect(answer.json().error.code).toBe('appointment-past');
    await later.stop();
  });
});

describe('attachments', () => {
  test('a picture is shown, under its own name, and can do nothing else', async () => {
    const ticket = await fileOne();
    const [file] = (await api.read<TicketDetail>(`/tickets/${ticket.id}`, julie)).attachments;
    const answer = await api.get(`/attachments/${file?.id}`, julie);
    expect(answer.text).toBe('not really a picture');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''relev%C3%A9%20%22novembre%22.png",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('a ticket shows the files that were sent for it, from wherever, and none of another ticket', async () => {
    const { services, clock } = api.data;
    const [ticket, other] = [await fileOne(), await fileOne()];
    const store = (conversationId: string | null, name: string) =>
      services.attachments.store({
        conversationId: conversationId ?? '',
        activityId: null,
        name,
        contentType: 'image/png',
        content: Buffer.from(name),
        now: clock.now(),
      });
    const later = await store(other.conversationId, 'ajoutée plus tard.png');
    await services.tickets.requesterWrote({
      idempotencyKey: 'addition',
      ticketId: ticket.id,
      personName: 'Chloé Vasseur',
      text: 'voici la capture',
      attachmentIds: [later.id],
      now: clock.now(),
    });
    const namesOf = async (id: string): Promise<readonly string[]> =>
      (await api.read<TicketDetail>(`/tickets/${id}`, julie)).attachments.map(({ name }) => name);
    expect(await namesOf(ticket.id)).toContain('ajoutée plus tard.png');
    expect(await namesOf(other.id)).not.toContain('ajoutée plus tard.png');
    expect((await api.get(`/attachments/${later.id}`, julie)).text).toBe('ajoutée plus tard.png');
    const nadia = await api.signIn('advisor-abc-1');
    expect((await api.get(`/attachments/${later.id}`, nadia)).status).toBe(404);
  });

  test('a request that she took back says who did it, and when', async () => {
    const { services, clock } = api.data;
    const ticket = await fileOne();
    await services.tickets.changeStatus({
      ticketId: ticket.id,
      to: 'withdrawn',
      actor: { kind: 'requester', id: ticket.personId },
      expectedVersion: null,
      now: clock.now(),
    });
    const detail = await api.read<TicketDetail>(`/tickets/${ticket.id}`, julie);
    expect(detail.status).toBe('withdrawn');
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'status-changed',
      actor: 'Chloé Vasseur',
      detail: { to: 'withdrawn' },
      at: clock.now().toISOString(),
    });
  });

  test.each(['text/html', 'image/svg+xml', 'application/pdf'])(
    '%s is saved, never opened',
    async (contentType) => {
      const ticket = await fileOne();
      const stored = await api.data.services.attachments.store({
        conversationId: ticket.conversationId ?? '',
        activityId: null,
        name: 'page\r\nX-Evil: 1.html\ud800',
        contentType,
        content: Buffer.from('<script>alert(1)</script>'),
        now: api.data.clock.now(),
      });
      const answer = await api.get(`/attachments/${stored.id}`, julie);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
      expect(answer.headers.get('x-evil')).toBeNull();
    },
  );
});

describe('the border', () => {
  test('a call that another site makes is refused before anything is done', async () => {
    const ticket = await fileOne();
    const answer = await api.post(`/tickets/${ticket.id}/status`, { status: 'closed', version: 1 }, julie, {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(403);
    expect((await api.read<TicketDetail>(`/tickets/${ticket.id}`, julie)).status).toBe('new');
  });

  test('a form is refused', async () => {
    const answer = await api.post('/sign-out', 'a=b', julie, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(415);
    expect((await api.get('/me', julie)).status).toBe(200);
  });
});
