import type { Request, Response } from 'restify';

/** One entry of the server's list of routes. A handler answers the request itself, also when it refuses. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'del';
  /** For GET /api/openapi.json: what it does, in a few words. */
  readonly summary?: string;
  /** restify syntax: `/api/advisor/tickets/:id`. */
  readonly path: string;
  readonly handler: (req: Request, res: Response) => Promise<void>;
}

/** A request that is refused at the door, with the HTTP status and a stable code. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HttpRefusal';
  }
}

/**
 * Reads a JSON body, once: a body that the server has already parsed is taken as it is.
 *
 * @param maxBytes the largest body that is read; a longer one is refused before it is kept in memory.
 * @throws HttpRefusal 413 `body-too-large` or 400 `malformed-json`.
 */
export async function readJson(req: Request, maxBytes: number): Promise<unknown> {
  if (req.body !== undefined) return req.body;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new HttpRefusal(413, 'body-too-large', `The body is longer than ${maxBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'), wellFormed);
    req.body = parsed;
    return parsed;
  } catch {
    throw new HttpRefusal(400, 'malformed-json', 'The body is not valid JSON.');
  }
}

/**
 * Half of a character, which JSON can say and UTF-8 cannot, becomes the mark of a damaged one: the database would keep it as that, and
 * what is compared before it is written must be what is written.
 */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? Buffer.from(value).toString() : value;

/** As `readJson`, for calls whose body may be left out: none at all reads as `{}`. */
export function readOptionalJson(req: Request, maxBytes: number): Promise<unknown> {
  const empty =
    req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0;
  return empty ? Promise.resolve({}) : readJson(req, maxBytes);
}
