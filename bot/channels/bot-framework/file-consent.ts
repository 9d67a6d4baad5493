import { z } from 'zod';
import type { AttachmentService } from '../../../data/attachments/types';
import type { Clock } from '../../../data/clock';
import type {
  Conversation,
  ConversationService,
  JsonValue,
  OutgoingActivity,
} from '../../../data/conversations/types';
import type { SentFile } from '../../../data/outbox/types';
import type { Locale } from '../../../data/people/types';
import type { TicketLetterService } from '../../../data/tickets/letters';
import { wordsOf } from '../../../dialogs/scene';
import { errorFields, type Log } from '../../log';
import type { RawActivity } from '../read-activity';
import { hostOf, isStorage } from './file-hosts';
import type { InvokeTaker } from './invokes';
import { conversationIdOf, localeOf } from './open-conversation';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';
const UPLOAD_MS = 30_000;

/** A file that an advisor sends on Teams: she is asked first, and what she accepts is put into her own storage. */
export function consentRequest(
  file: SentFile,
  message: { readonly activityId: string; readonly authorName: string },
): OutgoingActivity {
  const context = { guichet: 'file', attachmentId: file.id };
  return {
    activityId: `${message.activityId}.${file.id}`,
    author: 'advisor',
    text: file.name,
    payload: {
      type: 'message',
      from: { id: 'advisor', name: message.authorName, role: 'bot' },
      attachments: [
        {
          contentType: CONSENT,
          name: file.name,
          content: {
            description: message.authorName,
            sizeInBytes: file.size,
            acceptContext: context,
            declineContext: context,
          },
        },
      ],
    },
  };
}

const ANSWER = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ guichet: z.literal('file'), attachmentId: z.string().max(200) }),
  uploadInfo: z
    .object({
      name: z.string(),
      uploadUrl: z.string(),
      contentUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .nullish(),
});

export interface FileConsentDeps {
  readonly attachments: Pick<AttachmentService, 'find'>;
  readonly conversations: Pick<ConversationService, 'append' | 'find' | 'since'>;
  readonly letters: Pick<TicketLetterService, 'refused'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes the card that asked away, by the channel's id of it. */
  readonly remove: (to: Conversation, channelActivityId: string) => Promise<void>;
  /** Without an app (demonstrations) files are put where the conversation is. */
  readonly hasApp: boolean;
  /** Hosts beside Microsoft's, with their port; tests only. */
  readonly trustedHosts?: readonly string[];
}

/**
 * Takes her answer to a file that was offered. It is acknowledged at once, and the file uploaded behind: to Microsoft's storage only, and
 * only a file of the conversation in which she answers. What is brought takes the place of the card that asked; pressed again meanwhile, it
 * is not brought again. A refusal, and a file that could not be brought there, are told on the ticket; she may still accept then.
 */
export const createFileConsent =
  (deps: FileConsentDeps): InvokeTaker =>
  async (activity) => {
    if (activity.name !== 'fileConsent/invoke') return null;
    const answer = ANSWER.safeParse(activity.value).data;
    const file = answer ? await deps.attachments.find(answer.context.attachmentId) : null;
    const isHers = file !== null && file.conversationId === conversationIdOf(activity);
    if (!answer || !isHers || file.activityId === null) return { status: 400, body: {} };
    const locale = localeOf(activity);
    void (
      answer.action === 'decline' || !answer.uploadInfo
        ? notTaken(file, 'declined', deps)
        : bring(file, answer.uploadInfo, { locale, asked: askedBy(activity) }, deps)
    ).catch((error: unknown) =>
      deps.log.error(errorFields(error), 'a file that she accepted was not brought'),
    );
    return { status: 200, body: {} };
  };

type File = NonNullable<Awaited<ReturnType<AttachmentService['find']>>>;
type UploadInfo = NonNullable<NonNullable<z.output<typeof ANSWER>>['uploadInfo']>;

/** The channel's id of the card that was answered; null where the client does not say. */
const askedBy = ({ replyToId }: RawActivity): string | null =>
  typeof replyToId === 'string' && replyToId !== '' ? replyToId : null;

async function bring(
  file: File,
  info: UploadInfo,
  { locale, asked }: { readonly locale: Locale; readonly asked: string | null },
  deps: FileConsentDeps,
): Promise<void> {
  const { conversations, hasApp, trustedHosts = [] } = deps;
  const said = await conversations.since(file.conversationId, 0);
  if (said.some(({ activityId }) => activityId === saidId(file, 'brought'))) return;
  const conversation = await conversations.find(file.conversationId);
  const ownHosts = hasApp || conversation === null ? [] : hostOf(conversation);
  const fault = await upload(file, info.uploadUrl, [...trustedHosts, ...ownHosts]);
  if (fault !== null) {
    deps.log.warn({ why: fault }, 'a file was not uploaded');
    await say(file, 'failed', wordsOf(locale).edge.fileNotBrought(file.name), [], deps);
    return notTaken(file, fault, deps);
  }
  const { contentUrl, uniqueId, fileType } = info;
  const card = { contentType: INFO, name: file.name, contentUrl, content: { uniqueId, fileType } };
  await say(file, 'brought', file.name, [card], deps);
  if (conversation !== null && asked !== null) await deps.remove(conversation, asked);
}

/** @returns why it could not be written; null: it is there. */
async function upload(
  { content, size, contentType }: File,
  url: string,
  trusted: readonly string[],
): Promise<string | null> {
  if (!isStorage(url, trusted)) return 'untrusted-host';
  try {
    const response = await fetch(url, {
      method: 'PUT',
      redirect: 'error',
      signal: AbortSignal.timeout(UPLOAD_MS),
      headers: { 'content-type': contentType, 'content-range': `bytes 0-${size - 1}/${size}` },
      body: Buffer.from(content),
    });
    await response.body?.cancel();
    return response.ok ? null : `storage-${response.status}`;
  } catch (error) {
    return `storage-${String((error as { readonly name?: unknown }).name ?? 'network')}`;
  }
}

const saidId = ({ id, activityId }: File, what: 'brought' | 'failed'): string =>
  `${activityId}.${id}.${what}`;

/** Said once, however often her answer is delivered. */
async function say(
  file: File,
  what: 'brought' | 'failed',
  text: string,
  attachments: readonly JsonValue[],
  { conversations, clock }: FileConsentDeps,
): Promise<void> {
  const payload: JsonValue =
    attachments.length > 0 ? { type: 'message', attachments } : { type: 'message', text };
  await conversations.append({
    conversationId: file.conversationId,
    activity: { activityId: saidId(file, what), author: 'assistant', text, payload },
    now: clock.now(),
  });
}

async function notTaken({ ticketId }: File, reason: string, deps: FileConsentDeps): Promise<void> {
  if (ticketId === null) return;
  await deps.letters.refused({ ticketId, by: 'file', reason, now: deps.clock.now() });
}
