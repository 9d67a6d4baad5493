import { actFault, deactivateFault, maySee, rightsFault, type Administered } from './admin-rules';
import type { DeskId } from '../desks/types';
import type { AdvisorRole } from './types';

const ALL: readonly DeskId[] = ['abc', 'ogestion', 'oc-mentor', 'oc-coach'];
const person = (id: string, role: AdvisorRole, ...deskIds: DeskId[]): Administered => ({
  id,
  role,
  deskIds,
  active: true,
});

const admin = person('admin', 'admin', ...ALL);
const adminOfAbc = person('admin-abc', 'admin', 'abc');
const chief = person('chief', 'supervisor', 'abc', 'ogestion');
const chiefOfAbc = person('chief-abc', 'supervisor', 'abc');
const nadia = person('nadia', 'advisor', 'abc');
const both = person('both', 'advisor', 'abc', 'ogestion');
const mentor = person('mentor', 'advisor', 'oc-mentor');

describe('who may act on whom', () => {
  it.each([
    [admin, nadia, null],
    [admin, chief, null],
    [adminOfAbc, nadia, null],
    [adminOfAbc, mentor, 'not-found'],
    [adminOfAbc, both, 'not-yours'],
    [adminOfAbc, admin, 'not-yours'],
    [admin, adminOfAbc, null],
    [chief, nadia, null],
    [chief, both, null],
    [chief, chiefOfAbc, null],
    [chiefOfAbc, both, 'not-yours'],
    [chiefOfAbc, chief, 'not-yours'],
    [chiefOfAbc, adminOfAbc, 'not-yours'],
    [chiefOfAbc, mentor, 'not-found'],
    [nadia, both, 'not-found'],
    [nadia, nadia, 'not-found'],
  ])('%j on %j: %s', (actor, target, expected) => {
    expect(actFault(actor, target)).toBe(expected);
  });

  it.each([
    [admin, mentor, true],
    [adminOfAbc, mentor, false],
    [chief, both, true],
    [chiefOfAbc, both, true],
    [chiefOfAbc, mentor, false],
  ])('%j sees %j: %s', (actor, target, expected) => {
    expect(maySee(actor, target)).toBe(expected);
  });
});

describe('which rights may be given', () => {
  it.each([
    ['an admin makes an admin', admin, nadia, 'admin', ['abc'], 2, null],
    [
      'an admin gives a desk of others',
      adminOfAbc,
      nadia,
      'advisor',
      ['abc', 'oc-coach'],
      2,
      'not-yours-to-give',
    ],
    ['a supervisor makes another one', chief, nadia, 'supervisor', ['abc', 'ogestion'], 1, null],
    ['a supervisor adds somebody', chief, null, 'advisor', ['abc'], 1, null],
    ['a supervisor adds an admin', chief, null, 'admin', ['abc'], 1, 'not-yours-to-give'],
    ['a supervisor makes an admin', chief, nadia, 'admin', ['abc'], 1, 'not-yours-to-give'],
    [
      'a supervisor gives a desk of others',
      chief,
      nadia,
      'advisor',
      ['abc', 'oc-coach'],
      1,
      'not-yours-to-give',
    ],
    [
      'a supervisor adds somebody elsewhere',
      chiefOfAbc,
      null,
      'advisor',
      ['ogestion'],
      1,
      'not-yours-to-give',
    ],
    ['a supervisor takes from her who has other desks', chiefOfAbc, both, 'advisor', ['abc'], 1, 'not-yours'],
    ['an advisor adds somebody', nadia, null, 'admin', ['abc'], 1, 'not-found'],
    ['nobody is left without a desk', admin, nadia, 'advisor', [], 2, 'no-desk'],
    ['an admin gives up being one', admin, admin, 'supervisor', ALL, 2, 'yourself'],
    ['a supervisor leaves a desk', chief, chief, 'supervisor', ['abc'], 1, 'yourself'],
    ['a supervisor keeps what she has', chief, chief, 'supervisor', ['abc', 'ogestion'], 1, null],
    [
      'an admin takes on a desk of others',
      adminOfAbc,
      adminOfAbc,
      'admin',
      ['abc', 'oc-coach'],
      1,
      'not-yours-to-give',
    ],
    ['of two admins one is lowered', admin, adminOfAbc, 'supervisor', ['abc'], 2, null],
    ['the last admin is lowered', admin, adminOfAbc, 'supervisor', ['abc'], 1, 'last-admin'],
  ] as const)('%s', (_what, actor, target, role, deskIds, admins, expected) => {
    expect(rightsFault(actor, target, { role, deskIds }, admins)).toBe(expected);
  });
});

describe('who may be put out of service', () => {
  it.each([
    [admin, nadia, 1, null],
    [chief, nadia, 1, null],
    [chief, chief, 1, 'yourself'],
    [admin, admin, 2, 'yourself'],
    [admin, adminOfAbc, 2, null],
    [admin, adminOfAbc, 1, 'last-admin'],
    [admin, { ...adminOfAbc, active: false }, 1, null],
    [chiefOfAbc, both, 1, 'not-yours'],
    [chiefOfAbc, mentor, 1, 'not-found'],
  ])('%j puts out %j with %s admins: %s', (actor, target, admins, expected) => {
    expect(deactivateFault(actor, target, admins)).toBe(expected);
  });
});
