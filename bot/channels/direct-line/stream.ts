import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { JsonValue } from '../../../data/conversations/types';
import type { Presence } from '../../live/presence';
import type { ChangeFeed } from '../../../data/services';
import { errorFields, type Log } from '../../log';
import type { Metrics } from '../../metrics';
import { baseUrlFor } from '../../respond';
import { toRefusal } from '../../errors';
import { readWatermark } from './activity-set';
import { PAGE } from './activity-routes';
import { queryOf } from './conversation-routes';
import type { DirectLineDeps } from './deps';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(\?|$)/;
/** Direct Line sends an empty message now and then; it also keeps proxies from cutting a quiet stream. */
const KEEPALIVE_MS = 15_000;
/** Clients send nothing but empty pings. */
const MAX_CLIENT_FRAME = 4 * 1024;

export interface StreamDeps extends Pick<DirectLineDeps, 'conversations' | 'tokens' | 'activitySets'> {
  readonly config: Pick<DirectLineDeps['config'], 'publicUrl' | 'publicUrlGiven'>;
  readonly feed: ChangeFeed;
  readonly presence: Pick<Presence, 'chatOpened'>;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'streams'>;
}

/** The WebSocket side of Direct Line. */
export interface DirectLineStreams {
  /** Takes an upgrade request if it is for a stream. @returns false when it is not. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Tells the open streams of a conversation something that is not kept: whoever is not there now never hears of it. */
  tell(conversationId: string, activity: { readonly [key: string]: JsonValue }): void;
  close(): void;
}

interface Stream {
  readonly socket: WebSocket;
  readonly conversationId: string;
  readonly userId: string;
  readonly baseUrl: string;
  watermark: number;
  pumping: boolean;
  /** Something may have come since the last read. */
  stale: boolean;
  alive: boolean;
}

/**
 * Each stream reads on from its own watermark, one page at a time, and reads the next page only when the last has left: a slow
 * client costs one page of memory, and a client that comes back with its watermark gets each activity exactly once.
 */
export function createDirectLineStreams(deps: StreamDeps): DirectLineStreams {
  const { conversations, activitySets, feed, presence, log, metrics } = deps;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_CLIENT_FRAME,
    perMessageDeflate: false,
  });
  const streams = new Map<string, Set<Stream>>();

  async function pump(stream: Stream): Promise<void> {
    stream.stale = true;
    if (stream.pumping) return;
    stream.pumping = true;
    try {
      while (stream.stale && stream.socket.readyState === stream.socket.OPEN) {
        stream.stale = false;
        const activities = await conversations.since(stream.conversationId, stream.watermark, PAGE);
        if (activities.length === 0) continue;
        const set = await activitySets.of(activities, stream.watermark, stream.userId, stream.baseUrl);
        if (set.activities.length > 0) await send(stream.socket, JSON.stringify(set));
        stream.watermark = Number(set.watermark);
        stream.stale = true;
      }
    } catch (error) {
      log.error({ conversation: stream.conversationId, ...errorFields(error) }, 'stream failed');
      stream.socket.close(1011);
    } finally {
      stream.pumping = false;
    }
  }

  function attach(socket: WebSocket, stream: Stream, deskId: string): void {
    const chatClosed = presence.chatOpened({ conversationId: stream.conversationId, deskId });
    const others = streams.get(stream.conversationId) ?? new Set();
    streams.set(stream.conversationId, others.add(stream));
    metrics.streams.inc();
    socket.on('pong', () => {
      stream.alive = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      metrics.streams.dec();
      chatClosed();
      others.delete(stream);
      if (others.size === 0 && streams.get(stream.conversationId) === others) {
        streams.delete(stream.conversationId);
      }
    });
    void pump(stream);
  }

  const all = (): Stream[] => [...streams.values()].flatMap((ofConversation) => [...ofConversation]);
  const unsubscribe = feed.subscribe((change) => {
    if (change.kind !== 'activity') return;
    for (const stream of streams.get(change.conversationId) ?? []) void pump(stream);
  });
  const keepalive = setInterval(() => {
    for (const stream of all()) {
      if (!stream.alive) stream.socket.terminate();
      else {
        stream.alive = false;
        stream.socket.ping();
        if (!stream.pumping) stream.socket.send('');
      }
    }
  }, KEEPALIVE_MS);
  keepalive.unref();

  async function accept(req: IncomingMessage, socket: Duplex, head: Buffer, id: string): Promise<void> {
    const query = queryOf(req);
    const watermark = readWatermark(query.get('watermark'));
    const conversationId = await deps.tokens.verifyAddress('stream', query.get('t') ?? '');
    const conversation = await conversations.find(conversationId);
    if (conversation === null || decodeURIComponent(id) !== conversationId) {
      return refuse(socket, 403);
    }
    sockets.handleUpgrade(req, socket, head, (opened) => {
      const stream: Stream = {
        socket: opened,
        conversationId,
        userId: conversation.userId,
        baseUrl: baseUrlFor(req, deps.config),
        watermark,
        pumping: false,
        stale: false,
        alive: true,
      };
      attach(opened, stream, conversation.deskId);
    });
  }

  return {
    upgrade(req, socket, head) {
      const id = STREAM_PATH.exec(req.url ?? '')?.[1];
      if (id === undefined) return false;
      accept(req, socket, head, id).catch((error: unknown) => refuse(socket, toRefusal(error).status));
      return true;
    },
    tell(conversationId, activity) {
      const wire = { channelId: 'directline', conversation: { id: conversationId }, ...activity };
      for (const { socket, watermark } of streams.get(conversationId) ?? []) {
        if (socket.readyState !== socket.OPEN) continue;
        socket.send(JSON.stringify({ activities: [wire], watermark: String(watermark) }));
      }
    },
    close() {
      unsubscribe();
      clearInterval(keepalive);
      for (const { socket } of all()) socket.close(1001);
      sockets.close();
    },
  };
}

const send = (socket: WebSocket, frame: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });

/** Answers an upgrade that is refused, in HTTP, as the client is not on a socket yet. */
export function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
