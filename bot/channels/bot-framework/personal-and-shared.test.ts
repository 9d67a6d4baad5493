import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../../../dialogs/reply';
import { eventually, say, startEdge, type EdgeFixture } from '../../testing/edge-fixture';

/** Bodies as Teams sends them; what the assistant says is the fixture's: "1: what it heard". */
type Body = Readonly<Record<string, unknown>>;

let edge: EdgeFixture;
let connector: Server;
const sent: { readonly path: string; readonly body: Body }[] = [];

beforeAll(async () => {
  connector = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += String(chunk)));
    req.on('end', () => {
      sent.push({ path: decodeURIComponent(req.url ?? ''), body: JSON.parse(body) as Body });
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end('{"id":"r1"}');
    });
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  edge = await startEdge();
});
afterAll(async () => {
  await edge.stop();
  await new Promise((resolve) => connector.close(resolve));
});

const TENANT = { id: '99999999-8888-7777-6666-555555555555' };
const BOT = { id: '28:bot', name: 'Guichet' };
const HER = { id: '29:her', name: 'Camille Moreau', aadObjectId: 'aaaa' };
const OTHER = { id: '29:other', name: 'Sofiane Haddad', aadObjectId: 'bbbb' };

let count = 0;
const teams = (change: Body = {}): Body => ({
  type: 'message',
  id: `17${(count += 1)}`,
  timestamp: '2026-11-18T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`,
  from: HER,
  recipient: BOT,
  conversation: { conversationType: 'personal', tenantId: TENANT.id, id: `a:personal-${count}` },
  textFormat: 'plain',
  locale: 'fr-FR',
  text: 'bonjour',
  channelData: { tenant: TENANT, guichet: { desk: 'abc' } },
  ...change,
});
const channel = (change: Body = {}): Body =>
  teams({
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT.id,
      id: `19:general@thread.tacv2;messageid=${count + 1}`,
    },
    channelData: {
      tenant: TENANT,
      team: { id: '19:general@thread.tacv2' },
      channel: { id: '19:general@thread.tacv2' },
      guichet: { desk: 'abc' },
    },
    ...change,
  });
const MENTION = { type: 'mention', text: '<at>Guichet</at>', mentioned: { id: BOT.id, name: BOT.name } };
const mentioned = (text: string, change: Body = {}): Body =>
  channel({ text: `<at>Guichet</at>&nbsp;${text}`, entities: [MENTION], ...change });

const post = (activity: Body) => edge.post('/api/messages', activity);
const idOf = (activity: Body): string => (activity.conversation as { id: string }).id;
const said = (activity: Body) =>
  sent.filter(({ path, body }) => body.type === 'message' && path.includes(idOf(activity)));
const heard = (activity: Body) =>
  edge.turns.filter(({ conversationId }) => conversationId === `msteams:${idOf(activity)}`);

describe('an installation', () => {
  const update = (change: Body = {}) =>
    teams({ type: 'conversationUpdate', text: undefined, membersAdded: [HER, BOT], ...change });
  const install = (change: Body = {}) =>
    teams({ type: 'installationUpdate', action: 'add', text: undefined, ...change });

  it.each<[string, (to: Body) => readonly Body[]]>([
    ['by its conversationUpdate', (to) => [update(to)]],
    ['by its installationUpdate', (to) => [install(to)]],
    ['by both at once', (to) => [update(to), install(to)]],
    ['by both, again and again', (to) => [install(to), update(to), update(to), install(to), update(to)]],
    ['of the assistant alone', (to) => [update({ ...to, membersAdded: [BOT] })]],
  ])('told %s is welcomed once', async (_how, events) => {
    const first = update({ deliveryMode: undefined });
    const to = { conversation: first.conversation };
    await edge.data.services.conversations.open({
      id: `msteams:${idOf(first)}`,
      channel: 'teams',
      deskId: 'abc',
      userId: HER.id,
      personId: null,
      locale: 'fr',
      scope: 'personal',
      now: edge.data.clock.now(),
    });
    const answers = await Promise.all(events(to).map(post));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await eventually(
      () => said(first),
      (replies) => replies.length > 0,
    );
    expect(heard(first)).toHaveLength(1);
    expect(said(first).map(({ body }) => body.text)).toEqual(['Bonjour']);
  });

  it('by somebody whose desk is not known asks for it once, and welcomes once she has chosen', async () => {
    const first = update({ channelData: { tenant: TENANT } });
    const to = { conversation: first.conversation, channelData: { tenant: TENANT } };
    await Promise.all([post(first), post(install(to)), post(update(to))]);
    await eventually(
      () => said(first),
      (replies) => replies.length > 0,
    );
    expect(said(first)).toHaveLength(1);
    await post(teams({ ...to, text: 'abc' }));
    await eventually(
      () => said(first),
      (replies) => replies.length > 1,
    );
    expect(said(first).map(({ body }) => body.text)).toEqual([expect.stringContaining('guichet'), 'Bonjour']);
  });

  it.each(['remove', 'add-upgrade', 'remove-upgrade', undefined])(
    'that is no addition (%s) says nothing',
    async (action) => {
      const activity = install({ action });
      expect((await post(activity)).status).toBe(200);
      expect(said(activity)).toEqual([]);
    },
  );

  it('in a team introduces the assistant once, and greets no member', async () => {
    const here = { conversation: { ...(channel().conversation as object), id: '19:new@thread.tacv2' } };
    const bot = channel({ ...here, type: 'conversationUpdate', text: undefined, membersAdded: [BOT] });
    await Promise.all([post(bot), post({ ...bot, type: 'installationUpdate', action: 'add' })]);
    await post(channel({ ...here, type: 'conversationUpdate', text: undefined, membersAdded: [OTHER] }));
    await eventually(
      () => said(bot),
      (replies) => replies.length > 0,
    );
    expect(said(bot).map(({ body }) => body.text)).toEqual([expect.stringContaining('mentionnez-moi')]);
    expect(heard(bot)).toEqual([]);
  });
});

