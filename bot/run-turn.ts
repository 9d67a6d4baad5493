import type { Clock } from '../data/clock';
import type {
  Conversation,
  ConversationService,
  JsonValue,
  OutgoingActivity,
  StoredActivity,
} from '../data/conversations/types';
import type { HoldService } from '../data/conversations/hold-types';
import type { NewRoutedMessage } from '../data/insights/types';
import type { Locale, PeopleService } from '../data/people/types';
import type { Assistant, Reply } from '../dialogs/reply';
import type { Turn } from '../dialogs/turn';
import type { FetchedFiles, FetchFiles } from './channels/bot-framework/fetch-files';
import { apology } from './channels/deliver';
import { privateLinkOf, readTurn } from './channels/read-turn';
import { renderReply, type RenderedReply, type RenderOptions } from './channels/render';
import type { TurnLock } from './middleware/turn-lock';
import type { TurnLog } from './middleware/turn-log';
import { routedMessage } from './routed-message';

/** A turn that takes longer has failed: the conversation must not hang on it. */
const TURN_TIMEOUT_MS = 20_000;

export interface TurnRunnerDeps {
  readonly conversations: ConversationService;
  readonly people: PeopleService;
  readonly holds: Pick<HoldService, 'of'>;
  readonly assistant: Assistant;
  readonly clock: Clock;
  readonly lock: TurnLock;
  readonly turnLog: TurnLog;
  /** The category of a topic, for the figures; null for an unknown one. */
  categoryOf(topicId: string): string | null;
  /** Fetches the files that a message only points at; null: there are none. */
  readonly fetchFiles?: FetchFiles;
  /** The address of an appointment's calendar entry. */
  readonly calendarLink?: (reference: string) => string;
}

/** Runs turns that have been stored: the one way from an inbound activity to committed replies, for every channel. */
export interface TurnRunner {
  /**
   * Answers a stored activity and commits the answer. One turn at a time per conversation; an activity already answered gives the
   * same replies again and has no second effect.
   *
   * @param inResponse the replies (or the first of them) go out in the answer to the request that brought the activity: the courier does not send them.
   * @throws when the replies could not be committed; the turn is then still owed.
   */
  run(inbound: StoredActivity, inResponse?: boolean | 'first'): Promise<AnsweredTurn>;
}

export interface AnsweredTurn {
  readonly replies: readonly StoredActivity[];
  /** False: the turn had been answered before, and these are its replies again. */
  readonly fresh: boolean;
}

interface Outcome {
  readonly state: JsonValue;
  readonly locale: Locale;
  readonly outgoing: readonly OutgoingActivity[];
  readonly routed?: NewRoutedMessage;
}

export function createTurnRunner(deps: TurnRunnerDeps): TurnRunner {
  const { conversations, people, holds, assistant, clock, lock, turnLog, calendarLink, categoryOf } = deps;

  /** Whatever goes wrong before the commit ends in an apology and the state as it was: a turn never blocks those behind it. */
  async function answer(inbound: StoredActivity, conversation: Conversation, now: Date): Promise<Outcome> {
    const started = performance.now();
    const { state, personId } = conversation;
    try {
      const person = personId === null ? null : await people.find(personId);
      const heldBy = conversation.heldById === null ? null : await holds.of(conversation.id);
      const read = withFiles(
        readTurn(inbound, conversation, person, now),
        (await deps.fetchFiles?.(inbound, conversation)) ?? null,
      );
      const turn: Turn = heldBy === null ? read : { ...read, heldBy };
      const handled = await withTimeout(assistant.handle(turn, state), TURN_TIMEOUT_MS);
      const outgoing = renderAll(turn, handled.replies, {
        locale: handled.locale,
        calendarLink,
        privateLink: privateLinkOf(conversation, turn.text),
        ...(turn.shared === true ? {} : { viewer: conversation.userId }),
      });
      turnLog.answered(turn, handled.replies, performance.now() - started);
      const routed = routedMessage(turn, handled.replies, categoryOf) ?? undefined;
      return { state: handled.state, locale: handled.locale, outgoing, routed };
    } catch (error) {
      turnLog.failed(inbound, conversation, error, performance.now() - started);
      const { locale } = conversation;
      return { state, locale, outgoing: [apology(replyId(inbound.activityId, 0), locale)] };
    }
  }

  async function runLocked(inbound: StoredActivity, inResponse: boolean | 'first'): Promise<AnsweredTurn> {
    const { conversationId, activityId } = inbound;
    const conversation = await conversations.find(conversationId);
    if (conversation === null) throw new Error('The conversation of a stored activity is gone.');
    const now = clock.now();
    const commit = (outcome: Outcome): Promise<readonly StoredActivity[]> =>
      conversations.commitTurn({
        conversationId,
        inboundActivityId: activityId,
        state: outcome.state,
        locale: outcome.locale,
        replies: outcome.outgoing,
        routed: outcome.routed,
        inResponse,
        now,
      });
    const [current] = await conversations.since(conversationId, inbound.sequence - 1, 1);
    if (current?.processedAt) {
      const { state, locale } = conversation;
      return { replies: await commit({ state, locale, outgoing: [] }), fresh: false };
    }
    return { replies: await commit(await answer(inbound, conversation, now)), fresh: true };
  }

  return {
    run: (inbound, inResponse = false) =>
      lock.run(inbound.conversationId, () => runLocked(inbound, inResponse)),
  };
}

const withFiles = (turn: Turn, files: FetchedFiles | null): Turn =>
  files === null
    ? turn
    : {
        ...turn,
        attachments: [...turn.attachments, ...files.attachments],
        refusedAttachments: [...turn.refusedAttachments, ...files.refusedAttachments],
      };

/** Replies have ids made from the turn's, so that a turn answered again after a crash writes the same ones. */
const replyId = (turnId: string, index: number): string => `${turnId}.${index + 1}`;

function renderAll(
  turn: Turn,
  replies: readonly Reply[],
  options: Pick<RenderOptions, 'locale' | 'calendarLink' | 'privateLink' | 'viewer'>,
): OutgoingActivity[] {
  return replies.map((reply, index) => {
    const { text, payload } = renderReply(reply, { channel: turn.channel, ...options });
    return {
      activityId: replyId(turn.id, index),
      author: 'assistant',
      text,
      payload: addressed(payload, turn),
    };
  });
}

/** The welcome answers nobody's message; everything else says which one it answers. */
const addressed = (payload: RenderedReply['payload'], turn: Turn): JsonValue =>
  turn.kind === 'joined' ? payload : { ...payload, replyToId: turn.id };

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout()), milliseconds);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}

class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout';
}
