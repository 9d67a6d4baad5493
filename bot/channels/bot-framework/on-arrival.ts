import { wordsOf } from '../../../dialogs/scene';
import { joinedInbound, type RawActivity } from '../read-activity';
import { sayOnce, welcome } from './answer';
import type { InboundContext } from './contract';
import type { ActivityDeps } from './deps';
import { deskQuestion } from './desk-choice';
import { localeOf, openConversation } from './open-conversation';
import { isShared, scopeOf } from './scope';

/**
 * Whether an activity tells that somebody is here now: the app was installed, the conversation was opened. Teams tells of one
 * installation by two events, in any order, and again after an update of the app.
 */
export function isArrival(activity: RawActivity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  if (activity.type !== 'conversationUpdate') return false;
  const added = addedIds(activity);
  const scope = scopeOf(activity);
  // Where others talk, only its own arrival concerns the assistant; elsewhere a person's, and in Teams the installation is one.
  if (isShared(scope)) return added.some((id) => isOwn(id, activity));
  return scope === 'personal' ? added.length > 0 : added.some((id) => !isOwn(id, activity));
}

const addedIds = ({ membersAdded }: RawActivity): readonly string[] =>
  (Array.isArray(membersAdded) ? (membersAdded as unknown[]) : [])
    .map((member) => (member as { id?: unknown } | null)?.id)
    .filter((id): id is string => typeof id === 'string');

const isOwn = (id: string, { recipient }: RawActivity): boolean => id === recipient?.id;

/** One welcome, or one word to a group of how it is asked. */
export async function onArrival(
  activity: RawActivity,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  const shared = isShared(scopeOf(activity));
  const admission = shared
    ? ({ kind: 'admitted', personId: null, deskId: null } as const)
    : await deps.admit(activity);
  // A refusal is an answer to something that she writes; an installation alone asks nothing.
  if (admission.kind === 'answered') return;
  const conversation = await openConversation(activity, admission, null, context, deps);
  const locale = localeOf(activity);
  if (shared) {
    const text = wordsOf(locale).edge.sharedWelcome;
    return sayOnce(
      conversation,
      'introduction',
      { type: 'message', text, textFormat: 'plain' },
      context,
      deps,
    );
  }
  if (conversation.deskPending) {
    const question = deskQuestion(await deps.desks.all(), '', locale);
    return sayOnce(conversation, 'which-desk', question, context, deps);
  }
  return welcome(conversation, joinedInbound(), context, deps);
}
