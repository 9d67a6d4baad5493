/** Activities as Teams sends them: the bodies of its documentation, with the ids of a test. */

type Body = Readonly<Record<string, unknown>>;

export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const BOT = { id: '28:11111111-2222-3333-4444-555555555555', name: 'Guichet' };

let count = 0;
const nextId = (): string => String(1_763_456_000_000 + (count += 1));

/** Somebody of the tenant, by a short name. */
export const account = (name: string) => ({
  tenantId: TENANT,
  objectId: `${Buffer.from(name).toString('hex').padEnd(8, '0').slice(0, 8)}-0000-4000-8000-000000000000`,
});

export interface Where {
  readonly serviceUrl: string;
  readonly channelId: string;
  /** The message that the thread began with; absent: a post of its own. */
  readonly thread?: string;
}

const base = (who: string, { serviceUrl, channelId, thread }: Where): Body => ({
  channelId: 'msteams',
  serviceUrl,
  timestamp: '2026-11-18T09:00:00.000Z',
  localTimestamp: '2026-11-18T10:00:00.000+01:00',
  locale: 'fr-FR',
  from: { id: `29:1${who}`, name: who, aadObjectId: account(who).objectId },
  recipient: BOT,
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: TENANT,
    id: `${channelId};messageid=${thread ?? nextId()}`,
  },
  channelData: {
    teamsChannelId: channelId,
    teamsTeamId: '19:team@thread.tacv2',
    channel: { id: channelId },
    team: { id: '19:team@thread.tacv2' },
    tenant: { id: TENANT },
  },
});

/** "@Guichet ..." in a channel. */
export const mention = (who: string, where: Where, text: string, change: Body = {}): Body => ({
  ...base(who, where),
  type: 'message',
  id: nextId(),
  textFormat: 'plain',
  text: `<at>Guichet</at> ${text}`,
  entities: [
    { type: 'mention', mentioned: BOT, text: '<at>Guichet</at>' },
    { type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'Web', timezone: 'Europe/Paris' },
  ],
  ...change,
});

/** A universal action of a card. */
export const execute = (who: string, where: Where, action: Body, change: Body = {}): Body => ({
  ...base(who, where),
  type: 'invoke',
  id: `f:${nextId()}`,
  name: 'adaptiveCard/action',
  replyToId: where.thread,
  value: { action: { type: 'Action.Execute', id: '', ...action }, trigger: 'manual' },
  ...change,
});

/** The same button where universal actions are not known: a message without text. */
export const submit = (who: string, where: Where, data: unknown, change: Body = {}): Body => ({
  ...base(who, where),
  type: 'message',
  id: nextId(),
  replyToId: where.thread,
  value: data,
  entities: [{ type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'iOS' }],
  ...change,
});

export const task = (
  name: 'task/fetch' | 'task/submit',
  who: string,
  where: Where,
  data: unknown,
  change: Body = {},
): Body => ({
  ...base(who, where),
  type: 'invoke',
  id: `f:${nextId()}`,
  name,
  value: { data, context: { theme: 'default' } },
  ...change,
});

/** A search in the compose box of a personal chat. */
export const query = (who: string, serviceUrl: string, value: Body): Body => ({
  ...base(who, { serviceUrl, channelId: 'a:1personal' }),
  conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:1personal' },
  channelData: { tenant: { id: TENANT }, source: { name: 'compose' } },
  type: 'invoke',
  id: `f:${nextId()}`,
  name: 'composeExtension/query',
  value,
});

/** An event of a channel or its team. */
export const event = (eventType: string, where: Where, change: Body = {}): Body => {
  const about = base('system', where);
  return {
    ...about,
    type: 'conversationUpdate',
    id: `f:${nextId()}`,
    conversation: { ...(about.conversation as Body), id: where.channelId },
    channelData: { ...(about.channelData as Body), eventType },
    ...change,
  };
};
