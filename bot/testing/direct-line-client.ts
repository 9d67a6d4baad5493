import WebSocket from 'ws';
import type { Answer, EdgeFixture, Visit } from './edge-fixture';

export interface Wire {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: Record<string, unknown>;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly contentUrl: string;
    name: string;
  }[];
}
export interface WireSet {
  readonly activities: readonly Wire[];
  readonly watermark: string;
}

export interface StartedVisit extends Visit {
  readonly streamUrl: string;
}

export const path = (visit: Visit, rest = ''): string =>
  `/v3/directline/conversations/${visit.conversationId}${rest}`;

export const texts = (set: WireSet): (string | undefined)[] =>
  set.activities.map((activity) => activity.text);

/** The calls of a Direct Line client, by hand. `edge` is asked for each time, as tests may start it anew. */
export const directLineClient = (edge: () => EdgeFixture) => ({
  async start(body?: Readonly<Record<string, unknown>>): Promise<StartedVisit> {
    const visit = await edge().visit(body);
    const started = await edge().post('/v3/directline/conversations', {}, visit.token);
    return { ...visit, streamUrl: String(started.body.streamUrl) };
  },
  async poll(visit: Visit, watermark: string | number = ''): Promise<WireSet> {
    const answer = await edge().get(`${path(visit)}/activities?watermark=${watermark}`, visit.token);
    return answer.body as unknown as WireSet;
  },
  send: (visit: Visit, activity: Readonly<Record<string, unknown>>): Promise<Answer> =>
    edge().post(
      path(visit, '/activities'),
      { type: 'message', from: { id: 'me' }, ...activity },
      visit.token,
    ),
});

/** Listens on a stream; `frames` grows. */
export function listen(url: string): { frames: WireSet[]; closed: Promise<number>; socket: WebSocket } {
  const socket = new WebSocket(url);
  const frames: WireSet[] = [];
  socket.on('message', (data) => {
    const text = String(data);
    if (text !== '') frames.push(JSON.parse(text) as WireSet);
  });
  socket.on('error', () => undefined);
  return { frames, socket, closed: new Promise((resolve) => socket.on('close', resolve)) };
}