describe('a message in a personal chat', () => {
  it('shows at once that an answer is being made, then gives it', async () => {
    const activity = teams();
    await post(activity);
    await eventually(
      () => said(activity),
      (replies) => replies.length > 0,
    );
    const types = sent.filter(({ path }) => path.includes(idOf(activity))).map(({ body }) => body.type);
    expect(types).toEqual(['typing', 'message']);
  });

  it('is acknowledged within two seconds while its turn takes longer, and answered behind', async () => {
    const { handle } = edge;
    edge.handle = async (turn, state) => {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      return handle(turn, state);
    };
    const activity = teams({ text: 'lent' });
    const started = Date.now();
    const { status } = await post(activity);
    const acknowledged = Date.now() - started;
    edge.handle = handle;
    expect(status).toBe(200);
    expect(acknowledged).toBeLessThan(2_000);
    expect(said(activity)).toEqual([]);
    await eventually(
      () => said(activity),
      (replies) => replies.length > 0,
    );
    expect(said(activity)[0]?.body.text).toBe('1: lent');
  });

  it('has one effect however often it is delivered', async () => {
    const activity = teams({ text: 'encore' });
    await Promise.all([post(activity), post(activity), post(activity)]);
    await post(activity);
    await eventually(
      () => said(activity),
      (replies) => replies.length > 0,
    );
    expect(heard(activity)).toHaveLength(1);
    expect(said(activity)).toHaveLength(1);
  });
});

describe('what is done to a message', () => {
  const edit = (of: Body, text: string, at: string): Body => ({
    ...of,
    type: 'messageUpdate',
    text,
    timestamp: at,
    channelData: { ...(of.channelData as object), eventType: 'editMessage' },
  });

  it('is answered anew when she edits it, once an edit', async () => {
    const activity = teams({ text: 'jai pa été' });
    await post(activity);
    const first = edit(activity, 'jai pa été payé', '2026-11-18T09:01:00.000Z');
    await Promise.all([post(first), post(first)]);
    await post(edit(activity, 'je n’ai pas été payée', '2026-11-18T09:02:00.000Z'));
    await eventually(
      () => said(activity),
      (replies) => replies.length > 2,
    );
    expect(heard(activity).map(({ text }) => text)).toEqual([
      'jai pa été',
      'jai pa été payé',
      'je n’ai pas été payée',
    ]);
  });

  it.each<[string, Body]>([
    [
      'a deletion',
      { type: 'messageDelete', channelData: { tenant: TENANT, eventType: 'softDeleteMessage' } },
    ],
    ['its return', { type: 'messageUpdate', channelData: { tenant: TENANT, eventType: 'undeleteMessage' } }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined }],
    [
      'a reaction taken back',
      { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], text: undefined },
    ],
    ['her typing', { type: 'typing', text: undefined }],
    ['that she has read', { type: 'event', name: 'application/vnd.microsoft.readReceipt', text: undefined }],
  ])('is no turn when it is %s', async (_what, change) => {
    const activity = teams(change);
    expect((await post(activity)).status).toBe(200);
    expect(heard(activity)).toEqual([]);
    expect(said(activity)).toEqual([]);
  });
});

