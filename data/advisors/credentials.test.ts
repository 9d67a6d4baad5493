import { openTestData, TEST_NOW, type TestData } from '../testing';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const NADIA = 'advisor-abc-1';
const advisors = () => data.services.advisors;

describe('through the identity provider', () => {
  const person = {
    issuer: 'https://idp.example.org',
    subject: 'sub-1',
    verifiedEmail: null as string | null,
  };
  const email = async () => (await advisors().find(NADIA))?.email ?? '';

  it('a verified address binds the subject at the first sign-in; from then on the subject decides', async () => {
    const first = await advisors().signInWithOpenId({ ...person, verifiedEmail: await email() }, TEST_NOW);
    expect(first?.advisor.id).toBe(NADIA);
    expect((await advisors().signInWithOpenId(person, TEST_NOW))?.advisor.id).toBe(NADIA);
    expect((await advisors().session(first?.sessionToken ?? '', TEST_NOW))?.id).toBe(NADIA);
  });

  it('somebody else with her address does not take her place', async () => {
    await advisors().signInWithOpenId({ ...person, verifiedEmail: await email() }, TEST_NOW);
    const other = { ...person, subject: 'sub-2', verifiedEmail: await email() };
    expect(await advisors().signInWithOpenId(other, TEST_NOW)).toBeNull();
    expect(
      await advisors().signInWithOpenId({ ...other, issuer: 'https://evil.example' }, TEST_NOW),
    ).toBeNull();
  });

  it('an address that was not verified, or that nobody has, opens nothing', async () => {
    expect(await advisors().signInWithOpenId(person, TEST_NOW)).toBeNull();
    expect(
      await advisors().signInWithOpenId({ ...person, verifiedEmail: 'nobody@example.org' }, TEST_NOW),
    ).toBeNull();
  });
});

describe('with a password', () => {
  const PASSWORD = 'quatre chevaux bleus';
  const set = (next: string, current: string | null = null, keepSession = 'kept') =>
    advisors().setPassword({ advisorId: NADIA, current, next, keepSession, now: TEST_NOW });
  const signIn = async (password: string) =>
    advisors().signInWithPassword(
      (await advisors().find(NADIA))?.email.toUpperCase() ?? '',
      password,
      TEST_NOW,
    );

  it('nobody signs in before one was set; then the right one opens a session', async () => {
    expect(await signIn('')).toBeNull();
    expect(await advisors().hasPassword(NADIA)).toBe(false);
    expect(await set(PASSWORD)).toEqual({ ok: true, value: null });
    expect(await advisors().hasPassword(NADIA)).toBe(true);
    expect((await signIn(PASSWORD))?.advisor.id).toBe(NADIA);
    expect(await signIn('quatre chevaux verts')).toBeNull();
    expect(await advisors().signInWithPassword('nobody@example.org', PASSWORD, TEST_NOW)).toBeNull();
  });

  it('is changed against the current one only, and a poor one is refused with the reason', async () => {
    await set(PASSWORD);
    expect(await set('un autre mot de passe', 'faux')).toMatchObject({ fault: { code: 'wrong-password' } });
    expect(await set('court', PASSWORD)).toMatchObject({ fault: { code: 'too-short', least: 12 } });
    expect(await set('un autre mot de passe', PASSWORD)).toMatchObject({ ok: true });
    expect(await signIn(PASSWORD)).toBeNull();
  });

  it('a change ends every other session', async () => {
    await set(PASSWORD);
    const here = await signIn(PASSWORD);
    const elsewhere = await signIn(PASSWORD);
    await set('un autre mot de passe', PASSWORD, here?.sessionToken);
    expect(await advisors().session(here?.sessionToken ?? '', TEST_NOW)).not.toBeNull();
    expect(await advisors().session(elsewhere?.sessionToken ?? '', TEST_NOW)).toBeNull();
  });
});
