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

  it.each([
    ['guichet@abc.example', { name: '', address: 'guichet@abc.example' }],
    ['<guichet@abc.example>', { name: '', address: 'guichet@abc.example' }],
    [
      'Service intervenants <guichet@abc.example>',
      { name: 'Service intervenants', address: 'guichet@abc.example' },
    ],
  ])('mail is sent from %s', (MAIL_FROM, mailFrom) => {
    expect(readConfig({ MAIL_FROM })).toMatchObject({ ok: true, value: { mailFrom } });
  });

  it.each(['guichet', 'a@b@c', 'guichet@abc.example>', '<guichet@abc.example', 'a b@c', 'x <a@b> <c@d>'])(
    'mail cannot be sent from %s',
    (MAIL_FROM) => {
      expect(faultsOf({ MAIL_FROM })).toEqual(['MAIL_FROM']);
    },
  );

  it('mail needs an address to be sent from, in production', () => {
    const SMTP_URL = 'smtps://guichet:secret@mail.example.org';
    expect(faultsOf({ SMTP_URL })).toEqual([]);
    expect(faultsOf({ ...production, SMTP_URL })).toEqual(['MAIL_FROM']);
    expect(faultsOf({ ...production, SMTP_URL, MAIL_FROM: 'guichet@example.org' })).toEqual([]);
  });

  it.each(['smtp://', 'smtp://user:p#ss@host', 'http://mail.example.org', 'mail.example.org'])(
    'mail cannot be handed in at %s',
    (SMTP_URL) => {
      expect(faultsOf({ SMTP_URL })).toContain('SMTP_URL');
    },
  );

  it('Teams meetings need the whole application, or none of it', () => {
    const graph = { MICROSOFT_GRAPH_TENANT_ID: 't', MICROSOFT_GRAPH_CLIENT_ID: 'c' };
    expect(faultsOf(graph)).toEqual(['MICROSOFT_GRAPH_CLIENT_SECRET']);
    expect(readConfig({ ...graph, MICROSOFT_GRAPH_CLIENT_SECRET: 's' })).toMatchObject({
      ok: true,
      value: { graph: { tenantId: 't', clientId: 'c', clientSecret: 's' } },
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
