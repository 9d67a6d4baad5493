import { readFile } from 'node:fs/promises';
import { openTestData, TEST_NOW, type TestData } from '../testing';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);
const link = (id = 'advisor-abc-1') => data.services.advisors.createSignInLink(id, TEST_NOW);

describe('one-time links', () => {
  it('open one session, which ends after twelve hours', async () => {
    const { token, expiresAt } = await link();
    expect(expiresAt).toEqual(later(60));
    const opened = await data.services.advisors.redeemSignInLink(token, later(1));
    expect(opened?.advisor).toMatchObject({ id: 'advisor-abc-1', name: 'Nadia Benali', deskIds: ['abc'] });
    const session = (now: Date) => data.services.advisors.session(opened?.sessionToken ?? '', now);
    expect((await session(later(2)))?.id).toBe('advisor-abc-1');
    expect((await session(later(12 * 60)))?.id).toBe('advisor-abc-1');
    expect(await session(later(12 * 60 + 1))).toBeNull();
  });

  it('are spent once, even when they are redeemed ten times at once', async () => {
    const { token } = await link();
    const opened = await Promise.all(
      Array.from({ length: 10 }, () => data.services.advisors.redeemSignInLink(token, later(1))),
    );
    expect(opened.filter((result) => result !== null)).toHaveLength(1);
    expect(await data.services.advisors.redeemSignInLink(token, later(2))).toBeNull();
  });

  it('expire after an hour, and guesses open nothing', async () => {
    const { token } = await link();
    expect(await data.services.advisors.redeemSignInLink(token, later(60))).toBeNull();
    expect(await data.services.advisors.redeemSignInLink('guess', TEST_NOW)).toBeNull();
    expect(await data.services.advisors.session('guess', TEST_NOW)).toBeNull();
    expect(await data.services.advisors.session('', TEST_NOW)).toBeNull();
  });

  it('hold 256 random bits, and the database holds only their hash', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => link()));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(20);
    expect(Buffer.from(tokens[0]?.token ?? '', 'base64url')).toHaveLength(32);
    const path = data.url.replace('file:', '');
    const files = await Promise.all([readFile(path), readFile(`${path}-wal`)]);
    expect(Buffer.concat(files).includes(tokens[0]?.token ?? '')).toBe(false);
  });

  it('are not made for nobody', async () => {
    await expect(link('nobody')).rejects.toMatchObject({ code: 'advisor-unknown' });
  });
});

it('a session that was ended stays ended', async () => {
  const opened = await data.services.advisors.redeemSignInLink((await link()).token, TEST_NOW);
  const token = opened?.sessionToken ?? '';
  await data.services.advisors.endSession(token, TEST_NOW);
  expect(await data.services.advisors.session(token, TEST_NOW)).toBeNull();
  await data.services.advisors.endSession('unknown', TEST_NOW);
});

describe('advisors', () => {
  const add = (email: string) =>
    data.services.advisors.add({
      name: ' Zoé Klein ',
      email,
      role: 'advisor',
      deskIds: ['oc-coach', 'abc', 'abc'],
      now: TEST_NOW,
    });

  it('are added with their desks, and found by e-mail however it is written', async () => {
    const added = await add(' Zoe.Klein@Example.org ');
    expect(added).toMatchObject({
      name: 'Zoé Klein',
      email: 'zoe.klein@example.org',
      deskIds: ['abc', 'oc-coach'],
    });
    expect(await data.services.advisors.findByEmail('ZOE.KLEIN@example.org')).toEqual(added);
    expect(await data.services.advisors.find(added.id)).toEqual(added);
  });

  it('share no e-mail address', async () => {
    await add('zoe@example.org');
    await expect(add('ZOE@example.org')).rejects.toMatchObject({ code: 'advisor-email-taken' });
  });

  it('are listed by desk, each once', async () => {
    const ids = async (...deskIds: ('abc' | 'oc-coach')[]) =>
      (await data.services.advisors.ofDesks(deskIds)).map(({ id }) => id).sort();
    expect(await ids('abc')).toEqual(['advisor-abc-1', 'advisor-abc-2', 'advisor-admin']);
    expect(await ids('abc', 'oc-coach')).toHaveLength(5);
    expect(await ids()).toEqual([]);
  });

  it('unknown ones are null', async () => {
    expect(await data.services.advisors.find('nobody')).toBeNull();
    expect(await data.services.advisors.findByEmail('nobody@example.org')).toBeNull();
  });
});
