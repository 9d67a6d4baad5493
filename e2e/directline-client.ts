import './directline-browser';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DirectLine, type Activity, type Message } from 'botframework-directlinejs';

const PATIENCE_MS = 60_000;

/** What the assistant says, with what it decided. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly replyToId?: string;
  readonly guichet: {
    readonly topic?: string;
    readonly form?: string;
    readonly slot?: string;
    readonly ticket?: string;
  };
}

/** A tutor who talks through the official Direct Line client, over WebSocket, and never gives up on a message. */
export class TutorClient {
  /** Everything that the client was given, in its order. */
  readonly received: Activity[] = [];
  private readonly directLine: DirectLine;
  private ended = false;

  private constructor(
    readonly conversationId: string,
    private readonly userId: string,
    token: string,
    url: string,
  ) {
    const options = {
      token,
      domain: `${url}/v3/directline`,
      webSocket: true,
      timeout: 1_000,
      // The client waits three seconds and up to twelve more, at random, before it connects again; three will do.
      random: () => 0,
    };
    this.directLine = new DirectLine(options);
    this.directLine.activity$.subscribe(
      (activity) => this.received.push(activity),
      (error: unknown) => {
        // The client's word for `end()`; anything else is a fault of the server.
        if (!this.ended) throw error;
      },
    );
  }

  /** Signs in as a demo person, as the sample portal does, and opens the chat. */
  static async open(url: string, personId: string): Promise<TutorClient> {
    const ask = async (path: string, body: object): Promise<Record<string, string>> => {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as Record<string, string>;
    };
    const { identity, desk } = await ask('/api/demo/identity', { personId });
    const visit = await ask('/api/webchat/token', { desk, identity });
    return new TutorClient(String(visit.conversationId), String(visit.userId), String(visit.token), url);
  }

  /** Posts a message until the server has it: the same `clientActivityID` each time, so that it counts once. @returns its id. */
  async post(text: string): Promise<string> {
    const activity: Message = {
      type: 'message',
      from: { id: this.userId },
      text,
      channelData: { clientActivityID: randomUUID() },
    };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(200)) {
      const id = await new Promise<string>((resolve) => {
        this.directLine.postActivity(activity).subscribe(resolve, () => resolve('retry'));
      });
      if (id !== 'retry') return id;
    }
    throw new Error(`The server did not take: ${text}`);
  }

  /** What was said in answer to a message. */
  async answersTo(id: string): Promise<readonly Said[]> {
    await this.until(() => this.said().some((said) => said.replyToId === id), 'an answer');
    // The answers of one turn come in one frame.
    await pause(50);
    return this.said().filter((said) => said.replyToId === id);
  }

  /** Says something. @returns the last thing that was answered. */
  async say(text: string): Promise<Said> {
    return (await this.answersTo(await this.post(text))).at(-1) as Said;
  }

  /** Waits for a message that nobody asked for. */
  async hear(text: string): Promise<Said> {
    const found = (): Said | undefined => this.said().find((said) => said.text === text);
    await this.until(() => found() !== undefined, text);
    return found() as Said;
  }

  said(): readonly Said[] {
    return this.received.flatMap((activity) => {
      if (activity.type !== 'message' || activity.from.role !== 'bot') return [];
      const { id = '', text = '', channelData } = activity;
      const { replyToId } = activity as { replyToId?: string };
      return [{ id, text, replyToId, guichet: channelData?.guichet ?? {} }];
    });
  }

  /** The token that the client uses now. */
  token(): string {
    return (this.directLine as unknown as { token: string }).token;
  }

  end(): void {
    this.ended = true;
    this.directLine.end();
  }

  private async until(holds: () => boolean, what: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; !holds(); await pause(20)) {
      if (Date.now() > until) {
        throw new Error(`Waited in vain for ${what}. Last said: ${this.said().at(-1)?.text ?? 'nothing'}`);
      }
    }
  }
}
