import type { Reply } from '../../../dialogs/reply';
import { eventually } from '../../testing/edge-fixture';
import { HER, MENTION, OTHER, TeamsClient, type Body } from './testing/teams-client';

let teams: TeamsClient;
beforeAll(async () => {
  teams = await TeamsClient.start();
});
afterAll(() => teams.stop());

describe('where others read', () => {
  it('answers what mentions the assistant, in its thread and without the mention', async () => {
    const activity = teams.mentioned('où saisir mes coupons ?');
    await teams.post(activity);
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 0,
    );
    expect(teams.heard(activity)).toMatchObject([
      { text: 'où saisir mes coupons ?', shared: true, person: null },
    ]);
    expect(await teams.edge.data.services.conversations.find(teams.storedId(activity))).toMatchObject({
      scope: 'channel',
    });
  });

  it.each<[string, () => Body]>([
    ['mentions nobody', () => teams.channel({ text: 'à demain' })],
    [
      'mentions somebody else',
      () =>
        teams.channel({
          text: '<at>Sofiane</at> ?',
          entities: [{ ...MENTION, mentioned: OTHER, text: '<at>Sofiane</at>' }],
        }),
    ],
    [
      'is edited, and mentions nobody',
      () => teams.channel({ type: 'messageUpdate', channelData: { eventType: 'editMessage' } }),
    ],
  ])('neither answers nor keeps what %s', async (_what, make) => {
    const activity = make();
    expect((await teams.post(activity)).status).toBe(200);
    expect(teams.heard(activity)).toEqual([]);
    expect(await teams.edge.data.services.conversations.find(teams.storedId(activity))).toBeNull();
  });

  it('leads to the private chat for what is personal, and answers there', async () => {
    const { handle } = teams.edge;
    const privately: Reply = {
      kind: 'text',
      text: 'en privé',
      choices: [],
      meta: { decision: 'service', privately: true },
    };
    teams.edge.handle = async (turn, state) =>
      turn.shared === true ? { replies: [privately], state: null, locale: 'fr' } : handle(turn, state);
    const own = teams.personal({ from: { ...HER, id: '29:mover' } });
    await teams.post(own);
    const asked = teams.mentioned('où en est ma demande ?', { from: { ...HER, id: '29:mover' } });
    await teams.post(asked);
    await eventually(
      () => teams.said(own),
      (replies) => replies.length > 1,
    );
    teams.edge.handle = handle;
    expect(teams.said(own).at(-1)?.body.text).toBe('2: où en est ma demande ?');
    expect(JSON.stringify(teams.said(asked))).toContain(
      'https://teams.microsoft.com/l/chat/0/0?users=28%3Abot',
    );
  });
});
