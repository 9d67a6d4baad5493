/**
 * What advisors teach the assistant.
 *
 * POST /api/advisor/phrases {desk, text, topicId, formerTopicId?, source} -> ProposalView     (every advisor)
 * GET  /api/advisor/teaching                                              -> TeachingView     (supervisors and admins, as all below)
 * POST /api/advisor/phrases/:id/try    {text, topicId}                    -> TrialView        (a few seconds)
 * POST /api/advisor/phrases/:id/accept {text, topicId, force}             -> AcceptedView | 409 with the trial: it makes something worse
 * POST /api/advisor/phrases/:id/refuse                                    -> ProposalView
 * POST /api/advisor/phrases/:id/reopen                                    -> ProposalView     (what was learned is taken out again)
 * POST /api/advisor/teaching/dismiss {ids, back}                          -> { count }
 */
export interface ProposalView {
  readonly id: string;
  readonly desk: string;
  readonly text: string;
  readonly topicId: string;
  readonly topicTitle: string;
  /** What the assistant had taken it for; null: nothing. */
  readonly formerTitle: string | null;
  readonly source: 'ticket' | 'message' | 'typed';
  readonly proposedBy: string;
  readonly status: 'proposed' | 'accepted' | 'refused';
  readonly trial: TrialView | null;
  readonly createdAt: string;
}

/** Whole messages, of a set that nobody learns from. */
export interface TrialFiguresView {
  readonly inScope: number;
  readonly right: number;
  readonly wronglyAnswered: number;
  readonly outOfScope: number;
  readonly answeredOutOfScope: number;
}

export interface TrialView {
  readonly before: TrialFiguresView;
  readonly after: TrialFiguresView;
  /** Whether anything became worse. */
  readonly worse: boolean;
}

export interface TeachingView {
  readonly proposals: readonly ProposalView[];
  /** What was decided last. */
  readonly decided: readonly ProposalView[];
  /** Messages that were not understood and ask the same, the most asked first. */
  readonly clusters: readonly {
    readonly desk: string;
    readonly text: string;
    readonly count: number;
    readonly ids: readonly string[];
    /** Others of them, as they were written. */
    readonly alike: readonly string[];
    readonly lastAt: string;
  }[];
  /** Answers that help the fewest, of those that several people voted on in the last four weeks. */
  readonly lowRated: readonly {
    readonly topicId: string;
    readonly title: string;
    readonly helpful: number;
    readonly not: number;
  }[];
  /** What a phrase may be about. */
  readonly topics: readonly { readonly id: string; readonly desk: string; readonly title: string }[];
}
