import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../../data/open';
import { run } from './program';

let folder: string;
let file: string;
const environment = { ...process.env };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-import-'));
  file = join(folder, 'people.csv');
  process.env = { ...environment, DATABASE_URL: `file:${join(folder, 'guichet.db')}`, PUBLIC_URL: '' };
});
afterAll(async () => {
  process.env = environment;
  await rm(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = undefined;
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

const GOOD = 'id;guichet;prénom;nom;téléphone\nabc-1;abc;Zoé;Zoé Roy;+33 6 39 98 01 11\n';
const counts = (out: string): unknown => JSON.parse(out);

describe('guichet import', () => {
  it('tries, writes, and changes nothing when it is called again', async () => {
    await writeFile(file, GOOD);
    const tried = await call('import', 'people', file, '--dry-run');
    expect(tried).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was written') });
    expect(counts(tried.out)).toEqual({
      kind: 'people',
      dryRun: true,
      rows: 1,
      created: 1,
      changed: 0,
      unchanged: 0,
    });
    expect(counts((await call('import', 'people', file)).out)).toMatchObject({ created: 1, dryRun: false });
    expect(counts((await call('import', 'people', file)).out)).toMatchObject({ created: 0, unchanged: 1 });
    const { services, close } = await openData({ url: process.env.DATABASE_URL ?? '' });
    expect(await services.people.find('abc-1')).toMatchObject({ displayName: 'Zoé Roy' });
    const history = await services.audit.list({ deskIds: ['abc'], withoutDesk: false, limit: 9 });
    expect(history).toMatchObject([
      { detail: { unchanged: 1 } },
      { detail: { created: 1, file: 'people.csv' } },
    ]);
    await close();
  });

  it('says every fault by line and column, writes nothing, exits with 1', async () => {
    await writeFile(file, 'id;guichet;prénom;nom;début\nabc-2;abc;A;A B;\nabc-3;abd;;A B;32/01/2026\n');
    const { code, out, err } = await call('import', 'people', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n')).toEqual([
      'line 3, column "guichet": "abd": write one of "abc", "ogestion", "oc-mentor", "oc-coach"',
      'line 3, column "prénom": nothing is written here: write a value',
      'line 3, column "début": "32/01/2026": not a date: write 18/11/2026 or 2026-11-18',
      '3 faults. Nothing was written.',
      '',
    ]);
  });

  test.each([
    ['a file that is not there', 1, ['import', 'people', 'nowhere.csv'], 'nowhere.csv could not be read'],
    ['no file', 2, ['import', 'people'], "missing required argument 'file'"],
    ['an unknown kind', 2, ['import', 'secrets', 'f.csv'], 'people, assignments, students, invoices'],
    ['coupons', 2, ['import', 'coupons', 'f.csv'], 'coupons cannot be imported'],
    ['tickets', 2, ['import', 'tickets', 'f.csv'], 'tickets cannot be imported'],
    ['a month of people', 2, ['export', 'people', '--month', '2026-11'], '--month goes with'],
  ])('%s: exit %i', async (_what, code, argv, told) => {
    const answer = await call(...argv);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(told);
  });

  test.each(['people', 'assignments', 'students', 'invoices'])(
    'takes back what was exported of %s',
    async (kind) => {
      const demo = `file:${join(folder, `${kind}.db`)}`;
      const { close } = await openData({ url: demo, demo: true });
      await close();
      process.env.DATABASE_URL = demo;
      const written = join(folder, `${kind}.csv`);
      expect((await call('export', kind, '--out', written)).code).toBe(0);
      expect((await readFile(written, 'utf8')).split('\r\n').length).toBeGreaterThan(3);
      const { code, out } = await call('import', kind, written);
      expect(code).toBe(0);
      expect(counts(out)).toMatchObject({ created: 0, changed: 0 });
    },
  );

  test.each(['appointments', 'tickets', 'coupons'])('exports %s, of a month or all', async (kind) => {
    const all = await call('export', kind);
    expect(all).toMatchObject({ code: 0, out: expect.stringMatching(/^\uFEFF/) });
    expect(await call('export', kind, '--month', '2026-11')).toMatchObject({ code: 0 });
  });
});
