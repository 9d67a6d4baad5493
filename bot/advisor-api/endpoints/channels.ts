import type { ChannelsView } from '../contract-records';
import { type Caller, type ApiParts, endpoint } from '../endpoint';
import { channelsAnswer } from '../schemas-records';

const roles = ['supervisor', 'admin'] as const;

/** GET /channels: what is linked, and how it stands. Never a secret. */
export const showChannels = endpoint({
  method: 'get',
  path: '/channels',
  summary: 'The channels of your desks, and how they stand',
  answer: channelsAnswer,
  roles,
  async handle(call, parts) {
    return { kind: 'json', body: await channelsView(call, parts) };
  },
});

/** POST /channels/:id/unlink: a Teams channel shows its desk's tickets no more. */
export const unlinkChannel = endpoint({
  method: 'post',
  path: '/channels/:id/unlink',
  summary: 'Stop showing a desk’s tickets in a Teams channel',
  answer: channelsAnswer,
  roles,
  async handle(call, parts) {
    const { teamsChannels } = parts.services;
    const found = await teamsChannels.find(call.params.id ?? '');
    const { channelId } = call.scope.owned(found, found?.deskId);
    await teamsChannels.unlink(channelId);
    return { kind: 'json', body: await channelsView(call, parts) };
  },
});

async function channelsView(
  { advisor, scope }: Caller,
  { services, publicUrl, mails, linked }: ApiParts,
): Promise<ChannelsView> {
  const channels = await services.teamsChannels.ofDesks(scope.deskIds);
  return {
    script: `${publicUrl}/widget.js`,
    teams: {
      configured: linked.teams,
      channels: channels.map(({ id, deskId, category, name, createdAt, dead }) => ({
        id,
        desk: deskId,
        category,
        name,
        linkedAt: createdAt.toISOString(),
        dead: dead && { at: dead.at.toISOString(), reason: dead.reason },
      })),
    },
    mail: { configured: mails },
    dead: advisor.role === 'admin' ? await services.outbox.dead() : null,
    openId: linked.openId,
  };
}
