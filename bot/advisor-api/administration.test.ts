import type {
  AdminAdvisor,
  AdvisorDirectory,
  DeadlinesView,
  HolidaysView,
  HoursView,
  NewAdvisor,
  SignInLink,
  TeamView,
} from './contract-admin';
import type { AuditPage } from './contract-audit';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

/** Nadia supervises ABC, where Pierre answers; Julie supervises the mentors. */
const PIERRE = 'advisor-abc-2';
let api: AdvisorApiFixture;
let nadia: string;
let julie: string;
let admin: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
  julie = await api.signIn('advisor-mentor-1');
  admin = await api.signIn('advisor-admin');
});
afterEach(() => api.stop());

const done = async <T>(path: string, body: unknown, cookie = nadia): Promise<T> => {
  const answer = await api.post(path, body, cookie);
  expect({ path, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
    path,
    status: 200,
    text: '',
  });
  return answer.json<T>();
};
const codeOf = async (path: string, body: unknown, cookie = nadia): Promise<string> =>
  (await api.post(path, body, cookie)).json().error.code;

const inesOf = (desks: readonly string[], role = 'advisor') => ({
  name: 'Inès Roux',
  email: 'ines.roux@guichet.example',
  role,
  desks,
});

test('somebody new signs in once with the link that is shown', async () => {
  const { advisor, link } = await done<NewAdvisor>('/advisors', inesOf(['abc']));
  expect(advisor).toMatchObject({ name: 'Inès Roux', desks: ['abc'], active: true, mine: true });
  const { pathname } = new URL(link.url);
  const first = await fetch(`${api.url}${pathname}`, { redirect: 'manual' });
  expect(first.headers.get('set-cookie')).toContain('=');
  const second = await fetch(`${api.url}${pathname}`, { redirect: 'manual' });
  expect(second.headers.get('set-cookie')).toBeNull();
});

test('supervisors give their own desks only, and make no admins', async () => {
  expect(await codeOf('/advisors', inesOf(['abc', 'oc-mentor']))).toBe('not-yours-to-give');
  expect(await codeOf('/advisors', inesOf(['abc'], 'admin'))).toBe('not-yours-to-give');
  expect(await codeOf('/advisors', inesOf([]))).toBe('no-desk');
  expect(await codeOf('/advisors/advisor-admin/link', {})).toBe('not-yours');
  expect(await codeOf(`/advisors/${PIERRE}/link`, {}, julie)).toBe('not-found');
  await done('/advisors', inesOf(['abc', 'oc-mentor'], 'admin'), admin);
  expect(await codeOf('/advisors', inesOf(['abc']))).toBe('email-taken');
});

test('the directory says what may be given, and on whom one may act', async () => {
  const ofNadia = await api.read<AdvisorDirectory>('/advisors', nadia);
  expect(ofNadia.desks.map(({ id }) => id)).toEqual(['abc']);
  expect(ofNadia.roles).toEqual(['advisor', 'supervisor']);
  expect(ofNadia.advisors.map(({ id, mine }) => [id, mine])).toEqual([
    ['advisor-admin', false],
    ['advisor-abc-1', true],
    [PIERRE, true],
  ]);
  expect((await api.read<AdvisorDirectory>('/advisors', admin)).roles).toContain('admin');
});

test('nobody takes the last admin away, nor her own rights', async () => {
  expect(await codeOf('/advisors/advisor-admin/active', { active: false }, admin)).toBe('yourself');
  expect(await codeOf('/advisors/advisor-abc-1/active', { active: false })).toBe('yourself');
  const lowered = { name: 'Nadia', role: 'advisor', desks: ['abc'], version: 1 };
  expect(await codeOf('/advisors/advisor-abc-1', lowered)).toBe('yourself');
});

test('who is put out of service is signed out, and gets no link before she is back', async () => {
  const pierre = await api.signIn(PIERRE);
  await done(`/advisors/${PIERRE}/active`, { active: false });
  expect((await api.get('/me', pierre)).status).toBe(401);
  expect(await codeOf(`/advisors/${PIERRE}/link`, {})).toBe('advisor-inactive');
  await done(`/advisors/${PIERRE}/active`, { active: true });
  expect((await done<SignInLink>(`/advisors/${PIERRE}/link`, {})).url).toContain('/advisor/sign-in/');
});

