import { createSecretKey, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, SignJWT } from 'jose';
import type { DeskId } from '../../data/desks/types';
import type { PeopleService, Person } from '../../data/people/types';
import type { WebchatKeyService } from '../../data/webchat-keys/service';
import { refusal } from '../errors';
import { verifyWith, type SigningKeys } from '../signing-keys';

/** Seconds for which the sample portal's identities are good. */
const DEMO_IDENTITY_S = 600;

export interface IdentityDeps {
  readonly keys: SigningKeys;
  readonly people: Pick<PeopleService, 'find'>;
  readonly webchatKeys: Pick<WebchatKeyService, 'active'>;
}

/**
 * Who a host page says that its visitor is: a token of the page's server, HS256 with a key of WEBCHAT_SIGNING_KEYS or one made for this
 * desk in the administration, `sub` the person's id, `exp` needed. A key of one desk never signs for another. `kid` in the header, the
 * id of a desk's key, names the one that signed; without it all are tried.
 *
 * @param now the machine's own time: identities come from other servers, which know nothing of a shifted clock.
 * @throws refusal invalid-identity, with the reason.
 */
export async function readIdentity(
  identity: string,
  desk: DeskId,
  deps: IdentityDeps,
  now: Date,
): Promise<Person> {
  const verified = await verifyWith(await keysFor(identity, desk, deps), identity, now);
  if (verified.outcome === 'expired') throw refusal('invalid-identity', 'The identity token has expired.');
  if (verified.outcome === 'invalid') {
    throw refusal(
      'invalid-identity',
      'The identity token is not signed with a key of this server, or has no exp.',
    );
  }
  const { sub } = verified.payload;
  const person = sub ? await deps.people.find(sub) : null;
  if (person === null) throw refusal('invalid-identity', 'The identity token names nobody known (sub).');
  if (person.deskId !== desk) {
    throw refusal('invalid-identity', 'The person of the identity token does not belong to this desk.');
  }
  return person;
}

async function keysFor(
  identity: string,
  desk: DeskId,
  { keys, webchatKeys }: IdentityDeps,
): Promise<readonly KeyObject[]> {
  const kid = kidOf(identity);
  const stored = await webchatKeys.active(desk);
  const named = stored.filter(({ id }) => id === kid);
  const secrets = (named.length > 0 ? named : stored).map(({ secret }) =>
    createSecretKey(Buffer.from(secret)),
  );
  return named.length > 0 ? secrets : [...keys.verifiers('identity'), ...secrets];
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    // No token at all: its verification says so.
    return undefined;
  }
}

/** What the server of the sample portal would do for the person who signed in there. */
export function signIdentity(personId: string, keys: SigningKeys, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(personId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + DEMO_IDENTITY_S)
    .sign(keys.signer('identity'));
}
