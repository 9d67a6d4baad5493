import type {
  ChannelsView,
  ImportLine,
  ImportReportView,
  NewWebchatKey,
  RetentionPageView,
  RetentionView,
  WebchatKeyView,
} from './contract-records';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let advisor: string;
let supervisor: string;
let admin: string;
let everywhere: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  const { services, clock } = api.data;
  const add = async (role: 'advisor' | 'supervisor' | 'admin') => {
    const email = `${role}@test.example`;
    const added = await services.advisors.add({
      name: role,
      email,
      role,
      deskIds: ['abc'],
      now: clock.now(),
    });
    return api.signIn(added.id);
  };
  [advisor, supervisor, admin] = [await add('advisor'), await add('supervisor'), await add('admin')];
  everywhere = await api.signIn('advisor-admin');
});
afterEach(() => api.stop());

const HEAD = 'id;guichet;prénom;nom\n';
const send = (mode: 'try' | 'write', text: string, cookie: string) =>
  api.post(`/imports?kind=people&mode=${mode}&name=essai.csv`, text, cookie, {
    'content-type': 'application/octet-stream',
  });

describe('imports', () => {
  it('are tried, written, and listed for the desk', async () => {
    const text = `${HEAD}abc-9;abc;Zoé;Zoé Roy\n`;
    expect((await send('try', text, supervisor)).json<ImportReportView>()).toMatchObject({
      created: 1,
      written: false,
    });
    expect((await send('write', text, supervisor)).json<ImportReportView>()).toMatchObject({
      created: 1,
      written: true,
    });
    expect((await send('write', text, supervisor)).json<ImportReportView>()).toMatchObject({ unchanged: 1 });
    const { imports } = await api.read<{ imports: ImportLine[] }>('/imports', supervisor);
    expect(imports).toMatchObject([
      { unchanged: 1, desk: 'abc', actor: 'supervisor', file: 'essai.csv' },
      { created: 1, desk: 'abc' },
    ]);
  });

  it('of another desk’s rows are refused with the line, and write nothing', async () => {
    const answer = await send('write', `${HEAD}abc-9;abc;Z;Z R\nm-9;oc-mentor;A;A B\n`, supervisor);
    expect(answer.json<ImportReportView>()).toMatchObject({
      written: false,
      faults: [{ line: 3, column: 'guichet', code: 'foreign-desk' }],
    });
    expect(await api.data.services.people.find('abc-9')).toBeNull();
  });

  it('are none of an advisor’s business, nor of another page’s', async () => {
    expect((await send('try', HEAD, advisor)).status).toBe(403);
    const foreign = { 'content-type': 'application/octet-stream', origin: 'https://evil.example' };
    expect((await api.post('/imports?kind=people&mode=write&name=x', HEAD, admin, foreign)).status).toBe(403);
    expect(
      (
        await api.post('/imports?kind=tickets&mode=try&name=x', HEAD, admin, {
          'content-type': 'application/octet-stream',
        })
      ).status,
    ).toBe(400);
  });

  it('have a template, and take back an export', async () => {
    expect((await api.get('/imports/template?kind=students', supervisor)).text).toContain('parcours');
    const { text } = await api.get('/imports/export?kind=people', supervisor);
    expect(text).toContain('abc-camille');
    expect(text).not.toContain('mentor-');
    expect((await send('write', text, supervisor)).json<ImportReportView>()).toMatchObject({
      created: 0,
      changed: 0,
    });
  });
});

