import { actionOf, isAudited } from './audit';
import { AUDIT_ACTIONS } from './audit-actions';
import type { AuditPage } from './contract-audit';
import { endpoints } from './endpoints';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let admin: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  const { advisors } = api.data.services;
  const now = api.data.clock.now();
  const add = (email: string, role: 'supervisor' | 'admin', deskIds: readonly ('abc' | 'oc-mentor')[]) =>
    advisors.add({ name: email, email, role, deskIds, now });
  admin = await api.signIn((await add('admin@exemple.fr', 'admin', ['abc'])).id);
  supervisorOfMentors = await api.signIn((await add('resp@exemple.fr', 'supervisor', ['oc-mentor'])).id);
});
afterEach(() => api.stop());
let supervisorOfMentors: string;

const page = (query = '', cookie = admin): Promise<AuditPage> =>
  api.read<AuditPage>(`/audit${query}`, cookie);

describe('the audit log on a page', () => {
  test('empty at first', async () => {
    expect(await page()).toEqual({ lines: [], names: {}, next: null });
  });

  test('changes and looks of her desks, the latest first; of another desk nothing', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const ticket = await api.file({ deskId: 'abc' });
    await api.get(`/tickets/${ticket.id}`, nadia);
    await api.post(`/tickets/${ticket.id}/priority`, { priority: 'high', version: ticket.version }, nadia);
    expect((await page()).lines).toMatchObject([
      { action: 'tickets.priority', actor: 'Nadia Benali', desk: 'abc', entityId: ticket.id },
      { action: 'tickets.read', actor: 'Nadia Benali' },
    ]);
    expect((await page('', supervisorOfMentors)).lines).toEqual([]);
  });

  test('what belongs to no desk is for admins', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    await api.post('/sessions/revoke', {}, nadia);
    expect((await page()).lines).toMatchObject([{ action: 'sessions.revoke', desk: null }]);
    expect((await page('', supervisorOfMentors)).lines).toEqual([]);
  });

  test('narrowed by day, by person and by what it is about', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const ticket = await api.file({ deskId: 'abc' });
    await api.get(`/tickets/${ticket.id}`, nadia);
    const count = async (query: string): Promise<number> => (await page(query)).lines.length;
    expect(await count('?from=2026-11-18&to=2026-11-18')).toBe(1);
    expect(await count('?to=2026-11-17')).toBe(0);
    expect(await count('?actor=advisor-abc-1')).toBe(1);
    expect(await count('?actor=advisor-abc-2')).toBe(0);
    expect(await count('?about=tickets')).toBe(1);
    expect(await count('?about=coupons')).toBe(0);
  });

  test('names what its lines and their values are about, and nothing of another desk', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const [ticket, other] = [await api.file({ deskId: 'abc' }), await api.file({ deskId: 'oc-mentor' })];
    const assign = { assigneeId: 'advisor-abc-2', version: ticket.version };
    await api.post(`/tickets/${ticket.id}/assign`, assign, nadia);
    await api.post('/bulk', { action: 'assign', assigneeId: null, tickets: [] }, nadia);
    const { audit } = api.data.services;
    const line = (entityKind: string, entityId: string, detail: Record<string, unknown>) =>
      audit.record({
        at: api.data.clock.now(),
        actor: { kind: 'system', id: null, name: 'Guichet' },
        action: entityKind,
        deskId: 'abc',
        entityKind,
        entityId,
        detail,
      });
    await line('tickets', other.id, { into: other.id, topicId: 'oc-mentor.invoicing' });
    await line('advisors', 'advisor-abc-1', { before: { desks: ['abc'] }, after: { desks: [] } });
    await line('settings', 'abc', { topicId: 'abc.contact' });
    await line('answers', ticket.id, { tickets: '3' });
    await line('teams', 'gone', {});
    const { lines, names } = await page();
    expect(lines.map(({ action, about }) => [action, about])).toEqual([
      ['teams', null],
      ['answers', null],
      ['settings', { name: 'Intervenants ABC', ticket: null }],
      ['advisors', { name: 'Nadia Benali', ticket: null }],
      ['tickets', null],
      ['tickets.assign', { name: ticket.reference, ticket: ticket.reference }],
    ]);
    expect(names).toEqual({
      abc: 'Intervenants ABC',
      'abc.contact': 'Titre de abc.contact',
      'advisor-abc-2': 'Pierre Lemoine',
    });
  });

  test('names a file, with the ticket that it belongs to', async () => {
    const nadia = await api.signIn('advisor-abc-1');
    const ticket = await api.file({ deskId: 'abc' });
    const { services, clock } = api.data;
    const [file] = await services.attachments.ofConversation(ticket.conversationId ?? '');
    await services.tickets.requesterWrote({
      idempotencyKey: 'addition',
      ticketId: ticket.id,
      personName: 'Chloé Vasseur',
      text: 'Voici le relevé',
      attachmentIds: [file?.id ?? ''],
      now: clock.now(),
    });
    await api.get(`/attachments/${file?.id}`, nadia);
    expect((await page()).lines).toMatchObject([
      { action: 'attachments.read', about: { name: file?.name, ticket: ticket.reference } },
    ]);
  });

  test('knows every action that an endpoint or an import writes', () => {
    const written = endpoints.filter(isAudited).map((endpoint) => actionOf(endpoint).action);
    // These two write their own lines, as one call is about several desks or the whole house.
    const known = new Set([...written, 'imports.write', 'retention']);
    expect([...known].sort()).toEqual([...AUDIT_ACTIONS].sort());
  });

  test('fifty lines a page, none twice and none left out', async () => {
    const { audit } = api.data.services;
    for (let index = 0; index < 120; index += 1) {
      await audit.record({
        at: api.data.clock.now(),
        actor: { kind: 'system', id: null, name: 'Guichet' },
        action: 'tickets.read',
        deskId: 'abc',
        entityKind: 'tickets',
        entityId: `t${index}`,
        detail: {},
      });
    }
    const seen: (string | null)[] = [];
    for (let next: number | null = 0; next !== null;) {
      const { lines, next: after }: AuditPage = await page(next === 0 ? '' : `?before=${next}`);
      seen.push(...lines.map(({ entityId }) => entityId));
      next = after;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `t${119 - index}`));
  });

  test('is refused to advisors, and with a reason where the question is wrong', async () => {
    expect((await api.get('/audit', await api.signIn('advisor-abc-2'))).status).toBe(403);
    expect((await api.get('/audit?from=hier', admin)).status).toBe(400);
    expect((await api.get("/audit?about=%25' OR 1", admin)).status).toBe(400);
  });
});
