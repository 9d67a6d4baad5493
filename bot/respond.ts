import type { IncomingMessage } from 'node:http';
import type { Response } from 'restify';
import { toRefusal } from './errors';

/** Sends a JSON body. Answers of the edge are never cached. */
export function sendJson(res: Response, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  res.end(text);
}

/** Sends a refusal as `{ error: { code, message } }`. What went wrong inside stays inside. */
export function sendRefusal(res: Response, error: unknown): void {
  const { status, code, message } = toRefusal(error);
  if (res.headersSent) {
    res.destroy();
    return;
  }
  // What is still on its way in a refused upload is not read: the connection is given up instead.
  if (status === 413) res.setHeader('connection', 'close');
  sendJson(res, status, { error: { code, message } });
}

/** The address at which this caller reaches us: the public one, or in a demonstration whatever it called. */
export function baseUrlFor(
  req: Pick<IncomingMessage, 'headers'>,
  config: { readonly publicUrl: string; readonly publicUrlGiven: boolean },
): string {
  const host = req.headers.host ?? '';
  return config.publicUrlGiven || !/^[\w.:[\]-]+$/.test(host) ? config.publicUrl : `http://${host}`;
}
