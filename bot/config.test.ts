import { readFileSync } from 'node:fs';
import { readConfig, VARIABLES } from './config';
import { fromRoot } from './project-root';

const production = {
  GUICHET_MODE: 'production',
  PUBLIC_URL: 'https://guichet.example.org/',
  MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
  MICROSOFT_APP_PASSWORD: 'a-client-secret',
  MICROSOFT_APP_TENANT_ID: 'tenant',
  WEBCHAT_SIGNING_KEYS: 'k'.repeat(40),
};

const faultsOf = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.fault.map((fault) => fault.variable);
};

describe('the environment', () => {
  it('needs nothing for a demonstration', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      value: {
        mode: 'demo',
        port: 3978,
        publicUrl: 'http://localhost:3978',
        databaseUrl: `file:${fromRoot('var/guichet.db')}`,
        microsoft: null,
        clockStart: null,
      },
    });
  });

  it('takes an empty value for an absent one', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '  ' })).toMatchObject({
      ok: true,
      value: { port: 3978, smtpUrl: null },
    });
  });

  it('tells every fault at once, with what to write', () => {
    const read = readConfig({
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      GUICHET_CLOCK: 'tomorrow',
      OIDC_ISSUER: 'https://login.example.org',
      GUICHET_DEFAULT_DESK: 'nowhere',
      LOG_LEVEL: 'loud',
    });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.fault.map((fault) => fault.variable).sort()).toEqual([
      'DATABASE_URL',
      'GUICHET_CLOCK',
      'GUICHET_DEFAULT_DESK',
      'LOG_LEVEL',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'PORT',
    ]);
    for (const { fix } of read.fault) expect(fix).toMatch(/write/);
  });

  test.each([
    ['2026-12-07T09:00:00+01:00', '2026-12-07T08:00:00.000Z'],
    ['2026-12-07T08:00:00Z', '2026-12-07T08:00:00.000Z'],
    ['2026-12-07T09:00', '2026-12-07T08:00:00.000Z'],
    ['2026-07-07T09:00', '2026-07-07T07:00:00.000Z'],
  ])('reads the clock %s, in Paris where no offset is written', (text, instant) => {
    const read = readConfig({ GUICHET_CLOCK: text });
    expect(read.ok && read.value.clockStart?.toISOString()).toBe(instant);
  });
});

describe('production', () => {
  it('starts when everything is set', () => {
    expect(readConfig(production)).toMatchObject({
      ok: true,
      value: { mode: 'production', publicUrl: 'https://guichet.example.org', frameAncestors: ["'self'"] },
    });
  });

  it('refuses to start on defaults and names each', () => {
    expect(faultsOf({ GUICHET_MODE: 'production' }).sort()).toEqual([
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
      'PUBLIC_URL',
      'WEBCHAT_SIGNING_KEYS',
    ]);
  });

  test.each([
    ['an address without encryption', { PUBLIC_URL: 'http://guichet.example.org' }, 'PUBLIC_URL'],
    ['an empty app id', { MICROSOFT_APP_ID: '' }, 'MICROSOFT_APP_ID'],
    ['a shifted clock', { GUICHET_CLOCK: '2026-12-07T09:00' }, 'GUICHET_CLOCK'],
    ['a short key', { WEBCHAT_SIGNING_KEYS: 'short' }, 'WEBCHAT_SIGNING_KEYS'],
    [
      'one short key among good ones',
      { WEBCHAT_SIGNING_KEYS: `${'k'.repeat(40)},short` },
      'WEBCHAT_SIGNING_KEYS',
    ],
    [
      'the key of an example',
      { WEBCHAT_SIGNING_KEYS: 'change-me-change-me-change-me-change-me' },
      'WEBCHAT_SIGNING_KEYS',
    ],
  ])('refuses %s', (_what, change, variable) => {
    expect(faultsOf({ ...production, ...change })).toContain(variable);
  });
});

it('every variable is explained in .env.example, and nothing else', () => {
  const explained = readFileSync(fromRoot('.env.example'), 'utf8').match(/^[A-Z_]+(?==)/gm) ?? [];
  expect([...explained].sort()).toEqual([...VARIABLES].sort());
});
