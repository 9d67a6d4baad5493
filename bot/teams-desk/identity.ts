import type { TeamsIdentity } from '../../data/teams/accounts';
import type { Locale } from '../../data/people/types';
import type { RawActivity } from '../channels/read-activity';

const textAt = (carrier: unknown, ...path: readonly string[]): string | null => {
  const found = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : null,
    carrier,
  );
  return typeof found === 'string' && found !== '' ? found : null;
};

/** The tenant in which an activity of Teams happened, in small letters; null where it names none, and on other channels. */
export const tenantOf = ({ channelId, channelData, conversation }: RawActivity): string | null =>
  channelId === 'msteams'
    ? ((textAt(channelData, 'tenant', 'id') ?? textAt(conversation, 'tenantId'))?.toLowerCase() ?? null)
    : null;

/** Whose account an activity of Teams comes from; null on other channels, whose ids nobody at Microsoft vouches for. */
export function identityOf(activity: RawActivity): TeamsIdentity | null {
  const objectId = textAt(activity.from, 'aadObjectId');
  const tenantId = tenantOf(activity);
  return objectId === null || tenantId === null ? null : { tenantId, objectId };
}

/** The language in which somebody uses Teams; French where it is neither. */
export const localeOf = ({ locale }: RawActivity): Locale => (/^en\b/i.test(locale ?? '') ? 'en' : 'fr');

/** The channel of a team that an activity speaks of. */
export interface ChannelOfActivity {
  readonly tenantId: string;
  readonly teamId: string;
  readonly channelId: string;
  /** Teams says it in some events only. */
  readonly name: string | null;
}

/** The channel in which an activity happened; null: not in a channel of a team. */
export function channelOf(activity: RawActivity): ChannelOfActivity | null {
  const { channelData, conversation } = activity;
  if (activity.channelId !== 'msteams') return null;
  const teamId = textAt(channelData, 'team', 'id') ?? textAt(channelData, 'teamsTeamId');
  const inChannel = textAt(conversation, 'conversationType') === 'channel' || teamId !== null;
  const named = textAt(channelData, 'channel', 'id') ?? textAt(channelData, 'teamsChannelId');
  const channelId = named ?? (inChannel ? withoutThread(conversation?.id ?? '') : null);
  if (!inChannel || !channelId) return null;
  return {
    tenantId: textAt(channelData, 'tenant', 'id') ?? textAt(conversation, 'tenantId') ?? '',
    teamId: teamId ?? channelId,
    channelId,
    name: textAt(channelData, 'channel', 'name'),
  };
}

const withoutThread = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');
