import { ok, refused, type Result } from '../../../data/result';
import { MAX_FILE } from '../direct-line/file-check';
import type { PendingFile } from '../pending-file';
import type { Connector } from './contract';
import { isStorage } from './file-hosts';
import { isTrusted } from './trusted';

/** All files of one message, together. */
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;

/** Why a file could not be had; `why` is for the log. */
export interface DownloadFault {
  readonly reason: 'too-large' | 'unreadable';
  readonly why: string;
}

export interface DownloadDeps {
  readonly connector: Pick<Connector, 'fileAuthorization'>;
  /**
   * Hosts beside Microsoft's that files are read from, with their port. Without an app id (demonstrations) that is the host of the
   * conversation itself: the emulator or the Playground on this machine.
   */
  readonly moreHosts: readonly string[];
}

/** Reads one file, from Microsoft's hosts only, wherever it is sent on to. Never throws. */
export async function download(
  file: PendingFile,
  { connector, moreHosts }: DownloadDeps,
  signal: AbortSignal = AbortSignal.timeout(TIMEOUT_MS),
): Promise<Result<Uint8Array, DownloadFault>> {
  let url = file.url;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const trusted = file.from === 'connector' ? isTrusted(url, moreHosts) : false;
      if (!trusted && !isStorage(url, moreHosts)) return unreadable('untrusted host');
      const authorization = await authorizationFor(file, url, connector);
      if (!authorization.ok) return authorization;
      const response = await fetch(url, {
        redirect: 'manual',
        signal,
        headers: authorization.value === null ? {} : { authorization: authorization.value },
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        url = new URL(location, url).href;
        continue;
      }
      if (!response.ok) return unreadable(`status ${response.status}`);
      return await readBody(response);
    }
    return unreadable('too many redirects');
  } catch (error) {
    return unreadable(String((error as { readonly name?: unknown }).name ?? 'network'));
  }
}

/** The bot's token goes to the connector's hosts, and never to where files are stored: their address is the key. */
async function authorizationFor(
  file: PendingFile,
  url: string,
  connector: DownloadDeps['connector'],
): Promise<Result<string | null, DownloadFault>> {
  if (file.from === 'storage') return ok(null);
  const given = await connector.fileAuthorization(url);
  return given.ok ? given : unreadable(`token: ${given.fault.kind}`);
}

async function readBody(response: Response): Promise<Result<Uint8Array, DownloadFault>> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > MAX_FILE) {
    await response.body?.cancel();
    return refused({ reason: 'too-large', why: `${announced} bytes` });
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    // Leaving the loop ends the connection.
    if (size > MAX_FILE) return refused({ reason: 'too-large', why: 'more than announced' });
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}

const unreadable = (why: string): Result<never, DownloadFault> => refused({ reason: 'unreadable', why });
