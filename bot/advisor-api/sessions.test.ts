import type { SessionView } from './contract-account';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let here: string;
let elsewhere: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  here = await api.signIn('advisor-abc-1');
  elsewhere = await api.signIn('advisor-abc-1');
});
afterEach(() => api.stop());

const sessions = async (cookie = here): Promise<readonly SessionView[]> =>
  (await api.read<{ sessions: SessionView[] }>('/sessions', cookie)).sessions;
const other = async (): Promise<string> => (await sessions()).find(({ current }) => !current)?.id ?? '';

describe('where she is signed in', () => {
  test('her own sessions, how each was opened and which one asks', async () => {
    const listed = await sessions();
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    expect(listed.every(({ method }) => method === 'link')).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(here);
  });

  test('one that is ended can do nothing any more; this one goes on', async () => {
    expect((await api.post(`/sessions/${await other()}/revoke`, {}, here)).status).toBe(204);
    expect((await api.get('/me', elsewhere)).status).toBe(401);
    expect(await sessions()).toHaveLength(1);
  });

  test('all but this one', async () => {
    expect((await api.post('/sessions/revoke', {}, here)).status).toBe(204);
    expect((await api.get('/me', elsewhere)).status).toBe(401);
    expect((await api.get('/me', here)).status).toBe(200);
  });

  test.each(['', '0', 'a'.repeat(24), '%25', 'a'.repeat(64)])('%p ends nothing', async (id) => {
    expect((await api.post(`/sessions/${id}/revoke`, {}, here)).status).toBe(404);
    expect(await sessions()).toHaveLength(2);
  });

  test('nobody ends somebody else’s', async () => {
    const colleague = await api.signIn('advisor-abc-2');
    expect((await api.post(`/sessions/${await other()}/revoke`, {}, colleague)).status).toBe(404);
    expect((await api.get('/me', elsewhere)).status).toBe(200);
  });
});
