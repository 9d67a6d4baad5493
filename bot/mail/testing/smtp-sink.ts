import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: its envelope and its parts, read by a mail reader's library. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  readonly email: Email;
}

/** What the server answers to an addressee: nothing (it takes the mail), or a refusal. */
export type Answer = { readonly code: number; readonly text: string } | 'silence' | null;

export interface SmtpSink {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Addressees asked for so far, refused ones among them. */
  readonly asked: string[];
  /** Decides about an addressee; everybody is taken at first. */
  answer: (address: string) => Answer;
  /** Decides about a whole message after it has come. */
  answerMessage: (raw: string) => Answer;
  stop(): Promise<void>;
}

/**
 * A real SMTP server on this machine that keeps what it receives.
 *
 * @param options.port the port of a server that was there before; 0: any.
 * @param options.login who may send; null: everybody.
 */
export async function startSmtpSink(
  options: { readonly port?: number; readonly login?: { user: string; pass: string } | null } = {},
): Promise<SmtpSink> {
  const login = options.login ?? null;
  const sockets = new Set<Socket>();
  const sink = {
    received: [] as ReceivedMail[],
    asked: [] as string[],
    answer: (_address: string): Answer => null,
    answerMessage: (_raw: string): Answer => null,
  };
  const server = new SMTPServer({
    authOptional: login === null,
    disabledCommands: login === null ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.username === login?.user && auth.password === login?.pass
        ? done(null, { user: auth.username })
        : done(refusal({ code: 535, text: 'Authentication credentials invalid' })),
    onRcptTo({ address }, _session, done) {
      sink.asked.push(address);
      const answer = sink.answer(address);
      if (answer === 'silence') return;
      done(answer === null ? null : refusal(answer));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const answer = sink.answerMessage(raw);
        if (answer === 'silence') return;
        if (answer !== null) return done(refusal(answer));
        const { mailFrom, rcptTo } = session.envelope;
        void new PostalMime().parse(raw).then((email) => {
          const from = mailFrom === false ? '' : mailFrom.address;
          sink.received.push({ from, to: rcptTo.map(({ address }) => address), raw, email });
          done(null);
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    url: `smtp://${login === null ? '' : `${login.user}:${login.pass}@`}127.0.0.1:${port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

const refusal = ({ code, text }: { readonly code: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });
