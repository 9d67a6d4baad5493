import { z } from 'zod';
import type { Services } from '../../../data/services';
import { wordsOf } from '../../../dialogs/scene';
import { refreshedStatus } from '../../../dialogs/ticket/status';
import { REFRESH_VERB } from '../cards/adaptive-card';
import { readStatusCard } from '../cards/status';
import { renderReply } from '../render';
import type { RawActivity } from '../read-activity';
import { badRequest, cardAnswer, drawnIn, message } from './card-answers';
import type { ActivityDeps } from './deps';
import type { InvokeAnswer, InvokeTaker } from './invokes';
import { conversationIdOf, localeOf } from './open-conversation';

const PRESSED = z.looseObject({
  action: z.looseObject({ verb: z.literal(REFRESH_VERB), data: z.unknown() }),
});

/** Where a card of requests is drawn anew. */
export type StatusDeps = Pick<ActivityDeps, 'conversations' | 'desks' | 'clock' | 'admit'> &
  Pick<Services, 'tickets' | 'people'>;

/**
 * A card of her requests that is looked at again shows them as they stand now. Teams asks for it of itself whenever the card comes into
 * sight, so it is no turn: nothing is stored, and only her own requests are read, whatever the card says.
 */
export const createStatusInvokes =
  (deps: StatusDeps): InvokeTaker =>
  async (activity) => {
    if (activity.name !== 'adaptiveCard/action') return null;
    const pressed = PRESSED.safeParse(activity.value);
    if (!pressed.success) return null;
    const seen = readStatusCard(pressed.data.action.data);
    if (seen === null || !activity.from?.id) return badRequest();
    const admission = await deps.admit(activity);
    if (admission.kind === 'answered') return message(String(admission.activity.text ?? ''));
    const answer = await drawAnew(activity, seen, deps);
    return answer ?? message(wordsOf(localeOf(activity)).status.gone);
  };

async function drawAnew(
  activity: RawActivity,
  seen: NonNullable<ReturnType<typeof readStatusCard>>,
  { conversations, people, desks, tickets, clock }: StatusDeps,
): Promise<InvokeAnswer | null> {
  const conversation = await conversations.find(conversationIdOf(activity));
  // A card that somebody copied elsewhere shows nothing there.
  if (conversation === null || conversation.deskPending || conversation.userId !== activity.from?.id)
    return null;
  if (conversation.scope === 'group' || conversation.scope === 'channel') return null;
  const { locale, personId, deskId } = conversation;
  const person = personId === null ? null : await people.find(personId);
  const { zone } = person ?? (await desks.find(deskId));
  const reply = await refreshedStatus(
    {
      turn: { conversationId: conversation.id, person, now: clock.now() },
      services: { tickets },
      words: wordsOf(locale),
      locale,
      zone,
    },
    seen,
  );
  if (reply === null) return null;
  const { payload } = renderReply(reply, { channel: 'teams', locale, viewer: conversation.userId });
  const card = drawnIn(payload);
  return card === undefined ? null : cardAnswer(card);
}
