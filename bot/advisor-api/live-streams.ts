import type { ServerResponse } from 'node:http';
import type { Advisor, AdvisorService } from '../../data/advisors/types';
import type { Clock } from '../../data/clock';
import type { ConversationService } from '../../data/conversations/types';
import type { Change, ChangeFeed } from '../../data/services';
import { errorFields, type Log } from '../log';
import type { Presence } from '../live/presence';
import type { LiveEvent } from './contract';
import { ApiFault } from './errors';

/** How often a silent stream says that it lives, and its session is looked at again. Proxies cut at 30 s and more. */
const HEARTBEAT_MS = 20_000;
/** What a browser waits before it connects again. */
const RETRY_MS = 2_000;
const STREAMS_PER_ADVISOR = 30;

interface Stream {
  readonly sessionToken: string;
  readonly res: ServerResponse;
  /** Says that this window is closed. */
  readonly disconnected: () => void;
  advisor: Advisor;
}

/**
 * The open event streams of all advisors. One subscription to the changes serves them all; each stream is told only of its
 * advisor's desks. A stream ends when its session does.
 */
export class LiveStreams {
  private readonly streams = new Set<Stream>();
  private readonly stopListening: () => void;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly deps: {
      readonly changes: ChangeFeed;
      readonly conversations: ConversationService;
      readonly advisors: AdvisorService;
      readonly presence: Pick<Presence, 'advisorConnected'>;
      readonly clock: Clock;
      readonly log: Log;
    },
    heartbeatMs: number = HEARTBEAT_MS,
  ) {
    this.stopListening = deps.changes.subscribe((change) => void this.tell(change));
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
    this.heartbeat.unref();
  }

  /** Answers a request with a stream that stays open. @throws ApiFault `too-many-streams` */
  open(advisor: Advisor, sessionToken: string, res: ServerResponse): void {
    const hers = [...this.streams].filter((stream) => stream.advisor.id === advisor.id);
    if (hers.length >= STREAMS_PER_ADVISOR) throw new ApiFault('too-many-streams');
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    res.write(`retry: ${RETRY_MS}\n: connected\n\n`);
    const stream: Stream = {
      advisor,
      sessionToken,
      res,
      disconnected: this.deps.presence.advisorConnected(advisor),
    };
    this.streams.add(stream);
    res.once('close', () => this.forget(stream));
    void this.deps.advisors.seen(sessionToken, this.deps.clock.now()).catch(this.notSeen);
  }

  /** Ends the streams of a session that has been signed out. */
  closeSession(sessionToken: string): void {
    for (const stream of this.streams) if (stream.sessionToken === sessionToken) this.end(stream);
  }

  /** Ends every stream, so that the server can stop. */
  close(): void {
    clearInterval(this.heartbeat);
    this.stopListening();
    for (const stream of this.streams) this.end(stream);
  }

  private end(stream: Stream): void {
    this.forget(stream);
    stream.res.end();
  }

  private forget(stream: Stream): void {
    if (this.streams.delete(stream)) stream.disconnected();
  }

  private readonly notSeen = (error: unknown): void =>
    this.deps.log.error(errorFields(error), 'advisor-session-not-seen');

  private async tell(change: Change): Promise<void> {
    if (this.streams.size === 0) return;
    try {
      const deskId = await this.deskOf(change);
      const line = `data: ${JSON.stringify(eventOf(change))}\n\n`;
      for (const { advisor, res } of this.streams) {
        if (advisor.deskIds.some((id) => id === deskId)) res.write(line);
      }
    } catch (error) {
      this.deps.log.error({ ...errorFields(error), change: change.kind }, 'advisor-change-not-told');
    }
  }

  private async deskOf(change: Change): Promise<string | undefined> {
    if (change.kind !== 'activity') return change.deskId;
    return (await this.deps.conversations.find(change.conversationId))?.deskId;
  }

  /** Ends those streams of an advisor whose session is over, and takes over changed desks: called when either has just happened. */
  async recheck(advisorId: string): Promise<void> {
    for (const stream of [...this.streams]) {
      if (stream.advisor.id === advisorId) await this.check(stream);
    }
  }

  /** Keeps the connections alive, and looks at their sessions again. */
  private async beat(): Promise<void> {
    for (const stream of [...this.streams]) await this.check(stream);
  }

  private async check(stream: Stream): Promise<void> {
    try {
      const advisor = await this.deps.advisors.session(stream.sessionToken, this.deps.clock.now());
      if (advisor === null) this.end(stream);
      else {
        stream.advisor = advisor;
        stream.res.write(': alive\n\n');
        await this.deps.advisors.seen(stream.sessionToken, this.deps.clock.now());
      }
    } catch (error) {
      this.deps.log.error(errorFields(error), 'advisor-session-not-checked');
    }
  }
}

function eventOf(change: Change): LiveEvent {
  switch (change.kind) {
    case 'activity':
      return { type: 'conversation', conversationId: change.conversationId };
    case 'ticket':
      return { type: 'ticket', id: change.ticketId };
    case 'coupon':
      return { type: 'coupon', id: change.couponId };
    case 'presence':
      return { type: 'live', ticketId: change.ticketId, conversationId: change.conversationId };
    case 'appointment':
      return { type: 'appointment', id: change.appointmentId };
  }
}
