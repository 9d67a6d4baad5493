import type { Clock } from '../../data/clock';
import type { ChangeFeed } from '../../data/services';
import { Expiring } from './expiring';

/** What an advisor writes on a ticket that she looks at. */
export type Writing = 'reply' | 'note' | null;

export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly writing: Writing;
}

export interface RequesterPresence {
  readonly here: boolean;
  readonly writing: boolean;
  /** When her chat was last open; null: not since this process started. */
  readonly lastSeenAt: Date | null;
}

/** How long what was last heard counts, in milliseconds: clients say it again well before. */
export interface PresenceLimits {
  readonly viewing: number;
  readonly writing: number;
  readonly requesterWriting: number;
}

export const PRESENCE_LIMITS: PresenceLimits = { viewing: 45_000, writing: 8_000, requesterWriting: 6_000 };

interface Look {
  readonly ticketId: string;
  readonly deskId: string;
  readonly advisor: { readonly id: string; readonly name: string };
  /** One advisor may look from several windows. */
  readonly tabId: string;
  readonly writing: Writing;
}

interface Chat {
  readonly conversationId: string;
  readonly deskId: string;
}

/**
 * Who is there, now: kept in memory only, since after a restart everybody says so again within seconds. What changes is published on the
 * change feed with its desk; whoever is not of that desk hears nothing of it.
 */
export class Presence {
  private readonly looks = new Expiring<Look>((look) => this.tellTicket(look));
  private readonly writers = new Expiring<Look>((look) => this.tellTicket(look));
  private readonly requesterWrites = new Expiring<Chat>((chat) => this.tellChat(chat));
  private readonly openChats = new Map<string, number>();
  private readonly leftAt = new Map<string, Date>();
  private readonly connected = new Map<string, { readonly deskIds: readonly string[]; count: number }>();

  constructor(
    private readonly feed: Pick<ChangeFeed, 'publish'>,
    private readonly clock: Clock,
    private readonly limits: PresenceLimits = PRESENCE_LIMITS,
  ) {}

  /** An advisor looks at a ticket, and writes or not. Said again every few seconds, or it lapses. */
  look(look: Look): void {
    const key = keyOf(look);
    const known = this.looks.get(key);
    const wrote = this.writers.get(key)?.writing ?? null;
    this.looks.set(key, look, this.limits.viewing);
    if (look.writing === null) this.writers.delete(key);
    else this.writers.set(key, look, this.limits.writing);
    if (known === undefined || wrote !== look.writing) this.tellTicket(look);
  }

  /** She has left the ticket, or closed its window. */
  leave(look: Look): void {
    const key = keyOf(look);
    this.writers.delete(key);
    if (this.looks.delete(key)) this.tellTicket(look);
  }

  /** Who looks at a ticket, whoever came first first; one person once, however many windows she has. */
  viewers(ticketId: string): readonly Viewer[] {
    const viewers = new Map<string, Viewer>();
    for (const [key, look] of this.looks.entries()) {
      if (look.ticketId !== ticketId) continue;
      const before = viewers.get(look.advisor.id);
      const writing = this.writers.get(key)?.writing ?? before?.writing ?? null;
      viewers.set(look.advisor.id, { id: look.advisor.id, name: look.advisor.name, writing });
    }
    return [...viewers.values()];
  }

  /** The requester's chat has been opened. @returns to be called when it is closed. */
  chatOpened(chat: Chat): () => void {
    this.openChats.set(chat.conversationId, (this.openChats.get(chat.conversationId) ?? 0) + 1);
    this.tellChat(chat);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      const rest = (this.openChats.get(chat.conversationId) ?? 1) - 1;
      if (rest > 0) this.openChats.set(chat.conversationId, rest);
      else this.openChats.delete(chat.conversationId);
      remember(this.leftAt, chat.conversationId, this.clock.now());
      this.requesterWrites.delete(chat.conversationId);
      this.tellChat(chat);
    };
  }

  /** The requester types. Said again by her chat every few seconds. */
  requesterWriting(chat: Chat): void {
    const known = this.requesterWrites.get(chat.conversationId) !== undefined;
    this.requesterWrites.set(chat.conversationId, chat, this.limits.requesterWriting);
    if (!known) this.tellChat(chat);
  }

  /** What she was writing has arrived. */
  requesterWrote(chat: Chat): void {
    if (this.requesterWrites.delete(chat.conversationId)) this.tellChat(chat);
  }

  requester(conversationId: string): RequesterPresence {
    return {
      here: this.openChats.has(conversationId),
      writing: this.requesterWrites.get(conversationId) !== undefined,
      lastSeenAt: this.leftAt.get(conversationId) ?? null,
    };
  }

  /** An advisor has Guichet open. @returns to be called when that window is closed. */
  advisorConnected(advisor: { readonly id: string; readonly deskIds: readonly string[] }): () => void {
    const known = this.connected.get(advisor.id);
    const entry = { deskIds: advisor.deskIds, count: (known?.count ?? 0) + 1 };
    this.connected.set(advisor.id, entry);
    if (known === undefined) this.tellDesks(advisor.deskIds);
    let open = true;
    return () => {
      const current = this.connected.get(advisor.id);
      if (!open || current === undefined) return;
      open = false;
      current.count -= 1;
      if (current.count > 0) return;
      this.connected.delete(advisor.id);
      this.tellDesks(current.deskIds);
    };
  }

  /** Those advisors of the desks who have Guichet open. */
  presentAdvisors(deskIds: readonly string[]): readonly string[] {
    return [...this.connected]
      .filter(([, entry]) => entry.deskIds.some((deskId) => deskIds.includes(deskId)))
      .map(([id]) => id);
  }

  close(): void {
    for (const expiring of [this.looks, this.writers, this.requesterWrites]) expiring.clear();
  }

  private tellTicket({ deskId, ticketId }: Pick<Look, 'deskId' | 'ticketId'>): void {
    this.feed.publish({ kind: 'presence', deskId, ticketId, conversationId: null });
  }

  private tellChat({ deskId, conversationId }: Chat): void {
    this.feed.publish({ kind: 'presence', deskId, ticketId: null, conversationId });
  }

  private tellDesks(deskIds: readonly string[]): void {
    for (const deskId of deskIds) {
      this.feed.publish({ kind: 'presence', deskId, ticketId: null, conversationId: null });
    }
  }
}

const keyOf = (look: Look): string => JSON.stringify([look.ticketId, look.advisor.id, look.tabId]);

/** How many conversations are remembered when their chat was last open; the oldest are forgotten first. */
const MOST_REMEMBERED = 10_000;

function remember(times: Map<string, Date>, key: string, at: Date): void {
  times.delete(key);
  times.set(key, at);
  const [oldest] = times.keys();
  if (times.size > MOST_REMEMBERED && oldest !== undefined) times.delete(oldest);
}
