import type { DeskId } from '../desks/types';
import { identifier } from './cells';
import type { Transaction } from '../prisma/database';
import {
  desksOfPeople,
  inChunks,
  saidOf,
  type Column,
  type Known,
  type RowFault,
  type Said,
  type Surroundings,
} from './kind';

interface Owned {
  readonly id: string | undefined;
  readonly personId: string;
}

/** Whose record a row is about. */
export const personColumn: Column<string> = {
  name: 'identifiant personne',
  also: ['person id', 'personne', 'person', 'id personne', 'intervenant', 'mentor', 'coach', 'tutor id'],
  cell: identifier('abc-camille'),
  empty: 'needed',
};

/** What is against a record of somebody's: she is unknown on these desks, or it is somebody else's already. */
export function ownedFaults<R extends Owned>(
  merged: R,
  known: Known<R> | null,
  desks: ReadonlyMap<string, DeskId>,
  deskIds: readonly DeskId[],
): readonly RowFault<Owned>[] {
  if (known !== null && !deskIds.includes(known.deskId)) return [{ field: 'id', code: 'id-taken' }];
  if (!desks.has(merged.personId)) return [{ field: 'personId', code: 'unknown-person' }];
  if (known !== null && known.row.personId !== merged.personId) {
    return [{ field: 'personId', code: 'person-changed', expected: [known.row.personId] }];
  }
  return [];
}

/** A record in the database, with whose desk it is. */
interface StoredOwned {
  readonly id: string;
  readonly person: { readonly deskId: string };
}

/**
 * What the records say to rows about somebody's records that are found by their id.
 *
 * @param stored how they are read and shown as a row; `faults`: what is against a row beside its owner.
 */
export async function ownedSurroundings<R extends Owned & { readonly id: string }, S extends StoredOwned>(
  tx: Transaction,
  rows: readonly Said<R>[],
  deskIds: readonly DeskId[],
  stored: {
    readonly find: (ids: string[]) => Promise<readonly S[]>;
    readonly toRow: (row: S) => R;
    readonly faults?: (merged: R, before: S | undefined) => readonly RowFault<R>[];
  },
): Promise<Surroundings<R>> {
  const [found, desks] = await Promise.all([
    inChunks(saidOf(rows, 'id'), stored.find),
    desksOfPeople(tx, saidOf(rows, 'personId'), deskIds),
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  return {
    known({ id = '' }) {
      const row = byId.get(id);
      return row === undefined ? null : { row: stored.toRow(row), deskId: row.person.deskId as DeskId };
    },
    deskOf: ({ personId = '' }) => desks.get(personId) ?? null,
    faults: (merged, before) => [
      ...ownedFaults<R>(merged, before, desks, deskIds),
      ...(stored.faults?.(merged, byId.get(merged.id)) ?? []),
    ],
  };
}
