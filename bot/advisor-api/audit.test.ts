import type { AuditEntry } from '../../data/audit/types';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let nadia: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
});
afterEach(() => api.stop());

const log = (): Promise<readonly AuditEntry[]> =>
  api.data.services.audit.list({ deskIds: ['abc'], withoutDesk: true, limit: 50 });

describe('the audit log', () => {
  test('a change is written with who, what, whose and to what', async () => {
    const ticket = await api.file({ deskId: 'abc' });
    await api.post(`/tickets/${ticket.id}/priority`, { priority: 'high', version: ticket.version }, nadia);
    const [entry] = await log();
    expect(entry).toMatchObject({
      actor: { kind: 'advisor', id: 'advisor-abc-1', name: 'Nadia Benali' },
      action: 'tickets.priority',
      deskId: 'abc',
      entityKind: 'tickets',
      entityId: ticket.id,
      detail: { priority: 'high' },
    });
  });

  test('a look at somebody’s records is written once, however often her screen reads them again', async () => {
    const ticket = await api.file({ deskId: 'abc' });
    await api.get(`/tickets/${ticket.id}`, nadia);
    await api.get(`/tickets/${ticket.reference}`, nadia);
    expect(await log()).toMatchObject([{ action: 'tickets.read', entityId: ticket.id, deskId: 'abc' }]);
    await api.get(`/tickets/${ticket.id}`, await api.signIn('advisor-abc-2'));
    expect(await log()).toHaveLength(2);
  });

  test('what was written, and secrets, are not repeated', async () => {
    const ticket = await api.file({ deskId: 'abc' });
    const text = 'Mon IBAN a changé';
    await api.post(`/tickets/${ticket.id}/messages`, { kind: 'reply', text, clientId: 'c1' }, nadia);
    await api.post('/password', { next: 'une phrase de passe assez longue' }, nadia);
    const written = JSON.stringify(await log());
    expect(written).not.toContain('IBAN');
    expect(written).not.toContain('phrase de passe');
    expect((await log()).map(({ action }) => action)).toEqual(['password', 'tickets.messages']);
  });

  test('what was refused is not written: nothing changed and nothing was seen', async () => {
    const ticket = await api.file({ deskId: 'abc' });
    const stranger = await api.signIn('advisor-mentor-1');
    await api.get(`/tickets/${ticket.id}`, stranger);
    await api.post(`/tickets/${ticket.id}/priority`, { priority: 'high', version: 99 }, nadia);
    await api.post(`/tickets/${ticket.id}/priority`, { priority: 'grave', version: 1 }, nadia);
    expect(await log()).toEqual([]);
  });

  test('lists and counts are no look at anybody in particular', async () => {
    await api.file({ deskId: 'abc' });
    await api.get('/tickets?view=open', nadia);
    await api.get('/figures?from=2026-11-18&to=2026-11-18', nadia);
    expect(await log()).toEqual([]);
  });
});
