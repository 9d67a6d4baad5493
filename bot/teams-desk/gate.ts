import type { Advisor } from '../../data/advisors/types';
import type { JsonValue } from '../../data/conversations/types';
import type { Services } from '../../data/services';
import type { TeamsChannel } from '../../data/teams/channels';
import { wordsOf } from '../../dialogs/scene';
import type { RawActivity } from '../channels/read-activity';
import { channelOf, identityOf, localeOf } from './identity';

export type Gate = { readonly advisor: Advisor } | { readonly refused: string };

export type GateDeps = Pick<Services, 'teamsAccounts' | 'teamsChannels'>;

/** The advisor whose linked account an activity comes from; else what she is told. */
export async function advisorBehind(activity: RawActivity, { teamsAccounts }: GateDeps): Promise<Gate> {
  const identity = identityOf(activity);
  const advisor = identity === null ? null : await teamsAccounts.advisorOf(identity);
  return advisor === null ? { refused: wordsOf(localeOf(activity)).teamsDesk.refused.stranger } : { advisor };
}

/**
 * Whether the advisor behind an activity may do anything with tickets of a desk from where she stands: she works on it, and a channel
 * that she presses in still is that desk's. Whatever the card says, a ticket that does not exist is refused like a foreign one.
 */
export async function mayTouch(
  activity: RawActivity,
  ticket: { readonly deskId: string } | null,
  deps: GateDeps,
): Promise<Gate> {
  const { refused } = wordsOf(localeOf(activity)).teamsDesk;
  const gate = await advisorBehind(activity, deps);
  if ('refused' in gate) return gate;
  const desks: readonly string[] = gate.advisor.deskIds;
  if (ticket === null || !desks.includes(ticket.deskId)) return { refused: refused.foreign };
  const place = channelOf(activity);
  if (place === null) return gate;
  const channel = await refreshed(activity, deps);
  return channel?.deskId === ticket.deskId ? gate : { refused: refused.unlinked };
}

/** The linked channel that an activity comes from, with how it is reached now; null: none, or not linked. */
export async function refreshed(
  activity: RawActivity,
  { teamsChannels }: Pick<GateDeps, 'teamsChannels'>,
): Promise<TeamsChannel | null> {
  const place = channelOf(activity);
  const known = place && (await teamsChannels.findByChannelId(place.channelId));
  if (!place || !known) return null;
  const reference = referenceOf(activity, place);
  const named = place.name !== null && place.name !== known.name;
  if (known.dead !== null || named || JSON.stringify(known.reference) !== JSON.stringify(reference)) {
    await teamsChannels.refresh(place.channelId, {
      reference,
      ...(place.name === null ? {} : { name: place.name }),
    });
  }
  return known;
}

/** How the bot is reached in a channel, outside of any thread. */
export function referenceOf(
  { serviceUrl, recipient }: RawActivity,
  { channelId, tenantId }: { readonly channelId: string; readonly tenantId: string },
): { readonly [key: string]: JsonValue } {
  return {
    serviceUrl: typeof serviceUrl === 'string' ? serviceUrl : '',
    channelId: 'msteams',
    conversation: { id: channelId, tenantId, conversationType: 'channel', isGroup: true },
    bot: {
      id: typeof recipient?.id === 'string' ? recipient.id : '',
      name: typeof recipient?.name === 'string' ? recipient.name : 'Guichet',
    },
  };
}
