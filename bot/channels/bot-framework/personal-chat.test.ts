import { eventually } from '../../testing/edge-fixture';
import { BOT, TENANT, TeamsClient, type Body } from './testing/teams-client';

let teams: TeamsClient;
beforeAll(async () => {
  teams = await TeamsClient.start();
});
afterAll(() => teams.stop());

describe('a message in a personal chat', () => {
  it('shows at once that an answer is being made, then gives it', async () => {
    const activity = teams.personal();
    await teams.post(activity);
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 0,
    );
    const types = teams.sentTo(activity).map(({ body }) => body.type);
    expect(types).toEqual(['typing', 'message']);
  });

  it('is acknowledged within two seconds while its turn takes longer, and answered behind', async () => {
    const { handle } = teams.edge;
    teams.edge.handle = async (turn, state) => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      return handle(turn, state);
    };
    const activity = teams.personal({ text: 'lent' });
    const started = Date.now();
    const { status } = await teams.post(activity);
    const acknowledged = Date.now() - started;
    teams.edge.handle = handle;
    expect(status).toBe(200);
    expect(acknowledged).toBeLessThan(2_000);
    expect(teams.said(activity)).toEqual([]);
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 0,
    );
    expect(teams.said(activity)[0]?.body.text).toBe('1: lent');
  });

  it('has one effect however often it is delivered', async () => {
    const activity = teams.personal({ text: 'encore' });
    await Promise.all([teams.post(activity), teams.post(activity), teams.post(activity)]);
    await teams.post(activity);
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 0,
    );
    expect(teams.heard(activity)).toHaveLength(1);
    expect(teams.said(activity)).toHaveLength(1);
  });
});

describe('what is done to a message', () => {
  const edit = (of: Body, text: string, at: string): Body => ({
    ...of,
    type: 'messageUpdate',
    text,
    timestamp: at,
    channelData: { ...(of.channelData as object), eventType: 'editMessage' },
  });

  it('is answered anew when she edits it, once an edit', async () => {
    const activity = teams.personal({ text: 'jai pa été' });
    await teams.post(activity);
    const first = edit(activity, 'jai pa été payé', '2026-11-18T09:01:00.000Z');
    await Promise.all([teams.post(first), teams.post(first)]);
    await teams.post(edit(activity, 'je n’ai pas été payée', '2026-11-18T09:02:00.000Z'));
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 2,
    );
    expect(teams.heard(activity).map(({ text }) => text)).toEqual([
      'jai pa été',
      'jai pa été payé',
      'je n’ai pas été payée',
    ]);
  });

  it.each<[string, Body]>([
    [
      'a deletion',
      { type: 'messageDelete', channelData: { tenant: TENANT, eventType: 'softDeleteMessage' } },
    ],
    ['its return', { type: 'messageUpdate', channelData: { tenant: TENANT, eventType: 'undeleteMessage' } }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined }],
    [
      'a reaction taken back',
      { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], text: undefined },
    ],
    ['what another bot writes', { from: { id: '28:another', name: 'Autre' } }],
    ['what says that it is a bot', { from: { id: '29:x', role: 'bot' } }],
    ['what it has written itself', { from: BOT }],
    ['her typing', { type: 'typing', text: undefined }],
    ['that she has read', { type: 'event', name: 'application/vnd.microsoft.readReceipt', text: undefined }],
  ])('is no turn when it is %s', async (_what, change) => {
    const activity = teams.personal(change);
    expect((await teams.post(activity)).status).toBe(200);
    expect(teams.heard(activity)).toEqual([]);
    expect(teams.said(activity)).toEqual([]);
  });
});
