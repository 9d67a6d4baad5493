import type { DeskId } from '../desks/types';
import type { Locale } from '../people/types';
import type { SlaClock } from '../sla/targets';
import type { TicketPriority } from '../tickets/types';

/**
 * What became of a message. answer: an article · clarify: two or three topics were offered · reject: out of scope or not understood ·
 * form: it opened or filled a form · handed-over: it ended in a ticket · service: a greeting, thanks, help.
 */
export const ROUTED_OUTCOMES = ['answer', 'clarify', 'reject', 'form', 'handed-over', 'service'] as const;
export type RoutedOutcome = (typeof ROUTED_OUTCOMES)[number];

/** A message as it was routed; written with the turn that answered it, once. */
export interface NewRoutedMessage {
  readonly deskId: DeskId;
  readonly personId: string | null;
  readonly outcome: RoutedOutcome;
  readonly topicId: string | null;
  readonly category: string | null;
  /** 0 to 1; null where nothing was estimated. */
  readonly confidence: number | null;
  readonly locale: Locale;
  /** Her words as they were stored (masked), kept only where the assistant did not know. */
  readonly text: string;
}

/** Whole days in the desks' zone: from the first instant of one to the first instant after another. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** What a period comes down to; the figures that are compared with the period before. */
export interface Totals {
  /** Typed messages that asked something; greetings and thanks do not count. */
  readonly messages: number;
  /** Somebody's conversation on one day. */
  readonly visits: number;
  /** Visits on which no ticket was filed. */
  readonly withoutTicket: number;
  readonly tickets: number;
  readonly firstReply: ClockFigures;
  readonly resolution: ClockFigures;
}

/** How long what a clock measures took, in minutes of the desk's opening hours. */
export interface ClockFigures {
  readonly done: number;
  /** Those done by their deadline. */
  readonly inTime: number;
  /** null: none was done. */
  readonly medianMinutes: number | null;
}

export const BACKLOG_AGES = [
  'under-a-day',
  'one-to-three-days',
  'three-to-seven-days',
  'over-a-week',
] as const;
export type BacklogAge = (typeof BACKLOG_AGES)[number];

export interface Figures {
  readonly totals: Totals;
  /** The same of the period of equal length just before. */
  readonly before: Totals;
  readonly byCategory: readonly {
    readonly deskId: DeskId;
    /** null: no topic was found. */
    readonly category: string | null;
    readonly messages: number;
    readonly tickets: number;
  }[];
  /** Every day of the period, in order, also those without anything. */
  readonly byDay: readonly ({
    /** As 2026-11-18. */
    readonly day: string;
  } & Pick<Totals, 'messages' | 'visits' | 'withoutTicket' | 'tickets'>)[];
  /** Messages by the local hour at which they were written, 0 to 23. */
  readonly byHour: readonly number[];
  readonly byPriority: readonly ({ readonly priority: TicketPriority } & Pick<
    Totals,
    'tickets' | 'firstReply' | 'resolution'
  >)[];
  /** The tickets that are open now, by the time since they were filed. */
  readonly backlog: readonly { readonly age: BacklogAge; readonly ours: number; readonly waiting: number }[];
  readonly overdue: number;
  /** Answers that people voted on in the period, by topic. */
  readonly votes: readonly { readonly topicId: string; readonly helpful: number; readonly not: number }[];
}

export interface InsightService {
  /** The answers that people voted on in a period, the least helpful first. */
  votes(command: { readonly deskIds: readonly DeskId[]; readonly period: Period }): Promise<Figures['votes']>;
  /**
   * What happened on some desks in a period.
   *
   * @param command.zone in which days and hours are told.
   */
  figures(command: {
    readonly deskIds: readonly DeskId[];
    readonly period: Period;
    readonly zone: string;
    readonly now: Date;
  }): Promise<Figures>;
}

/** A ticket as far as its times matter. */
export interface TimedTicket {
  readonly deskId: DeskId;
  readonly category: string;
  readonly conversationId: string | null;
  readonly priority: TicketPriority;
  readonly createdAt: Date;
  readonly done: Readonly<Record<SlaClock, Date | null>>;
  readonly dueAt: Readonly<Record<SlaClock, Date | null>>;
}
