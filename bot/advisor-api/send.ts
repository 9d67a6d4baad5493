import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './endpoint';
import type { ApiFault } from './errors';
import type { ApiLanguage } from './language';

const PRIVATE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Pictures that a browser shows as such; every other file is saved, never opened as a page of ours. */
const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Writes what an endpoint answered. */
export async function send(res: ServerResponse, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'json':
      return sendJson(res, 200, answer.body);
    case 'nothing':
      res.writeHead(204, { ...PRIVATE, ...answer.headers });
      res.end();
      return;
    case 'file': {
      const inline = SHOWN_INLINE.has(answer.contentType);
      res.writeHead(200, {
        ...PRIVATE,
        'content-type': inline ? answer.contentType : 'application/octet-stream',
        'content-length': answer.content.byteLength,
        'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(answer.name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
      });
      res.end(answer.content);
      return;
    }
    case 'stream':
      res.writeHead(200, {
        ...PRIVATE,
        'content-type': answer.contentType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(answer.name)}`,
      });
      // When reading fails in the middle the connection is cut: a file that ends early must not look whole.
      return pipeline(Readable.from(answer.chunks), res).catch(unlessGone);
    case 'taken':
      return;
  }
}

/** Somebody who closes the tab in the middle of a download is no failure of ours. */
function unlessGone(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}

/** Writes a refusal. */
export function sendFault(res: ServerResponse, fault: ApiFault, language: ApiLanguage): void {
  sendJson(res, fault.status, fault.body(language));
}

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { ...PRIVATE, 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}

/** RFC 8187: what encodeURIComponent leaves but the header does not allow is escaped too. */
function encodeName(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
