import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Timer } from '../../../timer';
import type { Limit } from '../limits';

/** What the connector does with one call instead of taking it. `after: true`: it takes the activity, and its answer is lost. */
export type Trouble =
  | { readonly kind: 'answer'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | { readonly kind: 'reset'; readonly after: boolean }
  | { readonly kind: 'hang'; readonly after: boolean };

/** One call as the connector saw it. */
export interface SeenCall {
  readonly at: number;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly conversationId: string;
  readonly activityId: string | null;
  readonly authorization: string | undefined;
  readonly body: { readonly [key: string]: unknown };
  /** What it did with it; null: it took it. */
  readonly trouble: Trouble | null;
  /** Whether the activity stands in the conversation. */
  readonly taken: boolean;
}

/** A connector on this machine, as Teams documents it: its limits, its errors, its ids. */
export interface ConnectorStub {
  readonly url: string;
  readonly calls: readonly SeenCall[];
  /** The times that a documented limit was exceeded, in words. Stays empty with a well-behaved bot. */
  readonly exceeded: readonly string[];
  /** What becomes of the next call; absent or null: it is taken. */
  trouble: (call: Omit<SeenCall, 'trouble' | 'taken'>) => Trouble | null;
  /** The texts that stand in a conversation, in order. */
  texts(conversationId: string): readonly string[];
  stop(): Promise<void>;
}

export interface StubOptions {
  readonly timer: Timer & { hanging: number };
  readonly limits: readonly Limit[];
  readonly tenantLimits: readonly Limit[];
  /** How long a call takes, in milliseconds: half of it before, half of it after the connector takes the activity. */
  readonly latency?: () => number;
}

/** Without a conversation: a call that opens one. */
const PATH = /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/;

export async function startConnectorStub(options: StubOptions): Promise<ConnectorStub> {
  const { timer, limits, tenantLimits, latency = () => 0 } = options;
  const calls: SeenCall[] = [];
  const exceeded: string[] = [];
  let ids = 0;

  /** Every call counts, whatever becomes of it. */
  function countLimits(conversationId: string, at: number): boolean {
    const thread = calls.filter((call) => call.conversationId === conversationId).map((call) => call.at);
    const tenant = calls.map((call) => call.at);
    const over = [
      ...limits.map((limit) => ({ of: conversationId, limit, seen: thread })),
      ...tenantLimits.map((limit) => ({ of: 'tenant', limit, seen: tenant })),
    ].filter(({ limit, seen }) => {
      let count = 1;
      for (let index = seen.length - 1; index >= 0 && (seen[index] ?? 0) > at - limit.withinMs; index -= 1) {
        count += 1;
      }
      return count > limit.count;
    });
    exceeded.push(...over.map(({ of, limit }) => `${of}: more than ${limit.count} in ${limit.withinMs} ms`));
    return over.length > 0;
  }

  /** A call that waits for time to pass is not work under way. */
  async function pass(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return;
    timer.hanging += 1;
    await timer.sleep(milliseconds);
    timer.hanging -= 1;
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of req) text += String(chunk);
    const [, conversation = '', activityId] = PATH.exec(req.url ?? '') ?? [];
    const conversationId = decodeURIComponent(conversation);
    await pass(latency() / 2);
    const call = {
      at: timer.now().getTime(),
      method: req.method as SeenCall['method'],
      conversationId,
      activityId: activityId === undefined ? null : decodeURIComponent(activityId),
      authorization: req.headers.authorization,
      body: (text === '' ? {} : JSON.parse(text)) as SeenCall['body'],
    };
    const limited = countLimits(conversationId, call.at);
    const trouble: Trouble | null = limited
      ? { kind: 'answer', status: 429, retryAfter: '5' }
      : stub.trouble(call);
    const taken = trouble === null || (trouble.kind !== 'answer' && trouble.after);
    calls.push({ ...call, trouble, taken });
    await pass(latency() / 2);
    answer(req, res, trouble);
  }

  const receipt = (path: string): object =>
    path.endsWith('/conversations')
      ? { id: `opened-${(ids += 1)}`, activityId: `activity-${ids}` }
      : { id: `activity-${(ids += 1)}` };

  function answer(req: IncomingMessage, res: ServerResponse, trouble: Trouble | null): void {
    if (trouble?.kind === 'reset') return void req.socket.destroy();
    if (trouble?.kind === 'hang') {
      timer.hanging += 1;
      return void res.on('close', () => (timer.hanging -= 1));
    }
    const status = trouble?.status ?? (req.method === 'POST' ? 201 : 200);
    const headers = {
      'content-type': 'application/json',
      ...(trouble?.retryAfter !== undefined && { 'retry-after': trouble.retryAfter }),
    };
    res.writeHead(status, headers);
    res.end(
      JSON.stringify(
        trouble === null
          ? receipt(req.url ?? '')
          : { error: { code: trouble.code ?? 'ServiceError', message: 'The stub was told to.' } },
      ),
    );
  }

  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: ConnectorStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    exceeded,
    trouble: () => null,
    texts: (conversationId) =>
      calls
        .filter((call) => call.taken && call.method === 'POST' && call.conversationId === conversationId)
        .map(({ body }) => String(body.text)),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return stub;
}
