import { KeysUnavailable, NotAuthenticated } from '../contract';
import { CHANNEL_KEY, tokenNow, type AdapterRig } from './adapter-rig';
import { makeKey, startKeyServer } from './channel-keys';

const OTHER_KEY = makeKey('channel-key');

/** What a door must do: let nobody in but the channel, and say what is said where the caller expects it. */
export function doorContract(rig: () => AdapterRig): void {
  describe('the door', () => {
    it('lets the channel in and hands over the activity as it came', async () => {
      const seen: unknown[] = [];
      const came = rig().activity();
      const answer = await rig().adapter.door.process(rig().bearer(), came, async (context) => {
        seen.push(context.activity);
      });
      expect(seen).toMatchObject([came]);
      expect(answer?.body).toBeUndefined();
    });

    it.each<[string, () => string, object?]>([
      ['no token', () => ''],
      ['another audience', () => rig().bearer({ aud: 'somebody else' })],
      ['another issuer', () => rig().bearer({ iss: 'https://evil.example' })],
      [
        'an emulator',
        () => rig().bearer({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
      ],
      ['another address for replies', () => rig().bearer({ serviceurl: 'https://evil.example/' })],
      ['no address for replies', () => rig().bearer({ serviceurl: undefined })],
      ['a token that has expired', () => rig().bearer({ exp: tokenNow() - 1_000 })],
      ['a token that never expires', () => rig().bearer({ exp: undefined })],
      ['a token that another key signed', () => rig().bearer({}, OTHER_KEY)],
      ['a key that may not speak for this channel', () => rig().bearer(), { channelId: 'webchat' }],
    ])('lets nobody in with %s', async (_what, authorization, change = {}) => {
      let ran = false;
      const came = rig().activity(change);
      const work = rig().adapter.door.process(authorization(), came, async () => void (ran = true));
      await expect(work).rejects.toBeInstanceOf(NotAuthenticated);
      expect(ran).toBe(false);
    });

    it('says when it cannot tell who calls', async () => {
      const cold = await startKeyServer(CHANNEL_KEY, ['msteams']);
      cold.mood = 'error';
      const { door } = rig().build(rig().partsWith(cold));
      const work = door.process(rig().bearer(), rig().activity(), async () => undefined);
      await expect(work).rejects.toBeInstanceOf(KeysUnavailable);
      await cold.stop();
    });

    it('says what is said in the response where the caller expects it there', async () => {
      const calls = rig().stub.calls.length;
      const expecting = rig().activity({ deliveryMode: 'expectReplies' });
      const answer = await rig().adapter.door.process(rig().bearer(), expecting, async (context) => {
        await context.say([{ type: 'message', text: 'un' }]);
        await context.say([{ type: 'message', text: 'deux' }]);
      });
      expect(answer).toMatchObject({
        status: 200,
        body: { activities: [{ text: 'un' }, { text: 'deux' }] },
      });
      expect(rig().stub.calls).toHaveLength(calls);
    });

    it('says it by the connector elsewhere, in order, from the bot to who wrote', async () => {
      const conversation = { id: 'said', tenantId: 'tenant' };
      await rig().adapter.door.process(rig().bearer(), rig().activity({ conversation }), async (context) => {
        await context.say([
          { type: 'message', text: 'un' },
          { type: 'message', text: 'deux' },
        ]);
      });
      expect(rig().stub.texts('said')).toEqual(['un', 'deux']);
      expect(rig().stub.calls.at(-1)).toMatchObject({
        authorization: expect.stringMatching(/^Bearer token-/),
        body: { from: { id: 'bot' }, recipient: { id: 'user' } },
      });
    });

    it('answers an invoke with what it is told', async () => {
      const answer = await rig().adapter.door.process(
        rig().bearer(),
        rig().activity({ type: 'invoke' }),
        (context) => context.answerInvoke({ status: 200, body: { task: { type: 'message' } } }),
      );
      expect(answer).toEqual({ status: 200, body: { task: { type: 'message' } } });
    });

    it('answers 501 to an invoke that nobody answered', async () => {
      const answer = await rig().adapter.door.process(
        rig().bearer(),
        rig().activity({ type: 'invoke' }),
        async () => undefined,
      );
      expect(answer?.status).toBe(501);
    });

    it('throws what the logic throws', async () => {
      const work = rig().adapter.door.process(rig().bearer(), rig().activity(), () =>
        Promise.reject(new Error('ours')),
      );
      await expect(work).rejects.toThrow('ours');
    });
  });
}
