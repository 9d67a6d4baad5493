import type { DeskId } from '../desks/types';
import type { Locale } from '../people/types';
import type { Result } from '../result';

export const PROPOSAL_STATUSES = ['proposed', 'accepted', 'refused'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** Where a phrase was found: on a ticket, in a message that was not understood, or somebody made it up. */
export const PROPOSAL_SOURCES = ['ticket', 'message', 'typed'] as const;
export type ProposalSource = (typeof PROPOSAL_SOURCES)[number];

/** How the assistant did on messages that nobody learns from, in whole messages. */
export interface TrialFigures {
  readonly inScope: number;
  readonly right: number;
  readonly wronglyAnswered: number;
  readonly outOfScope: number;
  readonly answeredOutOfScope: number;
}

/** What accepting a phrase changed. */
export interface ProposalTrial {
  readonly before: TrialFigures;
  readonly after: TrialFigures;
  /** Accepted although something became worse. */
  readonly forced: boolean;
}

/** A phrase that an advisor wants the assistant to learn. */
export interface PhraseProposal {
  readonly id: string;
  readonly deskId: DeskId;
  readonly text: string;
  readonly topicId: string;
  /** What the assistant had taken it for; null: nothing, or nobody knows. */
  readonly formerTopicId: string | null;
  readonly source: ProposalSource;
  readonly proposedById: string;
  readonly status: ProposalStatus;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly trial: ProposalTrial | null;
  readonly createdAt: Date;
}

/** A message that was not understood, or only half. */
export interface UnansweredMessage {
  readonly id: string;
  readonly deskId: DeskId;
  readonly text: string;
  readonly outcome: 'clarify' | 'reject';
  readonly locale: Locale;
  readonly at: Date;
}

export type DecisionFault =
  | { readonly code: 'not-found' }
  /** Somebody has decided already. */
  | { readonly code: 'decided'; readonly current: PhraseProposal };

export interface TeachingService {
  /** Proposes a phrase. The same words on the same desk that wait already are found again, with the topic named last. */
  propose(command: {
    deskId: DeskId;
    text: string;
    topicId: string;
    formerTopicId: string | null;
    source: { kind: ProposalSource; id: string | null };
    advisorId: string;
    now: Date;
  }): Promise<PhraseProposal>;
  find(id: string): Promise<PhraseProposal | null>;
  /** The oldest that waits first; what was decided, the latest first. */
  proposals(deskIds: readonly DeskId[], waiting: boolean, limit: number): Promise<readonly PhraseProposal[]>;
  decide(command: {
    id: string;
    to: 'accepted' | 'refused';
    /** As the supervisor has edited it. */
    text: string;
    topicId: string;
    trial: ProposalTrial | null;
    advisorId: string;
    now: Date;
  }): Promise<Result<PhraseProposal, DecisionFault>>;
  /** Opens a decided proposal again: what was learned has been taken out. */
  reopen(id: string): Promise<Result<PhraseProposal, DecisionFault>>;
  /** What nobody has looked at yet, the latest first. */
  unanswered(deskIds: readonly DeskId[], limit: number): Promise<readonly UnansweredMessage[]>;
  /** Takes messages off the list; `back` puts them on it again. */
  dismiss(deskIds: readonly DeskId[], ids: readonly string[], back: boolean): Promise<number>;
}
