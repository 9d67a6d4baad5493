import type { ChannelKind, Conversation, JsonValue } from '../../../data/conversations/types';
import type { DeskId } from '../../../data/desks/types';
import type { Locale } from '../../../data/people/types';
import type { RawActivity } from '../read-activity';
import type { Admission } from './admission';
import type { InboundContext } from './contract';
import type { ActivityDeps } from './deps';
import { isShared, scopeOf } from './scope';

/** The channel's language of who writes; French where it is neither. */
export const localeOf = ({ locale }: RawActivity): Locale => (/^en\b/i.test(locale ?? '') ? 'en' : 'fr');

/** The id under which a channel's conversation is stored. */
export const conversationIdOf = (activity: RawActivity): string =>
  `${String(activity.channelId)}:${activity.conversation?.id}`;

/**
 * Opens the conversation of an activity, and keeps where it is reached now. Its desk is the one it has, else the one that she chose with
 * this activity, else that of her record; with none of them it is pending. A conversation that others read belongs to nobody's record.
 */
export async function openConversation(
  activity: RawActivity,
  admitted: Admission & { readonly kind: 'admitted' },
  chosen: DeskId | null,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<Conversation> {
  const { conversations, clock } = deps;
  const id = conversationIdOf(activity);
  const scope = scopeOf(activity);
  const known = await conversations.find(id);
  const desk =
    (known === null || known.deskPending ? null : known.deskId) ??
    chosen ??
    admitted.deskId ??
    (isShared(scope) ? await ownDesk(activity, deps) : null) ??
    deps.config.defaultDesk;
  return conversations.open({
    id,
    channel: channelKind(activity),
    deskId: desk ?? (await placeHolder(deps)),
    deskPending: desk === null,
    userId: activity.from?.id ?? 'unknown',
    personId: isShared(scope) ? null : (admitted.personId ?? known?.personId ?? null),
    locale: known?.locale ?? admitted.locale ?? localeOf(activity),
    reference: referenceOf(context),
    ...(scope === null ? {} : { scope }),
    now: clock.now(),
  });
}

/** The desk of her own chat, for what she asks where others read. */
async function ownDesk(activity: RawActivity, { conversations }: ActivityDeps): Promise<DeskId | null> {
  const userId = activity.from?.id;
  const personal = userId ? await conversations.personalOf(channelKind(activity), userId) : null;
  return personal === null || personal.deskPending ? null : personal.deskId;
}

async function placeHolder({ desks }: ActivityDeps): Promise<DeskId> {
  const [first] = await desks.all();
  if (first === undefined) throw new Error('There is no desk');
  return first.id;
}

export const channelKind = (activity: RawActivity): ChannelKind =>
  activity.channelId === 'msteams' ? 'teams' : 'other';

function referenceOf({ activity }: InboundContext): JsonValue {
  const { conversation, recipient, from, channelId, serviceUrl, locale } = activity;
  return JSON.parse(
    JSON.stringify({ conversation, bot: recipient, user: from, channelId, serviceUrl, locale }),
  ) as JsonValue;
}
