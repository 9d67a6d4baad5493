import type { JsonValue } from '../data/conversations/types';
import { DESK_IDS } from '../data/desks/types';
import { appointmentDialog } from './appointment/dialog';
import { couponDialog } from './coupon/dialog';
import { createFormStack } from './form/bridge';
import { runnerOf } from './form/run';
import type { Assistant, Choice, Reply } from './reply';
import { route } from './router';
import type { AssistantParts, Outcome, Scene } from './scene';
import { createScene } from './scene';
import type { ConversationState } from './state';
import { readState, writeState } from './state';
import { ticketDialog } from './ticket/dialog';
import { turnFromTyped } from './typed-choice';

/**
 * The assistant over what is known and what is recorded. `handle` takes one turn and the conversation's stored state and gives the
 * replies and the state to store with them. A turn handled twice from the same stored state gives the same replies and files,
 * books and saves nothing twice: every service is called under a key made of the turn's id.
 *
 * @example
 * const assistant = createAssistant({ knowledge, services });
 * const { replies, state } = await assistant.handle(turn, conversation.state);
 */
export function createAssistant(parts: AssistantParts): Assistant {
  const forms = createFormStack([
    runnerOf(ticketDialog),
    runnerOf(couponDialog),
    runnerOf(appointmentDialog),
  ]);
  return {
    async handle(turn, stored) {
      const state = readState(stored);
      const desk = await parts.services.desks.find(turn.desk);
      const scene = createScene(parts, turnFromTyped(turn, state), state, desk);
      const outcome = await route(scene, forms);
      scene.log('turn answered', {
        rank: outcome.rank,
        desk: DESK_IDS.includes(turn.desk) ? turn.desk : 'unknown',
        form: outcome.state.stack[0]?.id ?? null,
        replies: outcome.replies.length,
      });
      return {
        replies: outcome.replies,
        state: remember(outcome),
        locale: localeAfter(scene, outcome.state),
      };
    },
  };
}

/** The buttons of this turn become what may be typed in the next one. */
function remember(outcome: Outcome): JsonValue {
  const offered = outcome.replies.flatMap<Choice>((reply) => [...reply.choices]);
  return writeState({
    ...outcome.state,
    offered,
    offer: offerOf(outcome.replies[outcome.replies.length - 1]),
  });
}

/** A sentence that ends the turn with one or two buttons is an offer: "oui" takes the first, "non" the second. */
function offerOf(last: Reply | undefined): ConversationState['offer'] {
  if (last?.kind !== 'text' || last.choices.length > 2) return null;
  const [yes, no] = last.choices;
  return yes === undefined ? null : { yes, no: no ?? null };
}

const localeAfter = (scene: Scene, state: ConversationState) => state.locale ?? scene.turn.locale;
