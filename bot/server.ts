import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { Config } from './config';
import { refusal } from './errors';
import { HttpRefusal, type Route } from './http';
import { errorFields, type Log } from './log';
import { sendRefusal } from './respond';
import { isShared, securityHeaders } from './security-headers';

/** How long a client may take to send its headers, and its whole request (an upload over a telephone). */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 120_000;
/** How long open requests may take when the server stops. */
const DRAIN_MS = 5_000;

export interface ServerDeps {
  readonly routes: readonly Route[];
  readonly config: Pick<Config, 'publicUrl' | 'mode' | 'host'>;
  readonly log: Log;
  /** Takes a WebSocket upgrade that is for it. */
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

export interface GuichetServer {
  /** @param port 0: any free one. @returns the port that is listened on. @throws when it is taken. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}

/** The HTTP server: one list of routes, one shape of errors, one set of headers. */
export function createServer(deps: ServerDeps): GuichetServer {
  const { config, log } = deps;
  const server = createRestify({ name: 'guichet', ignoreTrailingSlash: true });
  const http = server.server as HttpServer;
  http.headersTimeout = HEADERS_TIMEOUT_MS;
  http.requestTimeout = REQUEST_TIMEOUT_MS;
  const headers = securityHeaders(config);
  server.pre((req, res, next) => {
    headers(req, res);
    const refused = admission(req, config) ?? addressFault(req);
    if (refused !== null) {
      sendRefusal(res, refused);
      return next(false);
    }
    if (req.method === 'OPTIONS' && isShared(req.url)) {
      res.writeHead(204);
      res.end();
      return next(false);
    }
    return next();
  });
  for (const route of deps.routes) register(server, route, log);
  answerErrors(server, log);
  http.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on the socket is ours alone: an error of it that nobody hears would end the process.
    socket.on('error', () => socket.destroy());
    if (admission(req, config) !== null || !deps.upgrade(req, socket, head)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  });
  return {
    listen: (port) => listen(http, port, config.host),
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      const timer = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** In demo mode anyone can be anyone, so only this machine is answered, unless HOST says that this is meant. */
function admission(req: Pick<IncomingMessage, 'socket'>, config: ServerDeps['config']): HttpRefusal | null {
  if (config.mode !== 'demo' || config.host !== null) return null;
  const address = req.socket.remoteAddress ?? '';
  return /^(::1|(::ffff:)?127\.)/.test(address) ? null : refusal('not-local');
}

/**
 * What no address can be made of: a host that is none, or a broken absolute address. restify reads it outside of every catch, where it would
 * end the process.
 */
function addressFault(req: Request): HttpRefusal | null {
  try {
    req.getUrl();
    return null;
  } catch {
    return refusal('BadArgument', 'The address of this request cannot be read.');
  }
}

function register(server: Server, route: Route, log: Log): void {
  const handler = async (req: Request, res: Response): Promise<void> => {
    try {
      await route.handler(req, res);
    } catch (error) {
      if (!(error instanceof HttpRefusal)) {
        log.error({ route: `${route.method} ${route.path}`, ...errorFields(error) }, 'request failed');
      }
      sendRefusal(res, error);
    }
  };
  server[route.method](route.path, handler);
  if (route.method === 'get') server.head(route.path, handler);
}

/** restify's own refusals (no such route, no such method, a broken address), which it sends itself, in our shape. */
function answerErrors(server: Server, log: Log): void {
  server.on('restifyError', (_req: Request, _res: Response, error: RestifyError, done: () => void) => {
    const { status, code, message } = refusalOf(error);
    if (status === 500) log.error(errorFields(error), 'request failed');
    error.statusCode = status;
    error.toJSON = () => ({ error: { code, message } });
    done();
  });
}

interface RestifyError extends Error {
  statusCode?: number;
  toJSON?: () => unknown;
}

function refusalOf(error: RestifyError): HttpRefusal {
  if (error.statusCode === 404) return refusal('not-found');
  if (error.statusCode === 405) return refusal('method-not-allowed');
  return refusal(error.statusCode !== undefined && error.statusCode < 500 ? 'BadArgument' : 'internal-error');
}

function listen(http: HttpServer, port: number, host: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port, ...(host === null ? {} : { host }) }, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}
