import type { DeskId } from '../desks/types';
import type { Database, Transaction } from '../prisma/database';
import type { CellType } from './cells';
import type { FaultCode } from './types';

/** One column of a file. */
export interface Column<T> {
  /** How a template and an export name it. */
  readonly name: string;
  /** Other names by which it is known: English, short, as other tools write it. Accents, case and punctuation do not count. */
  readonly also: readonly string[];
  readonly cell: CellType<NonNullable<T>>;
  /**
   * What an absent or empty cell means. `needed`: the column and its cell must be there. `kept`: nothing is changed, a new record gets
   * `initial`. `cleared`: an absent column changes nothing, an empty cell says that there is none.
   */
  readonly empty: 'needed' | 'kept' | 'cleared';
  /** What a new record has without it. */
  readonly initial?: T;
}

export type Columns<R> = { readonly [K in keyof R]: Column<R[K]> };

/** What a row of a file says; what is absent is not said. */
export type Said<R> = { readonly [K in keyof R]?: R[K] };

/** A fault of a row, by the field of its column. */
export interface RowFault<R> {
  readonly field: (keyof R & string) | null;
  readonly code: FaultCode;
  readonly expected?: readonly string[];
}

/** A record that is there already, as a row would say it. */
export interface Known<R> {
  readonly row: R;
  readonly deskId: DeskId;
}

/** What the records say to the rows of a file, read at once. */
export interface Surroundings<R> {
  /** The record that a row is about, of whichever desk. */
  known(said: Said<R>): Known<R> | null;
  /** The desk that the row's record is or will be of; null: of none that she may know. */
  deskOf(said: Said<R>): DeskId | null;
  /** What the records have against a row; `merged`: as the record would be. */
  faults(merged: R, known: Known<R> | null): readonly RowFault<R>[];
}

/** One kind of record: its columns, how it is found, what is against it, and how it is written. */
export interface Kind<R extends object> {
  readonly columns: Columns<R>;
  /** What tells one record from another, by the field that says it; two rows of one file must not share any. */
  readonly keys: { readonly [K in keyof R]?: (said: Said<R>) => string | undefined };
  surroundings(
    tx: Transaction,
    rows: readonly Said<R>[],
    deskIds: readonly DeskId[],
  ): Promise<Surroundings<R>>;
  create(tx: Transaction, rows: readonly R[], now: Date): Promise<void>;
  /** @param changes only what is different now. */
  change(tx: Transaction, known: R, changes: Partial<R>): Promise<void>;
  /** Every record of these desks, in a lasting order, page by page. */
  all(db: Database, deskIds: readonly DeskId[]): AsyncIterable<R>;
}

/** Days are kept at noon UTC: the same date in every zone of France (data/people/types.ts). */
export const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);
export const noonOrNull = (day: string | null): Date | null => (day === null ? null : atNoon(day));

const PARIS_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The day of an instant in Paris, as 2026-11-18. */
export const dayOf = (at: Date): string => PARIS_DAY.format(at);
export const dayOrNull = (at: Date | null): string | null => (at === null ? null : dayOf(at));

/** How many values a query takes. */
const CHUNK = 500;

/** Reads what belongs to many ids, a few hundred at a time. */
export async function inChunks<T>(
  ids: readonly string[],
  read: (ids: string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const distinct = [...new Set(ids)];
  const found: T[] = [];
  for (let from = 0; from < distinct.length; from += CHUNK) {
    found.push(...(await read(distinct.slice(from, from + CHUNK))));
  }
  return found;
}

/** Reads every row of a query, a page at a time, so that no export is held as a whole. */
export async function* paged<T extends { readonly id: string }>(
  read: (page: {
    readonly take: number;
    readonly cursor?: { readonly id: string };
    readonly skip?: number;
  }) => Promise<readonly T[]>,
): AsyncGenerator<T, void, undefined> {
  let after: string | null = null;
  for (;;) {
    const rows: readonly T[] = await read({
      take: CHUNK,
      ...(after !== null && { cursor: { id: after }, skip: 1 }),
    });
    yield* rows;
    const last = rows[rows.length - 1];
    if (last === undefined || rows.length < CHUNK) return;
    after = last.id;
  }
}

/** The people of these desks whom rows name. Those of other desks are as unknown as those who are not there. */
export async function desksOfPeople(
  tx: Transaction,
  personIds: readonly string[],
  deskIds: readonly DeskId[],
): Promise<ReadonlyMap<string, DeskId>> {
  const rows = await inChunks(personIds, (ids) =>
    tx.person.findMany({
      where: { id: { in: ids }, deskId: { in: [...deskIds] } },
      select: { id: true, deskId: true },
    }),
  );
  return new Map(rows.map(({ id, deskId }) => [id, deskId as DeskId]));
}

/** The values of a field that rows say. */
export const saidOf = <R, K extends keyof R>(rows: readonly Said<R>[], field: K): NonNullable<R[K]>[] =>
  rows.flatMap((row) => (row[field] === undefined || row[field] === null ? [] : [row[field]])) as NonNullable<
    R[K]
  >[];
