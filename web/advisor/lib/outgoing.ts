import type { MessageView } from '../../../bot/advisor-api/contract';
import { ApiFailure } from './api';

/** A message that has left the composer and is not confirmed yet. */
export interface OutgoingMessage {
  readonly clientId: string;
  readonly ticketId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly at: string;
  /** Ids of files that go with it; they have been uploaded already. */
  readonly files?: readonly string[];
  /** The advisors' last reply that she had seen when she began this one; absent for a note. */
  readonly seenReplyId?: string | null;
  /** What colleagues replied meanwhile: it was not sent because of that. */
  readonly meanwhile?: readonly MessageView[];
  readonly state: 'sending' | 'failed';
  /** Why it failed, as the server said it; empty when it could not be reached. */
  readonly reason: string;
}

const KEY = 'guichet.outgoing';

/**
 * Messages on their way. They are shown at once; one that fails stays, and is sent again with the same client id, so that it is
 * never written twice, also when only the answer was lost. Kept with the tab over a reload.
 */
export class Outgoing {
  private messages: readonly OutgoingMessage[];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: (message: OutgoingMessage) => Promise<MessageView>,
    private readonly onSent: (message: OutgoingMessage, written: MessageView) => void,
    private readonly store: Pick<Storage, 'getItem' | 'setItem'>,
  ) {
    this.messages = restored(store);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly OutgoingMessage[] => this.messages;

  async add(message: Omit<OutgoingMessage, 'state' | 'reason'>): Promise<void> {
    await this.attempt({ ...message, state: 'sending', reason: '' });
  }

  async retry(clientId: string): Promise<void> {
    const message = this.messages.find((one) => one.clientId === clientId && one.state === 'failed');
    if (message) await this.attempt({ ...message, state: 'sending', reason: '' });
  }

  /** Sends a reply although colleagues have replied meanwhile, having seen what. */
  async sendAnyway(clientId: string): Promise<void> {
    const message = this.messages.find((one) => one.clientId === clientId && one.state === 'failed');
    const seen = message?.meanwhile?.at(-1);
    if (message === undefined || seen === undefined) return;
    await this.attempt({ ...message, seenReplyId: seen.id, state: 'sending', reason: '' });
  }

  /** Forgets a message: it has been written, or is taken back into the composer. */
  discard(clientId: string): void {
    this.replace(this.messages.filter((one) => one.clientId !== clientId));
  }

  private async attempt(message: OutgoingMessage): Promise<void> {
    const fresh: OutgoingMessage = { ...message, meanwhile: undefined };
    this.put(fresh);
    try {
      const written = await this.send(message);
      this.onSent(message, written);
      this.discard(message.clientId);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : null;
      this.put({
        ...fresh,
        state: 'failed',
        reason: failure?.message ?? '',
        ...(failure?.replies && { meanwhile: failure.replies }),
      });
    }
  }

  private put(message: OutgoingMessage): void {
    const others = this.messages.filter((one) => one.clientId !== message.clientId);
    this.replace([...others, message]);
  }

  private replace(messages: readonly OutgoingMessage[]): void {
    this.messages = messages;
    this.store.setItem(KEY, JSON.stringify(messages));
    for (const listener of [...this.listeners]) listener();
  }
}

/** After a reload nobody knows whether what was on its way arrived: it is offered again, which writes nothing twice. */
function restored(store: Pick<Storage, 'getItem'>): OutgoingMessage[] {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? '[]') as OutgoingMessage[];
    return kept.map((message) => ({ ...message, state: 'failed', reason: '' }));
  } catch {
    return [];
  }
}
