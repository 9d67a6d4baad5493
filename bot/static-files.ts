import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'restify';
import type { Config } from './config';
import { refusal } from './errors';
import type { Route } from './http';
import { pagePolicy, type PageKind } from './security-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** A year: the names of these files change with their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Files with fixed names may change at every release: keep them, but ask. */
const REVALIDATE = 'no-cache';

/**
 * The browser parts that the build wrote. Only files that stood in the folder at start are served, by their listed names: no path
 * is ever made from what a caller wrote.
 *
 * @param folder dist/web.
 */
export function staticRoutes(
  folder: string,
  config: Pick<Config, 'mode' | 'frameAncestors' | 'microsoft'>,
): Route[] {
  const files = listFiles(folder);
  const page = (name: string, kind: PageKind) => async (req: Request, res: Response) => {
    if (!files.has(`/${name}`)) {
      throw refusal('not-found', 'The browser parts have not been built (npm run build).');
    }
    res.setHeader('content-security-policy', pagePolicy(kind, config));
    await sendFile(req, res, join(folder, name), REVALIDATE);
  };
  const asset = async (req: Request, res: Response): Promise<void> => {
    const path = decodePath(req.url);
    const file = files.get(path);
    if (file === undefined || path.endsWith('.html')) throw refusal('not-found');
    await sendFile(req, res, file, path.startsWith('/assets/') ? IMMUTABLE : REVALIDATE);
  };
  const routes: Route[] = [
    { method: 'get', path: '/chat', handler: page('chat.html', 'chat') },
    { method: 'get', path: '/advisor', handler: page('advisor.html', 'advisor') },
    { method: 'get', path: '/advisor/*', handler: page('advisor.html', 'advisor') },
    { method: 'get', path: '/assets/*', handler: asset },
    {
      method: 'get',
      path: '/',
      handler:
        config.mode === 'demo'
          ? page('index.html', 'portal')
          : async (_req, res) => {
              res.writeHead(302, { location: '/advisor' });
              res.end();
            },
    },
  ];
  for (const path of files.keys()) {
    const named = path.lastIndexOf('/') === 0 && !/\.(html|br|gz)$/.test(path);
    if (named) routes.push({ method: 'get', path, handler: asset });
  }
  return routes;
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
}

async function sendFile(req: Request, res: Response, file: string, caching: string): Promise<void> {
  const { encoding, path } = bestEncoding(file, String(req.headers['accept-encoding'] ?? ''));
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw refusal('not-found');
  const etag = `"${stat.size.toString(36)}-${Math.floor(stat.mtimeMs).toString(36)}"`;
  const headers = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': caching,
    etag,
    vary: 'accept-encoding',
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
  };
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  res.writeHead(200, { ...headers, 'content-length': stat.size });
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  await pipeline(createReadStream(path), res).catch(() => res.destroy());
}

/** The copy that the build compressed and the caller understands, if there is one. */
function bestEncoding(file: string, accepted: string): { encoding: string | null; path: string } {
  for (const [encoding, ending] of ENCODINGS) {
    if (new RegExp(`\\b${encoding}\\b`).test(accepted) && existsSync(file + ending)) {
      return { encoding, path: file + ending };
    }
  }
  return { encoding: null, path: file };
}

function decodePath(url: string | undefined): string {
  try {
    return decodeURIComponent((url ?? '/').split('?')[0] ?? '/');
  } catch {
    return '';
  }
}
