import { extname } from 'node:path';

/** The largest file that is taken, in bytes. */
export const MAX_FILE = 10 * 1024 * 1024;

/** What an advisor can open without harm: pictures, PDF, office documents without macros, plain text. */
const ALLOWED = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.log': 'text/plain',
};

export type FileCheck =
  | { readonly ok: true; readonly contentType: string }
  | { readonly ok: false; readonly reason: 'too-large' | 'forbidden-type' | 'unreadable' };

/** Decides by the content what a file is; its name and the type that the sender claims prove nothing. */
export async function checkFile(name: string, content: Uint8Array): Promise<FileCheck> {
  if (content.length > MAX_FILE) return { ok: false, reason: 'too-large' };
  if (content.length === 0) return { ok: false, reason: 'unreadable' };
  const { fileTypeFromBuffer } = await import('file-type/core');
  const detected = await fileTypeFromBuffer(content).catch(() => undefined);
  if (detected !== undefined) {
    return ALLOWED.has(detected.mime)
      ? { ok: true, contentType: detected.mime }
      : { ok: false, reason: 'forbidden-type' };
  }
  const textType = TEXT_TYPES[extname(name).toLowerCase()];
  return textType !== undefined && isPlainText(content)
    ? { ok: true, contentType: textType }
    : { ok: false, reason: 'forbidden-type' };
}

/** A name that can be shown and downloaded: no path, no control characters, not endless. */
export function safeName(name: string | undefined): string {
  const base = (name ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .trim();
  return base.slice(-120) || 'fichier';
}

function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return (
      !/\p{Cc}/u.test(text.replace(/[\t\n\r\f]/g, '')) && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(text)
    );
  } catch {
    return false;
  }
}
