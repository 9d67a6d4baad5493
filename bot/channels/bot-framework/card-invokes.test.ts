import { eventually, say } from '../../testing/edge-fixture';
import { TeamsClient, type Body } from './testing/teams-client';

let teams: TeamsClient;
beforeAll(async () => {
  teams = await TeamsClient.start();
});
afterAll(() => teams.stop());

describe('a button that is answered in place', () => {
  const invoke = (value: unknown, change: Body = {}): Body =>
    teams.personal({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, ...change });
  const pressed = (data: unknown) => ({
    action: { type: 'Action.Execute', id: '', verb: 'guichet', data },
    trigger: 'manual',
  });

  it('gets the card of its answer: 200', async () => {
    teams.edge.handle = ((before) => async (turn, state) => {
      if (turn.action?.type !== 'fill') return before(turn, state);
      const filled = say(JSON.stringify([turn.action.values, turn.card]));
      return { replies: [filled, say('et encore')], state: null, locale: 'fr' };
    })(teams.edge.handle);
    const before = teams.personal();
    await teams.post(before);
    const card = { form: 'coupon', revision: 'r', day: '2026-11-18' };
    const activity = invoke(
      pressed({ guichet: { type: 'fill' }, card, 'field.date': '2026-11-17', 'field.start': '14:00' }),
      { conversation: before.conversation },
    );
    const [first, again] = [await teams.post(activity), await teams.post(activity)];
    expect(first).toMatchObject({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard' },
      },
    });
    expect(again.body).toEqual(first.body);
    expect(teams.heard(activity).slice(1)).toMatchObject([
      { action: { type: 'fill', values: { date: '2026-11-17', start: '14:00' } }, card },
    ]);
    await eventually(
      () => teams.said(activity),
      (replies) => replies.length > 1,
    );
    expect(teams.said(activity).map(({ body }) => body.text)).toEqual(['1: bonjour', 'et encore']);
  });

  it.each<[string, unknown]>([
    ['no value', undefined],
    ['a value that is text', 'x'],
    ['no action', {}],
    ['an action without data', pressed(undefined)],
    ['data that is none of ours', pressed({ other: 1 })],
    ['an action that does not exist', pressed({ guichet: { type: 'explode' } })],
  ])('is refused with %s: 400', async (_what, value) => {
    const activity = invoke(value);
    const { status } = await teams.post(activity);
    expect(status).toBe(400);
    expect(teams.heard(activity)).toEqual([]);
  });
});
