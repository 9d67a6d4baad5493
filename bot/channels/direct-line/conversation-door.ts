import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../data/clock';
import type { Conversation, ConversationService, StoredActivity } from '../../../data/conversations/types';
import type { PeopleService } from '../../../data/people/types';
import { refusal } from '../../errors';
import { activityIdFor } from '../../middleware/once';
import { joinedInbound, type InboundActivity } from '../read-activity';
import type { DirectLineClaims } from './tokens';

export interface ConversationDoorDeps {
  readonly conversations: ConversationService;
  readonly people: Pick<PeopleService, 'find'>;
  readonly clock: Clock;
  /** Runs a stored turn behind the answer to the client. */
  readonly runLater: (inbound: StoredActivity) => void;
}

/** Everything that comes into a web-chat conversation goes through here: stored first, answered afterwards. */
export interface ConversationDoor {
  /** Finds or creates the token's conversation and links who is known by now. The first time, the welcome is owed. @throws refusal Forbidden: another person's. */
  enter(
    claims: DirectLineClaims,
  ): Promise<{ readonly conversation: Conversation; readonly created: boolean }>;
  /** Stores an activity once per `key` and lets its turn run. @returns the activity's id. */
  receive(
    claims: DirectLineClaims,
    inbound: InboundActivity,
    key: string | null,
  ): Promise<{ readonly id: string; readonly duplicate: boolean }>;
  /** The id that `receive` will give to this key. */
  activityId(claims: DirectLineClaims, key: string | null): string;
}

export function createConversationDoor(deps: ConversationDoorDeps): ConversationDoor {
  const { conversations, people, clock, runLater } = deps;
  const activityId: ConversationDoor['activityId'] = (claims, key) =>
    activityIdFor(claims.conversation, key, randomUUID);

  async function enter(claims: DirectLineClaims) {
    const known = await conversations.find(claims.conversation);
    const person = claims.person === null ? null : await people.find(claims.person);
    if (known !== null && known.personId !== null && known.personId !== claims.person) {
      throw refusal('Forbidden', 'This conversation belongs to somebody who has signed in.');
    }
    const linked = known !== null && (person === null || known.personId === person.id);
    const conversation = linked
      ? known
      : await conversations.open({
          id: claims.conversation,
          channel: 'webchat',
          deskId: claims.desk,
          userId: claims.user,
          personId: person?.id ?? null,
          locale: person?.locale ?? 'fr',
          now: clock.now(),
        });
    // Until its first turn is committed: a crash between the two writes must not cost her the welcome. Stored once all the same.
    if (known === null || known.state === null) {
      await store(claims, joinedInbound(), `${claims.conversation}|joined`);
    }
    return { conversation, created: known === null };
  }

  async function store(claims: DirectLineClaims, inbound: InboundActivity, id: string) {
    const { activity, duplicate } = await conversations.receive({
      conversationId: claims.conversation,
      activityId: id,
      payload: inbound.payload,
      text: inbound.text,
      owesTurn: inbound.owesTurn,
      now: clock.now(),
    });
    if (!duplicate && inbound.owesTurn) runLater(activity);
    return { id: activity.activityId, duplicate };
  }

  return {
    enter,
    activityId,
    async receive(claims, inbound, key) {
      await enter(claims);
      return store(claims, inbound, activityId(claims, key));
    },
  };
}
