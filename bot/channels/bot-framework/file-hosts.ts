import { z } from 'zod';
import type { Conversation } from '../../../data/conversations/types';

/** Where OneDrive and SharePoint keep files: anything below these names. National clouds have theirs. */
const HOSTS: readonly string[] = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn'];

/**
 * Whether a file may be read from an address, or written to it: Microsoft's storage only, so that nobody can make this server call
 * another one.
 *
 * @param more further hosts, with their port where it is not 443 (tests, demonstrations).
 */
export function isStorage(url: string, more: readonly string[] = []): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host, username } = new URL(url);
  if (more.includes(host)) return true;
  if (protocol !== 'https:' || host !== hostname || username !== '') return false;
  return HOSTS.some((trusted) => hostname.endsWith(`.${trusted}`));
}

const REFERENCE = z.object({ serviceUrl: z.string() });

/** Where a conversation is, with the port: the emulator or the Playground of a demonstration keeps files there too. */
export function hostOf({ reference }: Pick<Conversation, 'reference'>): readonly string[] {
  const url = REFERENCE.safeParse(reference).data?.serviceUrl ?? '';
  return URL.canParse(url) ? [new URL(url).host] : [];
}
