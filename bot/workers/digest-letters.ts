import type { Clock } from '../../data/clock';
import type { OutboxPayload } from '../../data/outbox/types';
import type { Services } from '../../data/services';
import { digestMail } from '../mail/digest-mail';
import type { Mailer } from '../mail/mailer';

export interface DigestLettersDeps extends Pick<Services, 'digests' | 'desks'> {
  readonly mailer: Pick<Mailer, 'send'>;
  readonly clock: Clock;
  readonly queueUrl: string;
  /** The title of a topic in a language. */
  titleOf(topicId: string, locale: 'fr' | 'en'): string;
}

export type DigestPayload = OutboxPayload & { readonly kind: 'advisor-digest' };

/** Mails an advisor what waits for her, as it stands now; nothing when nothing does. */
export function createDigestLetters(deps: DigestLettersDeps): (payload: DigestPayload) => Promise<void> {
  const { digests, desks, mailer, clock, queueUrl, titleOf } = deps;
  return async ({ advisorId, at }) => {
    const now = clock.now();
    const digest = await digests.of(advisorId, now);
    const deskId = digest?.advisor.deskIds[0];
    if (digest === null || deskId === undefined) return;
    const desk = await desks.find(deskId);
    await mailer.send(
      digestMail(digest, { desk, queueUrl, titleOf: (topicId) => titleOf(topicId, 'fr'), now, at }),
    );
  };
}
