export type Writing = 'reply' | 'note' | null;

/** What is said about this window: whether it shows the ticket, and what is written there. */
export interface PresenceReport {
  readonly here: boolean;
  readonly writing: Writing;
}

/** How often it is said again that somebody looks; the server forgets after three times this. In milliseconds. */
const LOOKING_MS = 15_000;
/** How often it is said again that somebody writes, while she does; the server forgets after twice this and more. */
const WRITING_MS = 3_000;
/** Nobody who has pressed no key for this long is writing. */
const PAUSE_MS = 5_000;

/**
 * Says to the server that this window shows a ticket and what is being written in it: at once when it changes, again while it lasts, and
 * no more often than that, however fast somebody types.
 */
export class PresenceReporter {
  private writing: Writing = null;
  private saidAt = 0;
  private stopped = false;
  private readonly heartbeat: number;
  private pause: number | undefined;

  /** @param say tells the server; what fails is said again soon enough. */
  constructor(private readonly say: (report: PresenceReport) => void) {
    this.heartbeat = window.setInterval(() => this.report(), LOOKING_MS);
    this.report();
  }

  /** A key was pressed in the field of a reply or a note; null: the field is empty, or was sent. */
  wrote(writing: Writing): void {
    window.clearTimeout(this.pause);
    const changed = writing !== this.writing;
    this.writing = writing;
    if (writing !== null) this.pause = window.setTimeout(() => this.wrote(null), PAUSE_MS);
    if (changed || (writing !== null && Date.now() - this.saidAt >= WRITING_MS)) this.report();
  }

  /** The window is shown again, after timers may have slept. */
  again(): void {
    this.report();
  }

  /** The ticket is left. */
  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    window.clearInterval(this.heartbeat);
    window.clearTimeout(this.pause);
    this.say({ here: false, writing: null });
  }

  private report(): void {
    if (this.stopped) return;
    this.saidAt = Date.now();
    this.say({ here: true, writing: this.writing });
  }
}
