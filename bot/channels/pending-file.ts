import { z } from 'zod';
import { safeName } from './direct-line/file-check';

/** A file that a channel points at and that has not been fetched yet. Stored with its message, so that a crash loses none. */
export interface PendingFile {
  /** '' where the channel gives no name: it is named after what it turns out to be. */
  readonly name: string;
  readonly url: string;
  /** connector: fetched with the bot's token. storage: the address itself opens it, and gets no token. */
  readonly from: 'connector' | 'storage';
}

export const PENDING_FILES = z.array(
  z.object({ name: z.string(), url: z.string(), from: z.enum(['connector', 'storage']) }),
);

/** What a person shares in Teams as a file: her OneDrive holds it. */
const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';
const DOWNLOAD = z.object({ downloadUrl: z.string().min(1).max(8_000) });
const URL_TEXT = z.string().min(1).max(8_000);
/** Of one message. */
export const MOST_FILES = 10;

interface RawAttachment {
  readonly contentType: string;
  readonly name?: string | null | undefined;
  readonly contentUrl?: unknown;
  readonly content?: unknown;
}

export interface FilesOfMessage {
  readonly pending: readonly PendingFile[];
  /** Named and nowhere to be found, or more than can be taken at once. */
  readonly refused: readonly { readonly name: string; readonly reason: 'unreadable' }[];
}

/** What a client adds to a message beside files: the message that it quotes, a meeting, a tab. */
const REFERENCE = /Reference$/;

/** The files of a message; its cards, the copy of its text as HTML and what it refers to are none. */
export function filesIn(attachments: readonly RawAttachment[] | null | undefined): FilesOfMessage {
  const pending: PendingFile[] = [];
  const refused: { name: string; reason: 'unreadable' }[] = [];
  for (const attachment of attachments ?? []) {
    const { contentType, name, content, contentUrl } = attachment;
    const isFile = contentType === DOWNLOAD_INFO;
    const isCard = !isFile && /vnd\.microsoft\.(card|teams\.card)/.test(contentType);
    if (contentType === 'text/html' || isCard || REFERENCE.test(contentType)) continue;
    const url = isFile ? DOWNLOAD.safeParse(content).data?.downloadUrl : URL_TEXT.safeParse(contentUrl).data;
    if (url === undefined || pending.length === MOST_FILES) {
      refused.push({ name: safeName(name ?? undefined), reason: 'unreadable' });
    } else {
      pending.push({ name: name ? safeName(name) : '', url, from: isFile ? 'storage' : 'connector' });
    }
  }
  return { pending, refused };
}
