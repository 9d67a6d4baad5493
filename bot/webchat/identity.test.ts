import { SignJWT } from 'jose';
import type { DeskId } from '../../data/desks/types';
import { openTestData, TEST_NOW, type TestData } from '../../data/testing';
import { createSigningKeys } from '../signing-keys';
import { readIdentity } from './identity';

const ENV_KEY = 'a-key-for-tests-that-is-long-enough-0123456789';
const keys = createSigningKeys([ENV_KEY]);
let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const make = (deskId: DeskId) =>
  data.services.webchatKeys.create({ deskId, label: 'portail', advisorId: 'advisor-admin', now: TEST_NOW });

/** Who a token of the host page is for; the refusal's code where it is for nobody. */
async function visitor(sub: string, desk: DeskId, secret: string, kid?: string): Promise<string> {
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', ...(kid !== undefined && { kid }) })
    .setSubject(sub)
    .setExpirationTime(Math.floor(TEST_NOW.getTime() / 1000) + 60)
    .sign(new TextEncoder().encode(secret));
  return readIdentity(token, desk, { ...data.services, keys }, TEST_NOW).then(
    ({ id }) => id,
    (error: { code?: string }) => String(error.code),
  );
}

describe('an identity signed with a key of the administration', () => {
  it('is of its desk, with or without the key named', async () => {
    const { key, secret } = await make('abc');
    expect(await visitor('abc-camille', 'abc', secret)).toBe('abc-camille');
    expect(await visitor('abc-camille', 'abc', secret, key.id)).toBe('abc-camille');
    expect(await visitor('abc-camille', 'abc', secret, 'a-name-of-the-host')).toBe('abc-camille');
  });

  it('signs for no other desk, whatever it names', async () => {
    const { key, secret } = await make('abc');
    expect(await visitor('mentor-alice', 'oc-mentor', secret)).toBe('invalid-identity');
    expect(await visitor('mentor-alice', 'oc-mentor', secret, key.id)).toBe('invalid-identity');
  });

  it('ends when its key is revoked; the others go on', async () => {
    const [first, second] = [await make('abc'), await make('abc')];
    await data.services.webchatKeys.revoke(first.key.id, TEST_NOW);
    expect(await visitor('abc-camille', 'abc', first.secret, first.key.id)).toBe('invalid-identity');
    expect(await visitor('abc-camille', 'abc', second.secret)).toBe('abc-camille');
    expect(await visitor('abc-camille', 'abc', ENV_KEY)).toBe('abc-camille');
  });

  it('that names one key and is signed with another is refused', async () => {
    const [first, second] = [await make('abc'), await make('abc')];
    expect(await visitor('abc-camille', 'abc', second.secret, first.key.id)).toBe('invalid-identity');
  });

  it('is kept so that its list shows no secret', async () => {
    const { key, secret } = await make('abc');
    const listed = await data.services.webchatKeys.list(['abc']);
    expect(listed).toEqual([key]);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(secret).toHaveLength(48);
    expect(key.ending).toBe(secret.slice(-4));
  });
});
