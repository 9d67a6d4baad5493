import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { TeamsIdentity } from './accounts';

let data: TestData;
beforeAll(async () => {
  data = await openTestData();
});
afterAll(() => data.close());

const TENANT = '7f3c1d5e-0000-4000-8000-00000000000a';
let count = 0;
const somebody = (): TeamsIdentity => ({
  tenantId: TENANT,
  objectId: `9b2a0000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
});

it('an account nobody linked is nobody', async () => {
  const { teamsAccounts } = data.services;
  expect(await teamsAccounts.find(somebody())).toBeNull();
  expect(await teamsAccounts.advisorOf(somebody())).toBeNull();
});

it('an account is an advisor once it is linked, however its ids are written', async () => {
  const { teamsAccounts } = data.services;
  const identity = somebody();
  await teamsAccounts.link({
    identity,
    to: { advisorId: 'advisor-abc-1' },
    by: 'single-sign-on',
    now: TEST_NOW,
  });
  const shouted = { tenantId: TENANT.toUpperCase(), objectId: ` ${identity.objectId.toUpperCase()} ` };
  expect(await teamsAccounts.advisorOf(shouted)).toMatchObject({ id: 'advisor-abc-1', deskIds: ['abc'] });
  expect(await teamsAccounts.ofAdvisor('advisor-abc-1')).toEqual([
    {
      ...identity,
      personId: null,
      advisorId: 'advisor-abc-1',
      linkedBy: 'single-sign-on',
      linkedAt: TEST_NOW,
    },
  ]);
  expect(await teamsAccounts.advisorOf({ ...identity, tenantId: 'another' })).toBeNull();
});

it('somebody may be a person and an advisor; linking one half keeps the other', async () => {
  const { teamsAccounts, people } = data.services;
  const [person] = await people.ofDesk('abc');
  const identity = somebody();
  const personId = person?.id ?? '';
  await teamsAccounts.link({ identity, to: { personId }, by: 'invitation', now: TEST_NOW });
  expect(await teamsAccounts.advisorOf(identity)).toBeNull();
  await teamsAccounts.link({
    identity,
    to: { advisorId: 'advisor-abc-2' },
    by: 'single-sign-on',
    now: TEST_NOW,
  });
  expect(await teamsAccounts.find(identity)).toMatchObject({ personId, advisorId: 'advisor-abc-2' });
  expect(await teamsAccounts.ofPerson(personId)).toHaveLength(1);
});

it('forgetting it makes it nobody again', async () => {
  const { teamsAccounts } = data.services;
  const identity = somebody();
  await teamsAccounts.link({ identity, to: { advisorId: 'advisor-admin' }, by: 'invitation', now: TEST_NOW });
  expect(await teamsAccounts.unlink(identity)).toBe(true);
  expect(await teamsAccounts.unlink(identity)).toBe(false);
  expect(await teamsAccounts.advisorOf(identity)).toBeNull();
});
