import type { JsonValue } from '../../data/conversations/types';
import { mentionsRecipient, withoutOwnMention, type RawActivity } from '../channels/read-activity';
import { cleanText } from '../channels/clean-text';
import { attachment, type Json } from './card';
import { readChannelPress, readTicketPress } from './card-data';
import { answerChoice, answerCommand, type ChannelAnswer } from './channels';
import { languageOf, readCommand } from './command';
import type { TeamsDeskParts } from './deps';
import { refreshed, referenceOf } from './gate';
import { channelOf } from './identity';
import { press } from './press';

/** What tells that a channel or its team is gone, and which of both. */
const GONE: Readonly<Record<string, 'channel' | 'team'>> = {
  channelDeleted: 'channel',
  teamDeleted: 'team',
  teamHardDeleted: 'team',
  teamArchived: 'team',
};

/**
 * Takes what concerns the advisors' channels out of the flow of conversations: buttons of clients that send them as messages, and commands
 * by mention. Events of channels are noted and go on.
 *
 * @param onSaid wakes who sends what was written.
 */
export const takeDeskActivities =
  (parts: TeamsDeskParts, onSaid: () => void) =>
  async (activity: RawActivity): Promise<boolean> => {
    if (activity.type === 'conversationUpdate' || activity.type === 'installationUpdate') {
      await noteEvent(activity, parts);
      return false;
    }
    const answer = activity.type === 'message' ? await onMessage(activity, parts) : undefined;
    if (answer === undefined) return false;
    if (answer !== null) {
      await say(activity, answer, parts);
      onSaid();
    }
    return true;
  };

/** undefined: not for here; null: done, and the card tells it. */
async function onMessage(
  activity: RawActivity,
  parts: TeamsDeskParts,
): Promise<ChannelAnswer | null | undefined> {
  const place = channelOf(activity);
  const pressed = readTicketPress(activity.value);
  if (pressed !== null) {
    const seen = await press(activity, pressed, parts);
    if (seen.kind === 'sentence') return { text: seen.text };
    return seen.stale && { text: [seen.stale.title, ...seen.stale.lines].join('\n\n') };
  }
  if (place === null) return undefined;
  const choice = readChannelPress(activity.value);
  if (choice !== null) return answerChoice(choice, place, activity, parts);
  await refreshed(activity, parts.services);
  if (!mentionsRecipient(activity)) return undefined;
  const { text } = cleanText(withoutOwnMention(activity));
  const command = readCommand(text, await parts.services.desks.all(), parts.categoriesOf);
  if (command === null) return undefined;
  return answerCommand(command, place, { ...activity, locale: languageOf(text) }, parts);
}

/** Says something in the thread of an activity, once, however often it is delivered. */
async function say(activity: RawActivity, answer: ChannelAnswer, parts: TeamsDeskParts): Promise<void> {
  const thread = activity.conversation?.id ?? '';
  const place = channelOf(activity);
  const reference = referenceOf(activity, {
    channelId: thread,
    tenantId: place?.tenantId ?? '',
  });
  const said: Json =
    'card' in answer
      ? { type: 'message', attachments: [attachment(answer.card)] }
      : { type: 'message', text: answer.text, textFormat: 'plain' };
  const to: JsonValue = place === null ? { ...reference, conversation: { id: thread } } : reference;
  await parts.services.outbox.add(
    [
      {
        payload: { kind: 'channel-message', to, thread, activity: said },
        dedupeKey: `channel-message:${thread}:${activity.id ?? ''}`,
      },
    ],
    parts.clock.now(),
  );
}

async function noteEvent(
  activity: RawActivity,
  { services: { teamsChannels }, clock }: TeamsDeskParts,
): Promise<void> {
  const place = channelOf(activity);
  if (place === null) return;
  const event = activity.channelData?.eventType;
  const gone = typeof event === 'string' ? GONE[event] : undefined;
  if (gone === 'channel') {
    const known = await teamsChannels.findByChannelId(place.channelId);
    if (known !== null) await teamsChannels.markDead(known.id, String(event), clock.now());
  } else if (gone === 'team' || appRemoved(activity)) {
    await teamsChannels.markTeamDead(place.teamId, String(event ?? 'appRemoved'), clock.now());
  } else if (event === 'channelRenamed' && place.name !== null) {
    await teamsChannels.rename(place.channelId, place.name);
  }
}

function appRemoved({ type, action, membersRemoved, recipient }: RawActivity): boolean {
  if (type === 'installationUpdate') return typeof action === 'string' && action.startsWith('remove');
  const removed = Array.isArray(membersRemoved) ? (membersRemoved as unknown[]) : [];
  return removed.some((member) => (member as { id?: unknown } | null)?.id === recipient?.id);
}
