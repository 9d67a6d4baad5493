/**
 * What happened on her desks: the page of figures.
 *
 * GET /api/advisor/figures?from=&to=&desk=              -> FiguresView   (days as 2026-11-18, both included, at most a year; desk: one of hers)
 * GET /api/advisor/figures/export?part=&from=&to=&desk= -> the table behind a chart as a CSV file
 */
export type FiguresPart = 'categories' | 'days' | 'hours' | 'times' | 'backlog' | 'articles';

export interface ClockFiguresView {
  readonly done: number;
  readonly inTime: number;
  /** In minutes of the desk's opening hours; null: none was done. */
  readonly medianMinutes: number | null;
}

/** Whole numbers of a period; greetings and thanks are no messages, a visit is one conversation on one day. */
export interface TotalsView {
  readonly messages: number;
  readonly visits: number;
  readonly withoutTicket: number;
  readonly tickets: number;
  readonly firstReply: ClockFiguresView;
  readonly resolution: ClockFiguresView;
}

export interface FiguresView {
  /** The days asked for, both included, and the zone in which they are told. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly totals: TotalsView;
  /** Those of as many days just before. */
  readonly before: TotalsView;
  readonly byCategory: readonly {
    readonly desk: string;
    readonly category: string | null;
    readonly messages: number;
    readonly tickets: number;
  }[];
  readonly byDay: readonly {
    readonly day: string;
    readonly messages: number;
    readonly visits: number;
    readonly withoutTicket: number;
    readonly tickets: number;
  }[];
  readonly byHour: readonly number[];
  readonly byPriority: readonly {
    readonly priority: 'low' | 'normal' | 'high' | 'urgent';
    readonly tickets: number;
    readonly firstReply: ClockFiguresView;
    readonly resolution: ClockFiguresView;
  }[];
  readonly backlog: readonly {
    readonly age: 'under-a-day' | 'one-to-three-days' | 'three-to-seven-days' | 'over-a-week';
    readonly ours: number;
    readonly waiting: number;
  }[];
  readonly overdue: number;
  readonly articles: readonly {
    readonly topicId: string;
    readonly title: string;
    readonly helpful: number;
    readonly not: number;
  }[];
}
