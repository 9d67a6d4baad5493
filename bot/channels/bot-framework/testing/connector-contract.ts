import type { Address } from '../contract';
import type { AdapterRig } from './adapter-rig';
import type { Trouble } from './connector-stub';
import { startLoginServer } from './login-server';

/** What a connector must do: send, open and remove, and tell what became of each call as it is. */
export function connectorContract(rig: () => AdapterRig): void {
  describe('the connector', () => {
    const patience = (): AbortSignal => AbortSignal.timeout(5_000);
    const to = (id: string): Address => ({
      serviceUrl: rig().stub.url,
      channelId: 'msteams',
      conversation: { id, tenantId: 'tenant' },
      bot: { id: 'bot' },
      user: { id: 'user' },
    });
    const once = (trouble: Trouble): void => {
      rig().stub.trouble = () => {
        rig().stub.trouble = () => null;
        return trouble;
      };
    };

    it('sends, updates and removes an activity, by the id that the channel gave', async () => {
      const sent = await rig().adapter.connector.send(to('c1'), { text: 'une' }, patience());
      if (!sent.ok || sent.value.id === null) throw new Error('not sent');
      const { id } = sent.value;
      expect(await rig().adapter.connector.update(to('c1'), id, { text: 'deux' }, patience())).toMatchObject({
        ok: true,
      });
      expect(await rig().adapter.connector.remove(to('c1'), id, patience())).toMatchObject({ ok: true });
      expect(rig().stub.calls.slice(-3)).toMatchObject([
        {
          method: 'POST',
          conversationId: 'c1',
          body: { text: 'une', from: { id: 'bot' }, recipient: { id: 'user' } },
        },
        { method: 'PUT', activityId: id, body: { id, text: 'deux' } },
        { method: 'DELETE', activityId: id },
      ]);
    });

    it('opens a conversation with a person', async () => {
      const opened = await rig().adapter.connector.open(
        {
          serviceUrl: rig().stub.url,
          channelId: 'msteams',
          tenantId: 'tenant',
          bot: { id: 'bot' },
          user: { id: '29:her' },
          teamsChannelId: null,
          activity: null,
        },
        patience(),
      );
      expect(opened).toMatchObject({
        ok: true,
        value: { address: { conversation: { id: expect.stringMatching(/^opened-/) } } },
      });
      expect(rig().stub.calls.at(-1)?.body).toMatchObject({
        isGroup: false,
        members: [{ id: '29:her' }],
        tenantId: 'tenant',
        channelData: { tenant: { id: 'tenant' } },
      });
    });

    it('opens a thread in a channel, with its first activity', async () => {
      const opened = await rig().adapter.connector.open(
        {
          serviceUrl: rig().stub.url,
          channelId: 'msteams',
          tenantId: 'tenant',
          bot: { id: 'bot' },
          user: null,
          teamsChannelId: '19:desk@thread.tacv2',
          activity: { type: 'message', text: 'Nouvelle demande' },
        },
        patience(),
      );
      expect(opened).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^activity-/) } });
      expect(rig().stub.calls.at(-1)?.body).toMatchObject({
        isGroup: true,
        channelData: { channel: { id: '19:desk@thread.tacv2' } },
        activity: { text: 'Nouvelle demande' },
      });
    });

    it('tells an answer that is an error as it is, and tries nothing again by itself', async () => {
      const calls = rig().stub.calls.length;
      once({ kind: 'answer', status: 429, code: 'TooManyRequests', retryAfter: '17' });
      expect(await rig().adapter.connector.send(to('c2'), { text: 'x' }, patience())).toEqual({
        ok: false,
        fault: { kind: 'answer', status: 429, code: 'TooManyRequests', retryAfter: '17' },
      });
      expect(rig().stub.calls).toHaveLength(calls + 1);
    });

    it('tells a call whose answer was lost from one that never left', async () => {
      once({ kind: 'reset', after: true });
      expect(await rig().adapter.connector.send(to('c3'), { text: 'x' }, patience())).toMatchObject({
        fault: { kind: 'silence', reached: true },
      });
      const gone = await startLoginServer();
      await gone.stop();
      const { connector } = rig().build({
        ...rig().partsWith(rig().keys),
        trustedHost: new URL(gone.url).host,
      });
      const nobody = { ...to('c3'), serviceUrl: gone.url };
      expect(await connector.send(nobody, { text: 'x' }, patience())).toMatchObject({
        fault: { kind: 'silence', code: 'ECONNREFUSED', reached: false },
      });
    });

    it('ends a call that is not answered when it is told to', async () => {
      once({ kind: 'hang', after: false });
      const sent = await rig().adapter.connector.send(to('c4'), { text: 'x' }, AbortSignal.timeout(50));
      expect(sent).toEqual({ ok: false, fault: { kind: 'silence', code: 'timeout', reached: true } });
    });

    it('shows its token to no other address', async () => {
      const elsewhere = { ...to('c5'), serviceUrl: 'https://evil.example/' };
      expect(await rig().adapter.connector.send(elsewhere, { text: 'x' }, patience())).toEqual({
        ok: false,
        fault: { kind: 'untrusted' },
      });
    });

    it('asks for another token when it is told that this one was refused', async () => {
      await rig().adapter.connector.send(to('c6'), { text: 'x' }, patience());
      const before = rig().stub.calls.at(-1)?.authorization;
      rig().adapter.connector.renewToken();
      await rig().adapter.connector.send(to('c6'), { text: 'x' }, patience());
      expect(rig().stub.calls.at(-1)?.authorization).not.toBe(before);
    });

    it('gives the authorization for a file of the channel, and of nobody else', async () => {
      expect(
        await rig().adapter.connector.fileAuthorization(`${rig().stub.url}/v3/attachments/1/views/original`),
      ).toEqual({
        ok: true,
        value: expect.stringMatching(/^Bearer token-/),
      });
      expect(await rig().adapter.connector.fileAuthorization('https://evil.example/file')).toEqual({
        ok: true,
        value: null,
      });
    });
  });
}