test('her sessions end, one’s own goes on', async () => {
  const pierre = await api.signIn(PIERRE);
  await done(`/advisors/${PIERRE}/sessions/revoke`, {});
  await done('/advisors/advisor-abc-1/sessions/revoke', {});
  expect((await api.get('/me', pierre)).status).toBe(401);
  expect((await api.get('/me', nadia)).status).toBe(200);
});

test('an absence of days is in the zone of the desk, both days included', async () => {
  const days = { from: '2027-01-04', to: '2027-01-08', coverId: 'advisor-abc-1' };
  const pierre = await done<AdminAdvisor>(`/advisors/${PIERRE}/absences`, days);
  expect(pierre.absences.at(-1)).toMatchObject({
    startsAt: '2027-01-03T23:00:00.000Z',
    endsAt: '2027-01-08T23:00:00.000Z',
    cover: { name: 'Nadia Benali' },
  });
  const id = pierre.absences.at(-1)?.id ?? '';
  expect((await done<AdminAdvisor>(`/absences/${id}/remove`, {})).absences).toHaveLength(1);
});

test('a team is renamed, and a stale one is answered with what it is now', async () => {
  const team = { name: 'Paie', categories: ['payment'], memberIds: [PIERRE] };
  const { id, version } = await done<TeamView>('/teams', { desk: 'abc', ...team });
  expect(await codeOf('/teams', { desk: 'abc', ...team, name: 'PAIE' })).toBe('team-name-taken');
  const change = { ...team, name: 'Paiements', version };
  expect(await done<TeamView>(`/teams/${id}`, change)).toMatchObject({ name: 'Paiements', version: 2 });
  const stale = await api.post(`/teams/${id}`, { ...change, name: 'Autre' }, nadia);
  expect([stale.status, stale.json()]).toMatchObject([409, { current: { name: 'Paiements' } }]);
  expect(await codeOf(`/teams/${id}`, { ...change, version: 2, memberIds: ['advisor-mentor-1'] })).toBe(
    'assignee-not-of-desk',
  );
  expect(await codeOf(`/teams/${id}/remove`, {}, julie)).toBe('not-found');
  expect((await api.post(`/teams/${id}/remove`, {}, nadia)).status).toBe(204);
});

test('hours, closures and deadlines are of one’s own desk, and the log has what they were', async () => {
  const { hours, version } = await api.read<HoursView>('/settings/abc/hours', nadia);
  const mornings = { '1': [{ from: '09:00', to: '12:00' }] };
  await done('/settings/abc/hours', { hours: mornings, version });
  expect(await codeOf('/settings/abc/hours', { hours: mornings, version })).toBe('setting-changed');
  expect(await codeOf('/settings/abc/hours', { hours: {}, version: 2 })).toBe('wrong-hours');
  expect(await codeOf('/settings/abc/hours', { hours, version: 2 }, julie)).toBe('not-found');
  const log = await api.read<AuditPage>('/audit?about=settings.hours', nadia);
  expect(log.lines).toMatchObject([{ desk: 'abc', detail: { before: hours, after: mornings } }]);
});

test('a day is closed once, and taken back', async () => {
  const day = { day: '2026-12-24', label: 'Réveillon', open: false, spans: null };
  const { days, holidays } = await done<HolidaysView>('/settings/abc/holidays', day);
  expect([days, holidays.includes('2026-12-25')]).toEqual([[day], true]);
  expect(await codeOf('/settings/abc/holidays', day)).toBe('day-taken');
  const after = await done<HolidaysView>('/settings/abc/holidays/remove', { day: day.day });
  expect(after.days).toEqual([]);
});

test('deadlines are refused that nobody could keep', async () => {
  const { targets, version, builtIn } = await api.read<DeadlinesView>('/settings/abc/deadlines', nadia);
  expect([targets, version]).toEqual([builtIn, 0]);
  const tight = { ...targets, low: { 'first-reply': 10, resolution: 20 } };
  expect(await codeOf('/settings/abc/deadlines', { targets: tight, version })).toBe('wrong-deadlines');
  const shorter = { ...targets, urgent: { 'first-reply': 30, resolution: 60 } };
  expect(await done<DeadlinesView>('/settings/abc/deadlines', { targets: shorter, version })).toMatchObject({
    targets: shorter,
    version: 1,
    updatedBy: 'Nadia Benali',
  });
});
