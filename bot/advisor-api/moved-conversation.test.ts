import type { TicketDetail } from './contract';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
beforeEach(async () => {
  api = await startAdvisorApi();
});
afterEach(() => api.stop());

it('a chat that has become another desk’s is shown with no ticket of the former one, nor are its later files', async () => {
  const { services, clock } = api.data;
  const now = clock.now();
  const ticket = await api.file({ deskId: 'abc' });
  const conversationId = ticket.conversationId ?? '';
  const [own] = await services.attachments.ofConversation(conversationId);
  await services.tickets.requesterWrote({
    idempotencyKey: 'w',
    ticketId: ticket.id,
    personName: '',
    text: 'voici',
    attachmentIds: [own?.id ?? ''],
    now,
  });
  const nadia = await api.signIn('advisor-abc-1');
  const julie = await api.signIn('advisor-mentor-1');
  const detail = () => api.read<TicketDetail>(`/tickets/${ticket.reference}`, nadia);
  expect((await detail()).transcript.map(({ text }) => text)).toEqual(['jai pa été payé']);

  const { code } = await services.teamsInvitations.invite({
    personId: 'mentor-alice',
    advisorId: 'advisor-mentor-1',
    now,
  });
  const identity = { tenantId: 'tenant', objectId: 'object' };
  await services.teamsInvitations.redeem({ code, identity, conversationId, now });
  const said = { conversationId, payload: { type: 'message' }, text: 'ma facture', owesTurn: false, now };
  await services.conversations.receive({ ...said, activityId: 'later' });
  const content = Buffer.from('x');
  const file = { conversationId, activityId: null, name: 'b.png', contentType: 'image/png', content, now };
  const later = await services.attachments.store(file);

  const shown = await detail();
  expect(JSON.stringify(shown)).not.toContain('ma facture');
  expect(shown.attachments.map(({ id }) => id)).toEqual([own?.id]);
  const statuses = async (cookie: string) => [
    (await api.get(`/attachments/${own?.id}`, cookie)).status,
    (await api.get(`/attachments/${later.id}`, cookie)).status,
  ];
  expect(await statuses(nadia)).toEqual([200, 404]);
  expect(await statuses(julie)).toEqual([404, 200]);
});
