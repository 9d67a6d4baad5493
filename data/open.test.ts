import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK_IDS } from './desks/types';
import { openData } from './open';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-open-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const url = (name = 'var/deep/guichet.db'): string => `file:${join(folder, name)}`;

it('creates the folder and the database, with the four desks and nobody else', async () => {
  const { services, ping, close } = await openData({ url: url() });
  await expect(ping()).resolves.toBeUndefined();
  expect((await services.desks.all()).map(({ id }) => id)).toEqual([...DESK_IDS]);
  expect((await services.desks.find('abc')).openingHours['6']).toBeUndefined();
  expect(await services.people.ofDesk('abc')).toEqual([]);
  expect(await services.advisors.ofDesks(DESK_IDS)).toEqual([]);
  await close();
});

it('opens again what is there, and says what it did', async () => {
  const said: string[] = [];
  const log = {
    info: (_: object, message: string) => said.push(message),
    error: (_: object, message: string) => said.push(message),
  };
  await (await openData({ url: url(), log, demo: true })).close();
  await (await openData({ url: url(), log, demo: true })).close();
  expect(said).toEqual(['database brought up to date', 'demo data created']);
});

it('three processes that start at once on a new file all open it, and the demo people come once', async () => {
  const opened = await Promise.all(Array.from({ length: 3 }, () => openData({ url: url(), demo: true })));
  const people = await Promise.all(opened.map(({ services }) => services.people.ofDesk('abc')));
  expect(people.map((list) => list.length)).toEqual([6, 6, 6]);
  for (const { close } of opened) await close();
});

it.each([
  ['postgresql://guichet:secret@db/guichet', 'postgresql'],
  ['mysql://db', 'mysql'],
  ['var/guichet.db', 'var'],
  ['file:', 'file'],
  ['file::memory:', 'file'],
  ['', ''],
])('%j is refused with its kind and without its password', async (address, kind) => {
  const refusal = await openData({ url: address }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'database-url-unsupported',
    message: expect.stringContaining(`"${kind}"`),
  });
  expect(String(refusal)).not.toContain('secret');
});

it('a file that is no database is left as it is, and named', async () => {
  await writeFile(join(folder, 'letter.db'), 'Chère Madame, '.repeat(200));
  await expect(openData({ url: url('letter.db') })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining('letter.db'),
  });
});

it('a folder that cannot be made is named', async () => {
  await writeFile(join(folder, 'taken'), '');
  await expect(openData({ url: url('taken/guichet.db') })).rejects.toMatchObject({
    code: 'database-unreachable',
  });
});
