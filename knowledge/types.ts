/** What the rest of the house may ask of knowledge. Nothing here knows a conversation, a channel or a database. */

export type Language = 'fr' | 'en';

/** answer: show the first topic; clarify: offer the first two or three; reject: out of scope; service: a label such as greeting. */
export type Decision = 'answer' | 'clarify' | 'reject' | 'service';

/** The labels that belong to no desk. */
export const SERVICE_LABELS = [
  'greeting',
  'thanks',
  'goodbye',
  'human',
  'cancel',
  'help',
  'bot-identity',
] as const;
export type ServiceLabel = (typeof SERVICE_LABELS)[number];

export interface RankedTopic {
  readonly id: string;
  /** Calibrated: of the topics given at 0.9, nine in ten are right. */
  readonly confidence: number;
}

/** How a message is understood; the shape of `guichet route`. */
export interface Understanding {
  readonly text: string;
  readonly desk: string;
  readonly decision: Decision;
  /** Up to five, best first. For decision 'service' the label comes first. */
  readonly topics: readonly RankedTopic[];
  /** Every topic that a message with several requests asks for. */
  readonly intents: readonly string[];
  readonly language: Language;
  readonly ms: number;
}

/** A topic of topics.tsv. */
export interface Topic {
  readonly id: string;
  readonly desk: string;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly category: string;
}

/** The values that conditions and texts may name: record facts, asked facts, and the date's own (see articles/facts.md). */
export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** A fact that decides and that no record tells: one question with its choices. */
export interface AskedFact {
  /** Its name in conditions, for example `reached_three_times`. */
  readonly name: string;
  readonly question: string;
  readonly choices: readonly { readonly value: FactValue; readonly label: string }[];
}

/** What a ticket on a topic must contain. */
export interface TicketSlot {
  /** Stable key, for example `student_name`. */
  readonly name: string;
  /** As the advisor reads it: "Nom de l'étudiant". */
  readonly label: string;
  /** As the tutor is asked. */
  readonly question: string;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'date'
    | 'month'
    | 'yes-no'
    | 'choice'
    | 'student'
    | 'assignment'
    | 'attachment'
    | 'link';
  readonly choices?: readonly string[];
  readonly optional: boolean;
  /** A fact of the person's records that fills it without asking, for example `invoice.number`. */
  readonly from?: string;
}

/** What a person is shown: the branch of an article that holds for these facts. */
export interface Answer {
  readonly kind: 'answer';
  readonly topicId: string;
  readonly branchId: string;
  readonly language: Language;
  readonly title: string;
  /** The answer first, as Markdown paragraphs (bold, links; no headings, no HTML). */
  readonly body: string;
  readonly steps: readonly string[];
  /** The date that decides, if one does: shown as a chip. ISO date and what it is ("Écrivez-nous à partir du"). */
  readonly date: { readonly iso: string; readonly label: string } | null;
  /** With `date`: the branch that will hold from then on if nothing else changes. Another one on that day is news. */
  readonly next: string | null;
  /** now: filing makes sense now; later: only from `date` on; none: writing would not help (the article says why). */
  readonly ticket: 'now' | 'later' | 'none';
  readonly ticketSlots: readonly TicketSlot[];
}

/** A deciding fact is unknown: ask it, then call again with it. */
export interface AskFact {
  readonly kind: 'ask';
  readonly topicId: string;
  readonly title: string;
  readonly fact: AskedFact;
  /** What a ticket must contain, whatever the answer will be: somebody may want a person before she answers. */
  readonly ticketSlots: readonly TicketSlot[];
}

/** A time expression read in a text. Local wall time in the asked zone, 'YYYY-MM-DDTHH:mm', or 'YYYY-MM-DD' when the grain is a day or coarser. */
export interface TimeSpan {
  readonly start: string;
  readonly end: string | null;
}

export type TimeGrain = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** What `guichet when` writes, and what forms use. */
export interface TimeReading {
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly grain: TimeGrain | null;
  /** The other readings, likelier first, when the text can mean two things; those in `also` come before them. */
  readonly alternatives: readonly TimeSpan[];
  /** Those of the alternatives that are said beside `start` ("lundi à 17h et mercredi à 14h"): no other readings of it, but more times. */
  readonly also: readonly TimeSpan[];
  /** A length said without a start ("deux heures"), in minutes. */
  readonly durationMinutes: number | null;
  /** Where in the text the expressions stand, so that a form can take them out before reading names. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Something that looks like a time was not understood: the dialog asks instead of trusting `start`. */
  readonly unsure: boolean;
}

export interface TimeOptions {
  /** Local wall time in `zone`, 'YYYY-MM-DDTHH:mm'. */
  readonly now: string;
  readonly zone: string;
  readonly prefer: 'past' | 'future';
}

/** A name found among candidates, accents, case and small typing errors ignored. */
export interface NameMatch<T> {
  readonly candidate: T;
  readonly score: number;
  readonly span: { readonly from: number; readonly to: number };
}

export interface Knowledge {
  /** Which topic a message is about. `desk` absent or 'any': unknown. */
  understand(text: string, options?: { desk?: string }): Understanding;
  topics(): readonly Topic[];
  topic(id: string): Topic | null;
  /** The answer that holds for these facts, or the one fact to ask first. null: no article for this topic yet. */
  answer(topicId: string, language: Language, facts: Facts): Answer | AskFact | null;
  readTimes(text: string, options: TimeOptions): TimeReading;
  matchNames<T>(
    text: string,
    candidates: readonly T[],
    nameOf: (candidate: T) => readonly string[],
  ): readonly NameMatch<T>[];
}
