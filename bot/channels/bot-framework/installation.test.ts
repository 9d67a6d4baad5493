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

  const leave = (of: Body, change: Body = {}): Body => ({
    ...of,
    type: 'installationUpdate',
    action: 'remove',
    id: 'left-1',
    ...change,
  });
  const greetings = (of: Body) => teams.said(of).filter(({ body }) => body.text === 'Bonjour');
  const knownDesk = { channelData: { tenant: TENANT } };

  it('after the app was taken away is welcomed again, once; a late or repeated removal changes nothing', async () => {
    const first = install(knownDesk);
    const to = { conversation: first.conversation, ...knownDesk };
    await teams.post(first);
    await teams.post(teams.personal({ ...to, text: 'abc' }));
    await eventually(
      () => greetings(first),
      (said) => said.length === 1,
    );
    const removal = leave(first);
    await teams.post(removal);
    await teams.post(removal);
    await Promise.all([teams.post(install(to)), teams.post(update(to)), teams.post(install(to))]);
    await eventually(
      () => greetings(first),
      (said) => said.length === 2,
    );
    await teams.post(removal);
    await teams.post(update(to));
    await teams.post(teams.personal({ ...to, text: 'encore là' }));
    await eventually(
      () => teams.said(first).at(-1)?.body.text,
      (text) => String(text).includes('encore là'),
    );
    expect(greetings(first)).toHaveLength(2);
  });

  it('that was taken away is sent nothing, until she comes back', async () => {
    const first = install(knownDesk);
    const to = { conversation: first.conversation, ...knownDesk };
    await teams.post(first);
    await teams.post(teams.personal({ ...to, text: 'abc' }));
    await eventually(
      () => greetings(first),
      (said) => said.length === 1,
    );
    await teams.post(leave(first));
    const conversationId = teams.storedId(first);
    const { conversations } = teams.edge.data.services;
    const append = (activityId: string, author: 'assistant' | 'advisor') =>
      conversations.append({
        conversationId,
        activity: { activityId, author, text: activityId, payload: { type: 'message', text: activityId } },
        now: teams.edge.data.clock.now(),
      });
    await append('rappel', 'assistant');
    await append('réponse', 'advisor');
    await eventually(
      async () => (await conversations.since(conversationId, 0)).at(-1)?.delivery,
      (delivery) => delivery === 'given-up',
    );
    expect(teams.said(first)).toHaveLength(2);
    await teams.post(teams.personal({ ...to, text: 'me revoilà' }));
    await eventually(
      () => teams.said(first).map(({ body }) => body.text),
      (said) => said.length === 4,
    );
    expect(
      teams
        .said(first)
        .slice(2)
        .map(({ body }) => body.text),
    ).toEqual(['réponse', expect.stringContaining('me revoilà')]);
  });

  it('taken away by somebody whom nobody knows is noted nowhere', async () => {
    const activity = leave(install());
    expect((await teams.post(activity)).status).toBe(200);
    expect(await teams.edge.data.services.conversations.find(teams.storedId(activity))).toBeNull();
  });

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
