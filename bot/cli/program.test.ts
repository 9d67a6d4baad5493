import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../../data/open';
import { run } from './program';

let folder: string;
const environment = { ...process.env };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  process.env = { ...environment, DATABASE_URL: `file:${join(folder, 'guichet.db')}`, PUBLIC_URL: '' };
});
afterEach(() => {
  process.env = environment;
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

/** Calls the command as a shell would. */
async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  const code = await run(argv);
  jest.restoreAllMocks();
  return { code, out, err };
}

const VERBS = ['start', 'route', 'when', 'evaluate', 'kb', 'import', 'export', 'advisor', 'doctor'];

describe('the command line', () => {
  it('lists its verbs', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(0);
    for (const verb of VERBS) expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
  });

  test.each(VERBS)('%s has help', async (verb) => {
    const { code, out, err } = await call(verb, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: guichet ${verb}`);
  });

  test.each([
    ['nothing', []],
    ['an unknown verb', ['dance']],
    ['a property of objects', ['constructor']],
    ['an unknown option', ['start', '--fast']],
    ['a verb that needs another', ['advisor']],
    ['too little', ['advisor', 'add', '--name', 'Zoé']],
    [
      'an unknown desk',
      ['advisor', 'add', '--name', 'Z', '--email', 'z@x.org', '--desk', 'x', '--role', 'admin'],
    ],
    [
      'an unknown role',
      ['advisor', 'add', '--name', 'Z', '--email', 'z@x.org', '--desk', 'abc', '--role', 'king'],
    ],
    [
      'no e-mail address',
      ['advisor', 'add', '--name', 'Z', '--email', 'z', '--desk', 'abc', '--role', 'admin'],
    ],
  ])('called with %s exits 2 and says what is wrong', async (_what, argv) => {
    const { code, out, err } = await call(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.length).toBeGreaterThan(20);
  });

  it('tells every fault of the environment, and exits 1', async () => {
    process.env.PORT = 'many';
    process.env.GUICHET_MODE = 'party';
    const { code, err } = await call('start');
    expect(code).toBe(1);
    expect(err).toMatch(/PORT: write a port/);
    expect(err).toMatch(/GUICHET_MODE: write demo or production/);
  });
});

describe('export coupons', () => {
  it('writes the month’s file to stdout, or where it is told to', async () => {
    const { code, out, err } = await call('export', 'coupons', '--month', '2026-11');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\uFEFFRéférence;Intervenant;.*;Motif du refus\r\n$/);
    const file = join(folder, 'coupons.csv');
    const written = await call('export', 'coupons', '--month', '2026-11', '--out', file);
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(await readFile(file, 'utf8')).toBe(out);
  });

  test.each([
    ['a month that is none', ['export', 'coupons', '--month', 'novembre']],
    ['what cannot be exported', ['export', 'secrets', '--month', '2026-11']],
  ])('%s exits 2', async (_what, argv) => {
    expect(await call(...argv)).toMatchObject({ code: 2, out: '' });
  });

  it('a place that cannot be written to exits 1 and says so', async () => {
    const { code, err } = await call(
      'export',
      'coupons',
      '--month',
      '2026-11',
      '--out',
      join(folder, 'no', 'x'),
    );
    expect(code).toBe(1);
    expect(err).toContain('could not be written');
  });
});

describe('team', () => {
  const set = (member: string, ...more: string[]) =>
    call('team', 'set', '--desk', 'abc', '--name', 'Paie', '--member', member, ...more);
  const list = () => call('team', 'list', '--desk', 'abc');

  it('is made of advisors of the desk, listed, and removed', async () => {
    const add = ['--name', 'Ana', '--email', 'ana@example.org', '--desk', 'abc', '--role', 'advisor'];
    expect((await call('advisor', 'add', ...add)).code).toBe(0);
    expect((await set('ana@example.org', '--category', 'payment,invoicing')).code).toBe(0);
    const team = { name: 'Paie', categories: ['payment', 'invoicing'], members: ['ana@example.org'] };
    expect(JSON.parse((await list()).out)).toEqual(team);
    expect((await call('team', 'remove', '--desk', 'abc', '--name', 'Paie')).code).toBe(0);
    expect((await list()).out).toBe('');
    expect((await call('team', 'remove', '--desk', 'abc', '--name', 'Paie')).code).toBe(1);
  });

  it('takes nobody whom the desk does not know', async () => {
    expect(await set('nobody@example.org')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nobody@example.org') as string,
    });
    const elsewhere = [
      '--name',
      'Bo',
      '--email',
      'bo@example.org',
      '--desk',
      'oc-coach',
      '--role',
      'advisor',
    ];
    await call('advisor', 'add', ...elsewhere);
    expect((await set('bo@example.org')).err).toContain('Not of the desk abc: bo@example.org');
    expect((await set('ana@example.org,')).code).toBe(2);
  });
});

describe('advisor add', () => {
  const add = (...more: string[]) =>
    call('advisor', 'add', '--name', 'Zoé Test', '--email', 'Zoe@Example.org', ...more);

  it('prints nothing but a link, which signs in once', async () => {
    const { code, out } = await add('--desk', 'abc,oc-coach', '--role', 'supervisor');
    expect(code).toBe(0);
    const token = /^http:\/\/localhost:3978\/advisor\/sign-in\/(\S+)\n$/.exec(out)?.[1];
    const data = await openData({ url: String(process.env.DATABASE_URL) });
    const session = await data.services.advisors.redeemSignInLink(String(token), new Date());
    expect(session?.advisor).toMatchObject({
      name: 'Zoé Test',
      email: 'zoe@example.org',
      role: 'supervisor',
      deskIds: ['abc', 'oc-coach'],
    });
    expect(await data.services.advisors.redeemSignInLink(String(token), new Date())).toBeNull();
    await data.close();
  });

  it('gives who is known a new link, and changes nobody’s rights', async () => {
    expect((await add('--desk', 'oc-coach,abc', '--role', 'supervisor')).code).toBe(0);
    const raised = await add('--desk', 'abc', '--role', 'admin');
    expect(raised).toMatchObject({ code: 1, out: '' });
    expect(raised.err).toMatch(/already an advisor, as supervisor of abc, oc-coach/);
  });
});
