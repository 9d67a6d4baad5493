import type { ServerResponse } from 'node:http';
import type { Answer } from './endpoint';
import type { ApiFault } from './errors';

const PRIVATE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Pictures that a browser shows as such; every other file is saved, never opened as a page of ours. */
const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Writes what an endpoint answered. */
export function send(res: ServerResponse, answer: Answer): void {
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
    case 'taken':
      return;
  }
}

/** Writes a refusal. */
export function sendFault(res: ServerResponse, fault: ApiFault): void {
  sendJson(res, fault.status, fault.body());
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
