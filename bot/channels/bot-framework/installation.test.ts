import { eventually } from '../../testing/edge-fixture';
import { BOT, HER, OTHER, TENANT, TeamsClient, type Body } from './testing/teams-client';

let teams: TeamsClient;
beforeAll(async () => {
  teams = await TeamsClient.start();
});
afterAll(() => teams.stop());

describe('an installation', () => {
  const update = (change: Body = {}) =>
    teams.personal({ type: 'conversationUpdate', text: undefined, membersAdded: [HER, BOT], ...change });
  const install = (change: Body = {}) =>
    teams.personal({ type: 'installationUpdate', action: 'add', text: undefined, ...change });

  it.each<[string, (to: Body) => readonly Body[]]>([
    ['by its conversationUpdate', (to) => [update(to)]],
    ['by its installationUpdate', (to) => [install(to)]],
    ['by both at once', (to) => [update(to), install(to)]],
    ['by both, again and again', (to) => [install(to), update(to), update(to), install(to), update(to)]],
    ['of the assistant alone', (to) => [update({ ...to, membersAdded: [BOT] })]],
  ])('told %s is welcomed once', async (_how, events) => {
    const first = update({ deliveryMode: undefined });
    const to = { conversation: first.conversation };
    await teams.edge.data.services.conversations.open({
      id: teams.storedId(first),
      channel: 'teams',
      deskId: 'abc',
      userId: HER.id,
      personId: null,
      locale: 'fr',
      scope: 'personal',
      now: teams.edge.data.clock.now(),
    });
    const answers = await Promise.all(events(to).map(teams.post));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await eventually(
      () => teams.said(first),
      (replies) => replies.length > 0,
    );
    expect(teams.heard(first)).toHaveLength(1);
    expect(teams.said(first).map(({ body }) => body.text)).toEqual(['Bonjour']);
  });

  it('by somebody whose desk is not known asks for it once, and welcomes once she has chosen', async () => {
    const first = update({ channelData: { tenant: TENANT } });
    const to = { conversation: first.conversation, channelData: { tenant: TENANT } };
    await Promise.all([teams.post(first), teams.post(install(to)), teams.post(update(to))]);
    await eventually(
      () => teams.said(first),
      (replies) => replies.length > 0,
    );
    expect(teams.said(first)).toHaveLength(1);
    await teams.post(teams.personal({ ...to, text: 'abc' }));
    await eventually(
      () => teams.said(first),
      (replies) => replies.length > 1,
    );
    expect(teams.said(first).map(({ body }) => body.text)).toEqual([
      expect.stringContaining('guichet'),
      'Bonjour',
    ]);
  });

  it.each(['remove', 'add-upgrade', 'remove-upgrade', undefined])(
    'that is no addition (%s) says nothing',
    async (action) => {
      const activity = install({ action });
      expect((await teams.post(activity)).status).toBe(200);
      expect(teams.said(activity)).toEqual([]);
    },
  );

  it('in a team introduces the assistant once, and greets no member', async () => {
    const here = { conversation: { ...(teams.channel().conversation as object), id: '19:new@thread.tacv2' } };
    const bot = teams.channel({ ...here, type: 'conversationUpdate', text: undefined, membersAdded: [BOT] });
    await Promise.all([teams.post(bot), teams.post({ ...bot, type: 'installationUpdate', action: 'add' })]);
    await teams.post(
      teams.channel({ ...here, type: 'conversationUpdate', text: undefined, membersAdded: [OTHER] }),
    );
    await eventually(
      () => teams.said(bot),
      (replies) => replies.length > 0,
    );
    expect(teams.said(bot).map(({ body }) => body.text)).toEqual([expect.stringContaining('mentionnez-moi')]);
    expect(teams.heard(bot)).toEqual([]);
  });
});
