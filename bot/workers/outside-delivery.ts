import type { Clock } from '../../data/clock';
import type { OutboxMessage } from '../../data/outbox/types';
import type { Services } from '../../data/services';
import type { Config } from '../config';
import { createMeetings } from '../graph/meetings';
import type { Log } from '../log';
import { createMailer, type Mailer } from '../mail/mailer';
import { createAppointmentChanges } from './appointment-changes';
import type { Presence } from '../live/presence';
import { createAppointmentLetters } from './appointment-letters';
import { createDigestLetters } from './digest-letters';
import { createReplyLetters } from './reply-letters';
import { tellChannelDead } from './channel-letters';

export interface OutsideDeliveryDeps extends Services {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'mailReplyTo' | 'graph' | 'publicUrl'>;
  readonly presence: Pick<Presence, 'requester'>;
  /** The title of a topic in a language. */
  titleOf(topicId: string, locale: 'fr' | 'en'): string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OutsideDelivery {
  deliver(message: OutboxMessage): Promise<void>;
  /** Waits a moment for what is being sent, then hangs up. */
  close(idle: Promise<void>): Promise<void>;
}

/** How long a stop waits for a mail that is being sent, in milliseconds; one that is cut off is sent again after the start. */
const PATIENCE_MS = 5_000;

/** What leaves the house through other servers: mails, and the meetings that they lead to. */
export function createOutsideDelivery(deps: OutsideDeliveryDeps): OutsideDelivery {
  const { config, clock, log, presence, titleOf, ...services } = deps;
  const mailer: Mailer | null =
    config.smtpUrl === null ? null : createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  if (mailer === null) log.info({}, 'no mail server: appointments are confirmed in the chat only');
  const changes = createAppointmentChanges({
    ...services,
    meetings: config.graph === null ? null : createMeetings(config.graph, clock),
    mails: mailer !== null,
    clock,
  });
  const letters =
    mailer &&
    createAppointmentLetters({
      ...services,
      mailer,
      from: config.mailFrom,
      agendaUrl: `${config.publicUrl}/advisor/appointments`,
      clock,
    });

  const replyLetters =
    mailer &&
    createReplyLetters({ ...services, mailer, presence, clock, titleOf, replyTo: config.mailReplyTo });
  const digestLetters =
    mailer &&
    createDigestLetters({ ...services, mailer, clock, titleOf, queueUrl: `${config.publicUrl}/advisor` });

  return {
    async deliver({ payload, attempts }) {
      switch (payload.kind) {
        case 'appointment-changed':
          return changes.told(payload, attempts);
        case 'appointment-meeting':
          return changes.meeting(payload.appointmentId);
        case 'meeting-close':
          return changes.close(payload.appointmentId, payload.advisorId);
        case 'appointment-letter':
          return letters?.letter(payload);
        case 'appointment-mail':
          return letters?.reminder(payload);
        case 'ticket-mail':
          return replyLetters?.(payload);
        case 'advisor-digest':
          return digestLetters?.(payload);
        case 'channel-dead':
          return mailer === null ? undefined : tellChannelDead(payload, services, mailer, config.publicUrl);
        default:
          return;
      }
    },
    async close(idle) {
      const timer = new AbortController();
      await Promise.race([idle, wait(PATIENCE_MS, timer.signal)]);
      timer.abort();
      mailer?.close();
      await idle;
    },
  };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
