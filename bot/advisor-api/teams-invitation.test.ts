import type { TeamsInvitationView } from './contract-teams';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let nadia: string;
beforeAll(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
});
afterAll(() => api.stop());

const ticket = (personId: string | null = 'abc-camille') => api.file({ deskId: 'abc', personId });

it('an advisor makes a code for the person of a ticket; once it is used, the card says so', async () => {
  const { id, reference } = await ticket();
  expect(await api.read(`/tickets/${reference}/teams`, nadia)).toEqual({ linkedAt: null });
  const made = await api.post(`/tickets/${id}/teams-invitation`, {}, nadia);
  expect(made.status).toBe(200);
  const { code, expiresAt } = made.json<TeamsInvitationView>();
  const now = api.data.clock.now();
  expect(Date.parse(expiresAt) - now.getTime()).toBe(7 * 24 * 3_600_000);
  const identity = { tenantId: 't', objectId: 'o' };
  await api.data.services.teamsInvitations.redeem({ code, identity, conversationId: 'c', now });
  expect(await api.read(`/tickets/${reference}/teams`, nadia)).toEqual({ linkedAt: now.toISOString() });
});

it('the audit log keeps who made one and for whom, not the code', async () => {
  const { id } = await ticket();
  const { code } = (await api.post(`/tickets/${id}/teams-invitation`, {}, nadia)).json<TeamsInvitationView>();
  const entries = await api.data.services.audit.list({ deskIds: ['abc'], withoutDesk: true, limit: 5 });
  expect(entries[0]).toMatchObject({ actor: { id: 'advisor-abc-1' }, deskId: 'abc', entityId: id });
  expect(JSON.stringify(entries)).not.toContain(code);
});

it.each(['a foreign ticket', 'a ticket of nobody known'])('%s: 404', async (which) => {
  const { id } = which === 'a foreign ticket' ? await api.file({ deskId: 'oc-mentor' }) : await ticket(null);
  expect((await api.post(`/tickets/${id}/teams-invitation`, {}, nadia)).status).toBe(404);
  expect((await api.get(`/tickets/${id}/teams`, nadia)).status).toBe(404);
});
