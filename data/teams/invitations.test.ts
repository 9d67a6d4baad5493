import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { TeamsIdentity } from './accounts';
import { CODE_ALPHABET } from './invitations';

let data: TestData;
beforeAll(async () => {
  data = await openTestData();
});
afterAll(() => data.close());

const DAY_MS = 24 * 3_600_000;
const after = (days: number): Date => new Date(TEST_NOW.getTime() + days * DAY_MS);
let count = 0;
const somebody = (): TeamsIdentity => ({
  tenantId: '7f3c1d5e-0000-4000-8000-00000000000a',
  objectId: `9b2a0000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
});
const invite = (personId: string, now = TEST_NOW) =>
  data.services.teamsInvitations.invite({ personId, advisorId: 'advisor-abc-1', now });
const redeem = (code: string, identity: TeamsIdentity, now = TEST_NOW, conversationId = 'none') =>
  data.services.teamsInvitations.redeem({ code, identity, conversationId, now });
const chat = (id: string, change: { personId?: string } = {}) =>
  data.services.conversations.open({
    id,
    channel: 'teams',
    deskId: 'oc-coach',
    userId: `29:${id}`,
    personId: null,
    locale: 'en',
    scope: 'personal',
    now: TEST_NOW,
    ...change,
  });

it('a code has eight signs that nobody confuses, and no two are alike', async () => {
  const codes = await Promise.all([1, 2, 3].map(() => invite('abc-camille')));
  for (const { code, expiresAt } of codes) {
    expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`));
    expect(expiresAt).toEqual(after(7));
  }
  expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
});

test.each<[string, (code: string) => string]>([
  ['as it was shown', (code) => code],
  ['in small letters', (code) => code.toLowerCase()],
  ['without its hyphen', (code) => code.replace('-', '')],
  ['with a space', (code) => code.replace('-', ' ')],
])('a code links the account that brings it: %s', async (_how, write) => {
  const identity = somebody();
  const { code } = await invite('abc-camille');
  expect(await redeem(write(code), identity)).toMatchObject({
    ok: true,
    value: { person: { id: 'abc-camille', firstName: 'Camille' }, before: false },
  });
  expect(await data.services.teamsAccounts.find(identity)).toMatchObject({
    personId: 'abc-camille',
    linkedBy: 'invitation',
  });
});

describe('a code is refused', () => {
  test('that nobody made', async () => {
    expect(await redeem('BCDF-2345', somebody())).toEqual({ ok: false, fault: { code: 'unknown' } });
  });
  test('after seven days, not a moment before', async () => {
    const { code } = await invite('abc-camille');
    expect(await redeem(code, somebody(), after(7))).toEqual({ ok: false, fault: { code: 'expired' } });
    expect(await redeem(code, somebody(), new Date(after(7).getTime() - 1))).toMatchObject({ ok: true });
  });
  test('that another account has used; the one that did is told that it is linked', async () => {
    const first = somebody();
    const { code } = await invite('abc-camille');
    await redeem(code, first);
    expect(await redeem(code, somebody())).toEqual({ ok: false, fault: { code: 'used' } });
    expect(await redeem(code, first)).toMatchObject({ ok: true, value: { before: true } });
  });
  test('once another one was made for the same person', async () => {
    const { code } = await invite('abc-camille');
    await invite('abc-camille', after(1));
    expect(await redeem(code, somebody(), after(2))).toEqual({ ok: false, fault: { code: 'expired' } });
  });
});

test('of two accounts that bring it at once, one is linked', async () => {
  const { code } = await invite('abc-camille');
  const outcomes = await Promise.all([redeem(code, somebody()), redeem(code, somebody())]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('the chat becomes hers: her desk, her language, nothing of what was begun before', async () => {
  await chat('c1');
  const { code } = await invite('abc-camille');
  await redeem(code, somebody(), TEST_NOW, 'c1');
  expect(await data.services.conversations.find('c1')).toMatchObject({
    personId: 'abc-camille',
    deskId: 'abc',
    locale: 'fr',
    state: null,
  });
});

describe('unlinking', () => {
  it('forgets the person, in her chats on Teams too', async () => {
    const identity = somebody();
    const { code } = await invite('abc-camille');
    await chat('c2');
    await redeem(code, identity, TEST_NOW, 'c2');
    expect(await data.services.teamsInvitations.unlinkPerson(identity)).toBe(true);
    expect(await data.services.teamsInvitations.unlinkPerson(identity)).toBe(false);
    expect(await data.services.teamsAccounts.find(identity)).toBeNull();
    expect(await data.services.conversations.find('c2')).toMatchObject({ personId: null, state: null });
  });
  it('leaves an advisor what she is', async () => {
    const identity = somebody();
    const { teamsAccounts, teamsInvitations } = data.services;
    await teamsAccounts.link({
      identity,
      to: { advisorId: 'advisor-abc-1' },
      by: 'single-sign-on',
      now: TEST_NOW,
    });
    await redeem((await invite('abc-camille')).code, identity);
    await teamsInvitations.unlinkPerson(identity);
    expect(await teamsAccounts.find(identity)).toMatchObject({ personId: null, advisorId: 'advisor-abc-1' });
  });
});
