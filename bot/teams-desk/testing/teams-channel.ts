import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Body = Readonly<Record<string, unknown>>;

/** A post of a channel: the card at its head, how often it was replaced, and what stands under it. */
export interface Post {
  readonly id: string;
  readonly thread: string;
  card: Body;
  updates: number;
  readonly lines: string[];
}

/** The connector's side of a Teams channel, on this machine. */
export interface TeamsChannelStub {
  readonly url: string;
  readonly posts: readonly Post[];
  /** What was said in threads that no card began, by conversation id. */
  readonly said: readonly { readonly thread: string; readonly body: Body }[];
  /** With what every call is refused; null: it is taken. */
  refuse: { readonly status: number; readonly code: string } | null;
  stop(): Promise<void>;
}

const cardIn = (body: Body): Body => {
  const attachments = body.attachments as readonly { readonly content: Body }[] | undefined;
  return attachments?.[0]?.content ?? {};
};

/** Starts it. Threads are named as Teams names them: the channel's id and the first message's. */
export async function startTeamsChannel(): Promise<TeamsChannelStub> {
  const posts: Post[] = [];
  const said: { thread: string; body: Body }[] = [];
  let ids = 1_700_000_000_000;

  function open(body: Body): Body {
    const id = String((ids += 1));
    const { channel } = body.channelData as { readonly channel: { readonly id: string } };
    const thread = `${channel.id};messageid=${id}`;
    posts.push({ id, thread, card: cardIn(body.activity as Body), updates: 0, lines: [] });
    return { id: thread, activityId: id };
  }

  function take(method: string | undefined, path: string, body: Body): Body {
    const [, thread = '', activityId] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    if (thread === '') return open(body);
    const post = posts.find((each) => each.thread === decodeURIComponent(thread));
    if (method === 'PUT' && post?.id === decodeURIComponent(activityId ?? '')) {
      post.card = cardIn(body);
      post.updates += 1;
      return { id: post.id };
    }
    if (post === undefined) said.push({ thread: decodeURIComponent(thread), body });
    else post.lines.push(String(body.text));
    return { id: String((ids += 1)) };
  }

  const server = createServer((req, res) => {
    void readBody(req).then((body) => {
      const { refuse } = state;
      const answer =
        refuse === null
          ? take(req.method, req.url ?? '', body)
          : { error: { code: refuse.code, message: '' } };
      res.writeHead(refuse?.status ?? 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: TeamsChannelStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    said,
    refuse: null,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}

async function readBody(req: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return JSON.parse(text || '{}') as Body;
}
