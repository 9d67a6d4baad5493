import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..');
const SIGN_IN_LINK = /\S+\/advisor\/sign-in\/\S+/;
const READY_MS = 90_000;

/** A built server in a process of its own, on a database of its own that outlives its crashes. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';
  private readonly born = Date.now();

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private clock: Date,
    private readonly rest: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param clock the instant at which the server's clock starts; it runs on over crashes.
   * @param rest what else is configured, as environment variables.
   */
  static async start(
    port: number,
    clock: Date,
    rest: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const server = new ServerProcess(await mkdtemp(join(tmpdir(), 'guichet-e2e-')), port, clock, rest);
    try {
      await server.startAgain();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The database, for commands that work beside the server. */
  get databaseUrl(): string {
    return `file:${join(this.folder, 'guichet.db')}`;
  }

  /** From its next start on the server's clock is ahead by so many milliseconds. */
  moveClock(milliseconds: number): void {
    this.clock = new Date(this.clock.getTime() + milliseconds);
  }

  /** What the server's clock says. */
  now(): Date {
    return new Date(this.clock.getTime() + Date.now() - this.born);
  }

  /** The one-time sign-in link of the last start. */
  get signInLink(): string {
    const link = SIGN_IN_LINK.exec(this.output)?.[0];
    if (!link) throw new Error(`No sign-in link was printed:\n${this.output}`);
    return link;
  }

  async startAgain(): Promise<void> {
    this.output = '';
    this.child = spawn(process.execPath, ['dist/bot/cli/main.js', 'start'], {
      cwd: ROOT,
      env: {
        ...process.env,
        GUICHET_MODE: 'demo',
        PORT: String(this.port),
        DATABASE_URL: this.databaseUrl,
        GUICHET_CLOCK: this.now().toISOString(),
        ...this.rest,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => {
      this.output += String(chunk);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    const until = Date.now() + READY_MS;
    // The link is printed once the server answers.
    while (!(await this.isReady()) || !SIGN_IN_LINK.test(this.output)) {
      if (this.child.exitCode !== null || Date.now() > until) throw new Error(`No start:\n${this.output}`);
      await pause(25);
    }
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Stops as an operator does, and removes the database. @returns the exit code. */
  async stop(): Promise<number | null> {
    const { child } = this;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    await rm(this.folder, { recursive: true, force: true });
    return child?.exitCode ?? null;
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null);
    return answer?.ok ?? false;
  }
}