describe('where others read', () => {
  it('answers what mentions the assistant, in its thread and without the mention', async () => {
    const activity = mentioned('où saisir mes coupons ?');
    await post(activity);
    await eventually(
      () => said(activity),
      (replies) => replies.length > 0,
    );
    expect(heard(activity)).toMatchObject([{ text: 'où saisir mes coupons ?', shared: true, person: null }]);
    expect(await edge.data.services.conversations.find(`msteams:${idOf(activity)}`)).toMatchObject({
      scope: 'channel',
    });
  });

  it.each<[string, () => Body]>([
    ['mentions nobody', () => channel({ text: 'à demain' })],
    [
      'mentions somebody else',
      () =>
        channel({
          text: '<at>Sofiane</at> ?',
          entities: [{ ...MENTION, mentioned: OTHER, text: '<at>Sofiane</at>' }],
        }),
    ],
    [
      'is edited, and mentions nobody',
      () => channel({ type: 'messageUpdate', channelData: { eventType: 'editMessage' } }),
    ],
  ])('neither answers nor keeps what %s', async (_what, make) => {
    const activity = make();
    expect((await post(activity)).status).toBe(200);
    expect(heard(activity)).toEqual([]);
    expect(await edge.data.services.conversations.find(`msteams:${idOf(activity)}`)).toBeNull();
  });

  it('leads to the private chat for what is personal, and answers there', async () => {
    const { handle } = edge;
    const privately: Reply = {
      kind: 'text',
      text: 'en privé',
      choices: [],
      meta: { decision: 'service', privately: true },
    };
    edge.handle = async (turn, state) =>
      turn.shared === true ? { replies: [privately], state: null, locale: 'fr' } : handle(turn, state);
    const own = teams({ from: { ...HER, id: '29:mover' } });
    await post(own);
    const asked = mentioned('où en est ma demande ?', { from: { ...HER, id: '29:mover' } });
    await post(asked);
    await eventually(
      () => said(own),
      (replies) => replies.length > 1,
    );
    edge.handle = handle;
    expect(said(own).at(-1)?.body.text).toBe('2: où en est ma demande ?');
    expect(JSON.stringify(said(asked))).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3Abot');
  });
});

describe('a button that is answered in place', () => {
  const invoke = (value: unknown, change: Body = {}): Body =>
    teams({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, ...change });
  const pressed = (data: unknown) => ({
    action: { type: 'Action.Execute', id: '', verb: 'guichet', data },
    trigger: 'manual',
  });

  it('gets the card of its answer: 200', async () => {
    edge.handle = ((before) => async (turn, state) => {
      if (turn.action?.type !== 'fill') return before(turn, state);
      const filled = say(JSON.stringify([turn.action.values, turn.card]));
      return { replies: [filled, say('et encore')], state: null, locale: 'fr' };
    })(edge.handle);
    const before = teams();
    await post(before);
    const card = { form: 'coupon', revision: 'r', day: '2026-11-18' };
    const activity = invoke(
      pressed({ guichet: { type: 'fill' }, card, 'field.date': '2026-11-17', 'field.start': '14:00' }),
      { conversation: before.conversation },
    );
    const [first, again] = [await post(activity), await post(activity)];
    expect(first).toMatchObject({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard' },
      },
    });
    expect(again.body).toEqual(first.body);
    expect(heard(activity).slice(1)).toMatchObject([
      { action: { type: 'fill', values: { date: '2026-11-17', start: '14:00' } }, card },
    ]);
    await eventually(
      () => said(activity),
      (replies) => replies.length > 1,
    );
    expect(said(activity).map(({ body }) => body.text)).toEqual(['1: bonjour', 'et encore']);
  });

  it.each<[string, unknown]>([
    ['no value', undefined],
    ['a value that is text', 'x'],
    ['no action', {}],
    ['an action without data', pressed(undefined)],
    ['data that is none of ours', pressed({ other: 1 })],
    ['an action that does not exist', pressed({ guichet: { type: 'explode' } })],
  ])('is refused with %s: 400', async (_what, value) => {
    const activity = invoke(value);
    const { status } = await post(activity);
    expect(status).toBe(400);
    expect(heard(activity)).toEqual([]);
  });
});
