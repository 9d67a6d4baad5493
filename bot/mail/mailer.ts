import type { Mailbox } from '../calendar/entry';
import { mailFailure } from './failures';

/** Where mail is handed in, and from whom it is. */
export interface MailConfig {
  /** smtp:// (encrypted where the server offers it; `?requireTLS=true` insists) or smtps://, with user and password where needed. */
  readonly smtpUrl: string;
  /** An empty name: each desk's own. */
  readonly from: Mailbox;
}

/** One mail to one person, in words already. */
export interface Mail {
  readonly to: Mailbox;
  /** Who writes, where MAIL_FROM names nobody. */
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same whenever this mail is sent again, so that a mailbox can tell. Without its domain. */
  readonly id: string;
  /** The `id` of the first mail of the thread; null: this is the first. */
  readonly threadId: string | null;
  /** Where answers go; absent: nobody reads them. */
  readonly replyTo?: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

export interface Mailer {
  /** Hands a mail to the server. @throws PermanentFailure when it refused this mail, another error when it may be tried again. */
  send(mail: Mail): Promise<void>;
  /** Connects and signs in without sending anything. @throws what the server, or the way to it, said. */
  verify(): Promise<void>;
  /** Hangs up, also on mails that are being sent: they fail, and may be tried again. */
  close(): void;
}

/** How long a step may take, in milliseconds. */
export interface MailTimeouts {
  /** To reach the server, and until it says hello. */
  readonly connect: number;
  /** Between two signs of life. */
  readonly silence: number;
  /** For a whole mail, however lively the server: shorter than an outbox claim, so that nobody else sends it meanwhile. */
  readonly whole: number;
}

const TIMEOUTS: MailTimeouts = { connect: 10_000, silence: 20_000, whole: 45_000 };
/** As many as the outbox hands over at once: a mail that waited for a connection would lose its time. */
export const MAIL_CONNECTIONS = 5;

/** Mail over SMTP, with connections kept open between mails. The library is loaded with the first one. */
export function createMailer({ smtpUrl, from }: MailConfig, timeouts: MailTimeouts = TIMEOUTS): Mailer {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const messageId = (id: string): string => `<${id}@${domain}>`;
  const closing = new AbortController();
  let transport: ReturnType<typeof open> | null = null;
  const opened = (): ReturnType<typeof open> => (transport ??= open(smtpUrl, timeouts));

  return {
    async send(mail) {
      const thread = mail.threadId === null ? {} : { inReplyTo: messageId(mail.threadId) };
      const transporter = await opened();
      try {
        await transporter.sendMail({
          from: { name: from.name || mail.senderName, address: from.address },
          to: { name: mail.to.name, address: mail.to.address },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: messageId(mail.id),
          ...thread,
          ...(thread.inReplyTo === undefined ? {} : { references: thread.inReplyTo }),
          ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
          // Whoever reads answers, no machine shall answer.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          ...(mail.calendar === null ? {} : { icalEvent: { filename: 'rendez-vous.ics', ...mail.calendar } }),
          signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeouts.whole)]),
        });
      } catch (error) {
        throw mailFailure(error);
      }
    },
    async verify() {
      await (await opened()).verify();
    },
    close() {
      closing.abort();
      void transport?.then((transporter) => transporter.close());
    },
  };
}

async function open(smtpUrl: string, timeouts: MailTimeouts) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    maxRequeues: 1,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.silence,
    // What is sent is made here, from words: nothing is ever read from a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
