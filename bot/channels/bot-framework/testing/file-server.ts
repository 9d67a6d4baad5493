import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked of the place where files are, on this machine. */
export interface SeenFileCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

export interface FileServer {
  readonly url: string;
  /** Host and port. */
  readonly host: string;
  readonly calls: readonly SeenFileCall[];
  answer(path: string, handle: (req: IncomingMessage, res: ServerResponse) => void): void;
  stop(): Promise<void>;
}

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Answers whatever a test says for a path, and 404 elsewhere. */
export async function startFileServer(): Promise<FileServer> {
  const calls: SeenFileCall[] = [];
  const handlers = new Map<string, (req: IncomingMessage, res: ServerResponse) => void>();
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const path = req.url ?? '';
    calls.push({
      method: req.method ?? '',
      path,
      authorization: req.headers.authorization,
      headers: req.headers,
      body: Buffer.concat(parts),
    });
    const handle = handlers.get(path);
    if (handle) return handle(req, res);
    res.statusCode = 404;
    res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    calls,
    answer: (path, handle) => void handlers.set(path, handle),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
