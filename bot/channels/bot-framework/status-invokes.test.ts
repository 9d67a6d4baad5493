import { eventually } from '../../testing/edge-fixture';
import { OTHER, TeamsClient, type Body } from './testing/teams-client';

let teams: TeamsClient;
beforeAll(async () => {
  teams = await TeamsClient.start();
});
afterAll(() => teams.stop());

/** A request filed in a chat of its own, and the press that draws its card anew. */
async function filed(key: string) {
  const chat = teams.personal();
  await teams.post(chat);
  await eventually(
    () => teams.said(chat),
    (replies) => replies.length > 0,
  );
  const ticket = await teams.edge.data.services.tickets.file({
    idempotencyKey: key,
    deskId: 'abc',
    personId: null,
    conversationId: teams.storedId(chat),
    topicId: 'abc.pay-missing',
    category: 'payment',
    subject: 'Mes heures d’octobre',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: teams.edge.data.clock.now(),
  });
  const press = (guichetStatus: unknown, change: Body = {}): Body =>
    teams.personal({
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      conversation: chat.conversation,
      value: {
        action: { type: 'Action.Execute', verb: 'guichet.status', data: { guichetStatus } },
        trigger: 'automatic',
      },
      ...change,
    });
  const seen = { references: [ticket.reference], version: `${ticket.reference}.${ticket.version}` };
  return { chat, ticket, press, seen };
}

const shown = ({ body }: { readonly body: unknown }): string => JSON.stringify(body);

describe('a card of a request that Teams shows again', () => {
  it('is drawn as the request stands now, and is no turn', async () => {
    const { chat, ticket, press, seen } = await filed('refresh');
    const same = await teams.post(press(seen));
    expect(same).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect(shown(same)).not.toContain('a changé');
    await teams.edge.data.services.tickets.changeStatus({
      ticketId: ticket.id,
      to: 'withdrawn',
      actor: { kind: 'requester', id: null },
      expectedVersion: null,
      now: teams.edge.data.clock.now(),
    });
    const changed = shown(await teams.post(press(seen)));
    expect(changed).toContain('a changé');
    expect(changed).toContain('retirée');
    expect(changed).not.toContain('ticket-withdraw');
    expect(teams.heard(chat)).toHaveLength(1);
    expect(teams.said(chat)).toHaveLength(1);
  });

  it.each<[string, Body]>([
    ['somebody else', { from: OTHER }],
    [
      'another chat',
      { conversation: { conversationType: 'personal', tenantId: 't', id: 'a:somewhere-else' } },
    ],
  ])('shows nothing of it to %s', async (who, change) => {
    const { press, seen } = await filed(`not-${who}`);
    const answer = await teams.post(press(seen, change));
    expect(answer.status).toBe(200);
    expect(shown(answer)).not.toContain('Mes heures');
  });

  it.each([undefined, 'x', { references: [] }, { references: ['G-2611-0001'] }])(
    'is refused with data that are none of ours (%j): 400',
    async (data) => {
      const { press } = await filed(`bad-${JSON.stringify(data)}`);
      expect((await teams.post(press(data))).status).toBe(400);
    },
  );
});
