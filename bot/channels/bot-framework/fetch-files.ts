import { z } from 'zod';
import type { AttachmentService, StoredAttachment } from '../../../data/attachments/types';
import type { Clock } from '../../../data/clock';
import type { Conversation, StoredActivity } from '../../../data/conversations/types';
import { redact } from '../../../data/redaction';
import type { Turn } from '../../../dialogs/turn';
import type { Log } from '../../log';
import { checkFile } from '../direct-line/file-check';
import { PENDING_FILES, type PendingFile } from '../pending-file';
import type { Connector } from './contract';
import { download } from './download';
import { hostOf } from './file-hosts';

const MATERIAL = z.object({ guichet: z.object({ files: PENDING_FILES.optional() }) });

export type FetchedFiles = Pick<Turn, 'attachments' | 'refusedAttachments'>;

/**
 * Fetches the files that a stored message points at and keeps them in its conversation, once, also when its turn is run again after a
 * crash. Runs behind the acknowledgement, before the turn. What cannot be taken is refused, with the reason.
 */
export type FetchFiles = (
  inbound: StoredActivity,
  conversation: Conversation,
) => Promise<FetchedFiles | null>;

export function createFetchFiles(deps: {
  readonly attachments: AttachmentService;
  readonly connector: Pick<Connector, 'fileAuthorization'>;
  /** Without an app (demonstrations) files are read from where the conversation is. */
  readonly hasApp: boolean;
  /** Hosts beside Microsoft's, with their port; tests only. */
  readonly trustedHosts?: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}): FetchFiles {
  const { attachments, connector, hasApp, trustedHosts = [], clock, log } = deps;

  /** @param known what an earlier run of the same turn has kept already; what is found there is taken out of it. */
  async function fetchOne(
    file: PendingFile,
    known: StoredAttachment[],
    inbound: StoredActivity,
    moreHosts: readonly string[],
  ): Promise<FetchedFiles> {
    const before = known.findIndex(({ name, contentType }) =>
      file.name === '' ? name === nameFor(contentType) : name === redact(file.name),
    );
    if (before >= 0) return taken(known.splice(before, 1));
    const refuse = (
      reason: FetchedFiles['refusedAttachments'][number]['reason'],
      why: string,
    ): FetchedFiles => {
      log.warn({ turn: inbound.activityId, why }, 'a file was not taken');
      return { attachments: [], refusedAttachments: [{ name: file.name || 'fichier', reason }] };
    };
    const content = await download(file, { connector, moreHosts });
    if (!content.ok) return refuse(content.fault.reason, content.fault.why);
    const check = await checkFile(file.name, content.value);
    if (!check.ok) return refuse(check.reason, 'content');
    const stored = await attachments.store({
      conversationId: inbound.conversationId,
      activityId: inbound.activityId,
      name: file.name || nameFor(check.contentType),
      contentType: check.contentType,
      content: content.value,
      now: clock.now(),
    });
    return taken([stored]);
  }

  return async (inbound, conversation) => {
    const files = MATERIAL.safeParse(inbound.payload).data?.guichet.files ?? [];
    if (files.length === 0) return null;
    const kept = await attachments.ofConversation(conversation.id);
    const known = kept.filter(({ activityId }) => activityId === inbound.activityId);
    const moreHosts = [...trustedHosts, ...(hasApp ? [] : hostOf(conversation))];
    const fetched = await Promise.all(files.map((file) => fetchOne(file, known, inbound, moreHosts)));
    return {
      attachments: fetched.flatMap((each) => each.attachments),
      refusedAttachments: fetched.flatMap((each) => each.refusedAttachments),
    };
  };
}

const taken = (files: readonly StoredAttachment[]): FetchedFiles => ({
  attachments: files.map(({ id, name, contentType }) => ({ id, name, contentType })),
  refusedAttachments: [],
});

/** "image.png" */
const nameFor = (contentType: string): string => {
  const [kind = '', type = ''] = contentType.split('/');
  return kind === 'image' ? `image.${type === 'jpeg' ? 'jpg' : type}` : 'fichier';
};
