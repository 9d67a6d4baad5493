import type { DeskId } from '../desks/types';
import { identifier } from './cells';
import type { Column, Known, RowFault } from './kind';

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
