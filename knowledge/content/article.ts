import type { AskedFact, FactValue, Language, TicketSlot } from '../types';
import type { Expression } from './expressions';
import type { Template } from './template';

/** The words of a branch in one language. */
export interface BranchText {
  readonly body: Template;
  readonly steps: readonly Template[];
  readonly dateLabel: string | null;
}

/** One answer of an article and when it holds. */
export interface Branch {
  readonly id: string;
  /** null: holds whenever no branch above it does. */
  readonly when: Expression | null;
  readonly ticket: 'now' | 'later' | 'none';
  /** Gives the ISO day that decides. */
  readonly date: Expression | null;
  /** The branch that holds on that day when nothing else has changed. */
  readonly next: string | null;
  /** Facts with which this branch is the one shown, and the line on which they stand. */
  readonly examples: readonly {
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly line: number;
  }[];
  readonly line: number;
}

/** What an article shows in one language. */
export interface ArticleText {
  readonly title: string;
  readonly ask: readonly AskedFact[];
  readonly slots: readonly TicketSlot[];
  /** By branch id. */
  readonly branches: ReadonlyMap<string, BranchText>;
}

/** A topic's answer: what decides (from the French file) and the words in each language that has been written. */
export interface Article {
  readonly topicId: string;
  /** The French file, relative to the knowledge folder. */
  readonly file: string;
  readonly source: readonly string[];
  readonly sourceLine: number;
  readonly branches: readonly Branch[];
  readonly texts: { readonly fr: ArticleText } & { readonly [L in Exclude<Language, 'fr'>]?: ArticleText };
  /** The facts that its conditions name, in the order in which they are tried. */
  readonly conditionNames: readonly string[];
  /** Every fact that any of its expressions names. */
  readonly names: readonly string[];
}
