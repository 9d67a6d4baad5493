import { makeKey } from '../channels/bot-framework/testing/channel-keys';
import { APP, startEntra, TENANT, type Entra } from './testing/entra';
import { createTeamsTokens, type VerifyTeamsToken } from './teams-token';

const NOW = new Date('2026-11-18T09:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const OTHER_TENANT = '22222222-86f1-41af-91ab-2d7cd011db47';
const ISSUER = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;
const FORGED = makeKey('entra-key');
const UNKNOWN = makeKey('unknown-key');

let entra: Entra;
let verify: VerifyTeamsToken;
const fresh = (): VerifyTeamsToken =>
  createTeamsTokens({
    tenants: [TENANT],
    appId: APP,
    host: 'guichet.example.org',
    keysUrl: entra.keysUrl,
  });
beforeAll(async () => {
  entra = await startEntra(() => NOW);
  verify = fresh();
});
afterAll(() => entra.stop());

type Claims = Readonly<Record<string, unknown>>;

describe('is accepted', () => {
  test.each<[string, Claims]>([
    ['the token of Teams on the web', {}],
    ['the token of Teams on desktop and mobile', { azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' }],
    ['the application’s id address as its audience', { aud: `api://guichet.example.org/${APP}` }],
    ['another scope beside ours', { scp: 'User.Read access_as_user' }],
    ['expired within two minutes', { exp: SECONDS - 100 }],
    ['not yet valid within two minutes', { nbf: SECONDS + 100 }],
  ])('%s', async (_what, claims) => {
    expect(await verify(entra.token(claims), NOW)).toEqual({
      ok: true,
      value: {
        identity: { tenantId: TENANT, objectId: 'dddddddd-0000-4000-8000-000000000001' },
        email: 'nadia.benali@guichet.example',
      },
    });
  });
});

describe('is refused', () => {
  test.each<[string, Claims]>([
    ['another audience', { aud: '99999999-2222-3333-4444-555555555555' }],
    ['the address of another host', { aud: `api://evil.example/${APP}` }],
    ['no audience', { aud: undefined }],
    ['another tenant', { iss: ISSUER(OTHER_TENANT), tid: OTHER_TENANT }],
    ['the tenant of the issuer and another in tid', { tid: OTHER_TENANT }],
    ['no tid', { tid: undefined }],
    ['an issuer of version 1', { iss: `https://sts.windows.net/${TENANT}/` }],
    [
      'an issuer that only begins alike',
      { iss: `https://login.microsoftonline.com.evil.example/${TENANT}/v2.0` },
    ],
    ['the common issuer', { iss: 'https://login.microsoftonline.com/common/v2.0' }],
    ['no issuer', { iss: undefined }],
    ['version 1', { ver: '1.0' }],
    ['no version', { ver: undefined }],
    ['another client', { azp: '00000003-0000-0000-c000-000000000000' }],
    ['no client', { azp: undefined }],
    ['the client of version 1 only', { azp: undefined, appid: '5e3ce6c0-2b1f-4285-8d4d-75ee78787346' }],
    ['another scope', { scp: 'User.Read' }],
    ['a scope that only begins alike', { scp: 'access_as_user.all' }],
    ['no scope: an application’s own token', { scp: undefined, roles: ['access_as_user'] }],
    ['no object id', { oid: undefined }],
    ['an object id that is none', { oid: 'nadia' }],
    ['expired', { exp: SECONDS - 121 }],
    ['no expiry', { exp: undefined }],
    ['not yet valid', { nbf: SECONDS + 121 }],
    ['no beginning', { nbf: undefined }],
  ])('%s', async (_what, claims) => {
    expect(await verify(entra.token(claims), NOW)).toMatchObject({ ok: false, fault: { kind: 'refused' } });
  });

  test.each<[string, () => string]>([
    ['a forged signature under the right key id', () => entra.token({}, FORGED)],
    ['a key that nobody published', () => entra.token({}, UNKNOWN)],
    ['HS256 with the public key as its secret', () => entra.token({}, entra.key, 'HS256')],
    ['no signature', () => entra.token({}, entra.key, 'none')],
    [
      'changed claims',
      () => {
        const [header, , signature] = entra.token().split('.');
        return [
          header,
          entra.token({ oid: 'eeeeeeee-0000-4000-8000-000000000001' }).split('.')[1],
          signature,
        ].join('.');
      },
    ],
    ['a cut signature', () => entra.token().slice(0, -8)],
    ['three dots', () => '...'],
    ['words', () => 'let me in'],
    ['nothing', () => ''],
  ])('%s', async (_what, make) => {
    expect(await verify(make(), NOW)).toMatchObject({ ok: false, fault: { kind: 'refused' } });
  });
});

describe('an address', () => {
  test.each<[string, Claims, string | null]>([
    ['is that with which she signs in', {}, 'nadia.benali@guichet.example'],
    ['is not taken of a guest', { acct: 1 }, null],
    ['is not taken from another identity provider', { idp: 'https://sts.windows.net/x/' }, null],
    ['is not a telephone number', { preferred_username: '+33600000000' }, null],
    ['may be missing', { preferred_username: undefined }, null],
  ])('%s', async (_what, claims, email) => {
    expect(await verify(entra.token(claims), NOW)).toMatchObject({ ok: true, value: { email } });
  });
});

describe('keys', () => {
  it('are asked of allowed tenants only, once', async () => {
    const before = entra.asked.length;
    const again = fresh();
    await again(entra.token({ iss: ISSUER(OTHER_TENANT), tid: OTHER_TENANT }), NOW);
    expect(entra.asked).toHaveLength(before);
    await again(entra.token(), NOW);
    await again(entra.token(), NOW);
    expect(entra.asked.slice(before)).toEqual([TENANT]);
  });

  it('that cannot be read are told apart from a wrong token; those that were read serve on', async () => {
    const cold = fresh();
    entra.failing = 503;
    try {
      expect(await cold(entra.token(), NOW)).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
      expect(await verify(entra.token(), NOW)).toMatchObject({ ok: true });
    } finally {
      entra.failing = null;
    }
    expect(await cold(entra.token(), NOW)).toMatchObject({ ok: true });
  });
});
