import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEdge, type EdgeFixture } from '../../../testing/edge-fixture';

/** A body as Teams sends it. */
export type Body = Readonly<Record<string, unknown>>;

export const TENANT = { id: '99999999-8888-7777-6666-555555555555' };
export const BOT = { id: '28:bot', name: 'Guichet' };
export const HER = { id: '29:her', name: 'Camille Moreau', aadObjectId: 'aaaa' };
export const OTHER = { id: '29:other', name: 'Sofiane Haddad', aadObjectId: 'bbbb' };
export const MENTION = {
  type: 'mention',
  text: '<at>Guichet</at>',
  mentioned: { id: BOT.id, name: BOT.name },
};

const idOf = (activity: Body): string => (activity.conversation as { id: string }).id;

/** Teams before a server: its activities, and what its connector is sent. What the assistant says is the fixture's: "1: what it heard". */
export class TeamsClient {
  private count = 0;

  private constructor(
    readonly edge: EdgeFixture,
    private readonly connector: Server,
    private readonly sent: { readonly path: string; readonly body: Body }[],
  ) {}

  static async start(): Promise<TeamsClient> {
    const sent: { readonly path: string; readonly body: Body }[] = [];
    const connector = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk) => (body += String(chunk)));
      req.on('end', () => {
        sent.push({ path: decodeURIComponent(req.url ?? ''), body: JSON.parse(body) as Body });
        res.writeHead(201, { 'content-type': 'application/json' });
        res.end('{"id":"r1"}');
      });
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    return new TeamsClient(await startEdge(), connector, sent);
  }

  async stop(): Promise<void> {
    await this.edge.stop();
    await new Promise((resolve) => this.connector.close(resolve));
  }

  /** A message in a personal chat of its own. */
  personal(change: Body = {}): Body {
    this.count += 1;
    return {
      type: 'message',
      id: `17${this.count}`,
      timestamp: '2026-11-18T09:00:00.000Z',
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${(this.connector.address() as AddressInfo).port}/`,
      from: HER,
      recipient: BOT,
      conversation: {
        conversationType: 'personal',
        tenantId: TENANT.id,
        id: `a:personal-${this.count}`,
      },
      textFormat: 'plain',
      locale: 'fr-FR',
      text: 'bonjour',
      channelData: { tenant: TENANT, guichet: { desk: 'abc' } },
      ...change,
    };
  }

  /** A message in a thread of its own, in a channel. */
  channel(change: Body = {}): Body {
    return this.personal({
      conversation: {
        isGroup: true,
        conversationType: 'channel',
        tenantId: TENANT.id,
        id: `19:general@thread.tacv2;messageid=${this.count + 1}`,
      },
      channelData: {
        tenant: TENANT,
        team: { id: '19:general@thread.tacv2' },
        channel: { id: '19:general@thread.tacv2' },
        guichet: { desk: 'abc' },
      },
      ...change,
    });
  }

  mentioned(text: string, change: Body = {}): Body {
    return this.channel({ text: `<at>Guichet</at>&nbsp;${text}`, entities: [MENTION], ...change });
  }

  post = (activity: Body) => this.edge.post('/api/messages', activity);

  /** What was sent to an activity's conversation. */
  sentTo = (activity: Body) => this.sent.filter(({ path }) => path.includes(idOf(activity)));
  said = (activity: Body) => this.sentTo(activity).filter(({ body }) => body.type === 'message');

  /** The turns of an activity's conversation. */
  heard = (activity: Body) =>
    this.edge.turns.filter(({ conversationId }) => conversationId === this.storedId(activity));
  storedId = (activity: Body): string => `msteams:${idOf(activity)}`;
}
