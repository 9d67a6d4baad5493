import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, inTransaction, type Database } from './database';
import { Prisma } from './generated/client';
import { defaultMigrationsDir, migrate } from './migrate';

const NOW = new Date('2026-11-18T09:00:00.123Z');

let folder: string;
let file: string;
let db: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-database-'));
  file = join(folder, 'test.db');
  await migrate(file, defaultMigrationsDir(), NOW);
  db = connect(file);
});

afterEach(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

const advisor = (id: string) => ({
  id,
  name: `Nom ${id}`,
  email: `${id}@example.org`,
  role: 'advisor',
  active: true,
  createdAt: NOW,
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) =>
      error instanceof Prisma.PrismaClientKnownRequestError ? error.code : `other: ${String(error)}`,
  );

it('models come back as they were written: texts, dates, booleans, JSON, bytes, nulls', async () => {
  await db.desk.create({
    data: {
      id: 'abc',
      name: 'Été',
      organisation: '日本 🎓',
      zone: 'Europe/Paris',
      openingHours: { '1': [{ from: '09:00' }] },
    },
  });
  await db.conversation.create({
    data: {
      id: 'c',
      channel: 'webchat',
      deskId: 'abc',
      userId: 'u',
      locale: 'fr',
      nextSequence: 1,
      createdAt: NOW,
      lastTurnAt: NOW,
      attachments: {
        create: {
          id: 'f',
          name: 'a.png',
          contentType: 'image/png',
          size: 4,
          content: new Uint8Array([0, 255, 10, 13]),
          createdAt: NOW,
        },
      },
    },
  });
  const read = await db.conversation.findUniqueOrThrow({
    where: { id: 'c' },
    include: { desk: true, attachments: true },
  });
  expect(read.lastTurnAt).toEqual(NOW);
  expect([read.personId, read.state, read.reference]).toEqual([null, null, null]);
  expect(read.desk).toMatchObject({
    name: 'Été',
    organisation: '日本 🎓',
    openingHours: { '1': [{ from: '09:00' }] },
  });
  expect([...(read.attachments[0]?.content ?? [])]).toEqual([0, 255, 10, 13]);
});

it.each([[null], [42], ['42'], ['é'], [true], [[1, 'a', null]], [{ deep: { list: [{}] } }]])(
  'JSON %j comes back as itself',
  async (value) => {
    await db.desk.create({
      data: {
        id: 'd',
        name: '',
        organisation: '',
        zone: '',
        openingHours: value === null ? Prisma.JsonNull : value,
      },
    });
    expect((await db.desk.findUniqueOrThrow({ where: { id: 'd' } })).openingHours).toEqual(value);
  },
);

it('a duplicate is P2002, a missing parent P2003, a missing row P2025', async () => {
  await db.advisor.create({ data: advisor('a') });
  expect(await codeOf(db.advisor.create({ data: advisor('a') }))).toBe('P2002');
  expect(await codeOf(db.advisorDesk.create({ data: { advisorId: 'a', deskId: 'none' } }))).toBe('P2003');
  expect(await codeOf(db.advisor.update({ where: { id: 'none' }, data: { name: '' } }))).toBe('P2025');
});

it('thirty transactions of 100 ms at once all succeed, one after the other', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      inTransaction(db, async (tx) => {
        inside += 1;
        most = Math.max(most, inside);
        await tx.advisor.create({ data: advisor(String(index)) });
        await pause(100);
        inside -= 1;
      }),
    ),
  );
  expect(await db.advisor.count()).toBe(30);
  expect(most).toBe(1);
});

it('a write beside a transaction that rolls back is kept', async () => {
  const failing = db.$transaction(async (tx) => {
    await tx.advisor.create({ data: advisor('inside') });
    await pause(60);
    throw new Error('changed its mind');
  });
  await pause(20);
  const [rolledBack] = await Promise.allSettled([failing, db.advisor.create({ data: advisor('beside') })]);
  expect(rolledBack.status).toBe('rejected');
  expect((await db.advisor.findMany()).map(({ id }) => id)).toEqual(['beside']);
});

it('a transaction that takes too long is rolled back and lets the next one through', async () => {
  const stuck = db.$transaction(
    async (tx) => {
      await tx.advisor.create({ data: advisor('stuck') });
      await pause(200);
      await tx.advisor.create({ data: advisor('late') });
    },
    { timeout: 60 },
  );
  const next = db.advisor.create({ data: advisor('next') });
  expect(await codeOf(stuck)).toBe('P2028');
  await next;
  expect((await db.advisor.findMany()).map(({ id }) => id)).toEqual(['next']);
});

it('a transaction that gives up waiting leaves nothing behind', async () => {
  const first = db.$transaction(() => pause(200));
  await pause(10);
  expect(await codeOf(db.$transaction((tx) => tx.advisor.count(), { maxWait: 30 }))).toBe('P2028');
  await first;
  await db.advisor.create({ data: advisor('after') });
  expect(await db.advisor.count()).toBe(1);
});

it('closing with a transaction open rolls it back', async () => {
  const open = db.$transaction(async (tx) => {
    await tx.advisor.create({ data: advisor('open') });
    await pause(150);
  });
  await pause(50);
  await Promise.all([db.$disconnect(), open.catch(() => undefined)]);
  const again = connect(file);
  expect(await again.advisor.count()).toBe(0);
  await again.$disconnect();
});

it('two who write the same key: the second runs again and sees the first', async () => {
  let runs = 0;
  const create = (): Promise<string> =>
    inTransaction(db, async (tx) => {
      runs += 1;
      const known = runs > 2 && (await tx.advisor.findUnique({ where: { id: 'same' } }));
      return known ? 'seen' : tx.advisor.create({ data: advisor('same') }).then(() => 'created');
    });
  expect((await Promise.all([create(), create()])).sort()).toEqual(['created', 'seen']);
});
