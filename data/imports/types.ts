import type { DeskId } from '../desks/types';
import type { Result } from '../result';

/** The records that can be written from a file. */
export const IMPORT_KINDS = ['people', 'assignments', 'students', 'invoices'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Whether a word names records that can be written from a file. */
export const isImportKind = (word: unknown): word is ImportKind =>
  (IMPORT_KINDS as readonly unknown[]).includes(word);

/** What Guichet itself writes and no file may: exported only. */
export const LEDGER_KINDS = ['appointments', 'tickets'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** The longest file, in bytes, and the most rows: a whole import is one transaction. */
export const LONGEST_IMPORT = 10 * 1024 * 1024;
export const MOST_ROWS = 5_000;
/** Faults that are listed; more are only counted. */
export const MOST_FAULTS = 200;

/** Why a file, its head, a row or a cell is refused; the edge puts it into words. `value` is never told of a forbidden number. */
export type FaultCode =
  /** The file as a whole. */
  | 'empty'
  | 'too-many-rows'
  | 'quotes'
  /** Its columns. */
  | 'unknown-column'
  | 'missing-column'
  | 'repeated-column'
  | 'forbidden-column'
  /** A row. */
  | 'too-many-cells'
  | 'repeated'
  /** A cell. */
  | 'required'
  | 'too-long'
  | 'forbidden-number'
  | 'not-an-id'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-a-month'
  | 'not-a-number'
  | 'not-an-amount'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-zone'
  /** What the records say to it. */
  | 'foreign-desk'
  | 'id-taken'
  | 'number-taken'
  | 'unknown-person'
  | 'unknown-advisor'
  | 'desk-changed'
  | 'person-changed'
  | 'before-start'
  | 'fewer-than-used';

/** One thing to mend, where it is and what helps. */
export interface ImportFault {
  /** As a text editor counts: the head is line 1. */
  readonly line: number;
  /** The column as the file, or its template, names it; null: the whole row. */
  readonly column: string | null;
  readonly code: FaultCode;
  /** What stands there, shortened; null where that would repeat a secret or there is nothing. */
  readonly value: string | null;
  /** What may stand there: the choices, the columns, the line of the other row. */
  readonly expected: readonly string[];
}

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What a file would do, or has done. */
export interface ImportReport extends ImportCounts {
  readonly rows: number;
  /** The first of them, in the order of the file. */
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
  /** Whether it was written: a dry run, and a file with faults, write nothing. */
  readonly written: boolean;
}

export interface ImportCommand {
  readonly kind: ImportKind;
  readonly content: Uint8Array;
  /** How the file is called, for the history. */
  readonly fileName: string;
  /** Rows of other desks are refused. */
  readonly deskIds: readonly DeskId[];
  readonly dryRun: boolean;
  readonly actor: { readonly kind: 'advisor' | 'system'; readonly id: string | null; readonly name: string };
  readonly now: Date;
}

/** A file as its columns and rows, for an export. */
export interface ExportTable {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
}

export interface ImportService {
  /** Checks a file and, unless it is a dry run or has a fault, writes all of it in one transaction. The same file again changes nothing. */
  run(command: ImportCommand): Promise<ImportReport>;
  /** The records of these desks, in the columns that an import takes. */
  table(kind: ImportKind, deskIds: readonly DeskId[]): ExportTable;
  /** Appointments and tickets of these desks, of a month (as 2026-11, in Paris) or all (null); @see ledgerTable. */
  ledger(kind: LedgerKind, deskIds: readonly DeskId[], month: string | null): ExportTable;
}

/** What a cell says; the reason why it says nothing that can be kept. */
export type CellResult<T> = Result<T, { readonly code: FaultCode; readonly expected?: readonly string[] }>;
