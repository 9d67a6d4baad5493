import type { FormStack } from './form/bridge';
import { advisorRank } from './ranks/advisor';
import { awaitedRank, factQuestion } from './ranks/awaited';
import { buttonRank } from './ranks/button';
import { comeBackRank } from './ranks/come-back';
import { clarificationRank } from './ranks/clarification';
import { distressRank } from './ranks/distress';
import { heldRank } from './ranks/held';
import { fallbackRank } from './ranks/fallback';
import { addedDetailRank } from './ranks/added-detail';
import { followUpRank } from './ranks/follow-up';
import { interruptionRank } from './ranks/interruption';
import { joinedRank } from './ranks/joined';
import { maskedNumberRank } from './ranks/masked-number';
import { openFormRank } from './ranks/open-form';
import { ownAppointmentRank } from './ranks/own-appointment';
import { ownTicketRank } from './ranks/own-ticket';
import { recordQuestionRank } from './ranks/record-question';
import { routedTopicRank } from './ranks/routed-topic';
import { sessionActRank } from './ranks/session-act';
import { staleCardRank } from './ranks/stale-card';
import { unreadableRank } from './ranks/unreadable';
import type { Outcome, Scene } from './scene';

/** One who may answer a turn; null: not for me. */
export interface Rank {
  readonly name: string;
  take(scene: Scene, forms: FormStack): Promise<Outcome | null>;
}

/** Who answers a turn, in this order: the first that takes it does. */
export const RANKS: readonly Rank[] = [
  heldRank,
  joinedRank,
  unreadableRank,
  maskedNumberRank,
  staleCardRank,
  interruptionRank,
  distressRank,
  ownAppointmentRank,
  openFormRank,
  buttonRank,
  comeBackRank,
  ownTicketRank,
  awaitedRank,
  advisorRank,
  recordQuestionRank,
  sessionActRank,
  followUpRank,
  addedDetailRank,
  routedTopicRank,
  clarificationRank,
  fallbackRank,
];

/** Asks each rank in order. The last one takes whatever is left, so there is always an answer. */
export async function route(scene: Scene, forms: FormStack): Promise<Outcome & { readonly rank: string }> {
  for (const rank of RANKS) {
    const outcome = await rank.take(scene, forms);
    if (outcome !== null) return { ...withPendingQuestion(scene, rank, outcome), rank: rank.name };
  }
  throw new Error('The fallback rank left a turn unanswered');
}

/** Her records or her requests were asked about while an article's question was open: that question comes back. */
function withPendingQuestion(scene: Scene, rank: Rank, outcome: Outcome): Outcome {
  const { awaiting } = outcome.state;
  const isAside = rank === ownTicketRank || rank === recordQuestionRank;
  if (!isAside || awaiting?.kind !== 'fact' || awaiting !== scene.state.awaiting) return outcome;
  const answers = outcome.replies.map((reply) => ({ ...reply, choices: [] }));
  return { ...outcome, replies: [...answers, factQuestion(scene, awaiting)] };
}