describe('signing keys', () => {
  it('show their secret once, and end at once', async () => {
    const made = (
      await api.post('/webchat-keys', { desk: 'abc', label: 'Portail' }, admin)
    ).json<NewWebchatKey>();
    const { text } = await api.get('/webchat-keys', admin);
    expect(text).not.toContain(made.secret);
    const revoked = await api.post(`/webchat-keys/${made.key.id}/revoke`, {}, admin);
    expect(revoked.json<WebchatKeyView>().revokedAt).not.toBeNull();
    expect(await api.data.services.webchatKeys.active('abc')).toEqual([]);
    const log = await api.data.services.audit.list({ deskIds: ['abc'], withoutDesk: false, limit: 9 });
    expect(log.map(({ action }) => action)).toEqual(['webchat-keys.revoke', 'webchat-keys']);
    expect(JSON.stringify(log)).not.toContain(made.secret);
  });

  it('are made for one’s own desks only, by an admin', async () => {
    expect((await api.post('/webchat-keys', { desk: 'oc-mentor', label: 'x' }, admin)).status).toBe(404);
    expect((await api.post('/webchat-keys', { desk: 'abc', label: 'x' }, supervisor)).status).toBe(403);
    expect((await api.post('/webchat-keys', { desk: 'abc', label: ' ' }, admin)).status).toBe(400);
  });
});

describe('retention', () => {
  const days = { conversations: 90, attachments: null, routedMessages: null, audit: null };
  const save = (more: object, cookie = admin) =>
    api.post('/retention', { scope: 'abc', follows: false, days, version: 0, ...more }, cookie);

  it('is set for a desk, with its history; a stale change is refused', async () => {
    expect((await save({})).json<RetentionView>()).toEqual({
      scope: 'abc',
      follows: false,
      days,
      version: 1,
    });
    expect((await save({})).status).toBe(409);
    const page = await api.read<RetentionPageView>('/retention', admin);
    expect(page.settings).toMatchObject([{ scope: 'abc', days }]);
    expect(page.history).toMatchObject([
      { actor: 'admin', scope: 'abc', before: { conversations: null }, after: { conversations: 90 } },
    ]);
  });

  test.each([
    ['too short', { days: { ...days, conversations: 3 } }, 400],
    ['another desk', { scope: 'oc-mentor' }, 404],
    ['the house, which is not hers alone', { scope: 'house' }, 404],
  ])('%s is refused', async (_what, more, status) => {
    expect((await save(more)).status).toBe(status);
  });

  it('of the house is set by an admin of every desk', async () => {
    expect((await save({ scope: 'house' }, everywhere)).status).toBe(200);
    expect((await save({ scope: 'house', version: 1 }, supervisor)).status).toBe(403);
  });

  it('says what would be deleted before it is', async () => {
    await api.file({ deskId: 'abc' });
    api.data.clock.set(new Date(api.data.clock.now().getTime() + 100 * 86_400_000));
    admin = await api.signIn((await api.data.services.advisors.findByEmail('admin@test.example'))?.id ?? '');
    const answer = await api.post('/retention/try', { scope: 'abc', days }, admin);
    expect(answer.json()).toEqual({ conversations: 0, attachments: 0, routedMessages: 0, audit: 0 });
  });
});

describe('channels', () => {
  it('show how they stand; what was given up is for admins', async () => {
    const view = await api.read<ChannelsView>('/channels', supervisor);
    expect(view).toMatchObject({
      mail: { configured: true },
      teams: { configured: false, channels: [] },
      dead: null,
    });
    expect((await api.read<ChannelsView>('/channels', admin)).dead).toEqual([]);
    expect(view.script).toMatch(/\/widget\.js$/);
  });

  it('are unlinked by those of their desk', async () => {
    const link = (deskId: 'abc' | 'oc-mentor') =>
      api.data.services.teamsChannels.link({
        channel: { tenantId: 't', teamId: 't', channelId: `19:${deskId}`, name: deskId, reference: {} },
        deskId,
        category: null,
        locale: 'fr',
        advisorId: 'advisor-admin',
        now: api.data.clock.now(),
      });
    const [own, foreign] = [await link('abc'), await link('oc-mentor')];
    expect((await api.post(`/channels/${foreign.channel.id}/unlink`, {}, supervisor)).status).toBe(404);
    const left = await api.post(`/channels/${own.channel.id}/unlink`, {}, supervisor);
    expect(left.json<ChannelsView>().teams.channels).toEqual([]);
    expect(await api.data.services.teamsChannels.findByChannelId('19:oc-mentor')).not.toBeNull();
  });
});
