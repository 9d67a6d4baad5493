import { monthSpan } from '../coupons/rules';
import type { DeskId } from '../desks/types';
import type { Database } from '../prisma/database';
import { paged } from './kind';
import type { ExportTable, LedgerKind } from './types';

const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** As 18/11/2026 14:00, in Paris. */
const inParis = (at: Date | null): string => (at === null ? '' : PARIS.format(at).replace(',', ''));

/**
 * Appointments and tickets of these desks, oldest first.
 *
 * @param month as 2026-11: only appointments that begin, or tickets that were filed, in that month in Paris; null: all.
 */
export const ledgerTable = (
  db: Database,
  kind: LedgerKind,
  deskIds: readonly DeskId[],
  month: string | null,
): ExportTable => TABLES[kind](db, { deskId: { in: [...deskIds] } }, month);

type Desks = { readonly deskId: { readonly in: string[] } };

const within = (month: string | null): { readonly gte: Date; readonly lt: Date } | undefined => {
  if (month === null) return undefined;
  const { from, before } = monthSpan(month);
  return { gte: from, lt: before };
};

const TABLES: Readonly<
  Record<LedgerKind, (db: Database, desks: Desks, month: string | null) => ExportTable>
> = {
  appointments: (db, desks, month) => ({
    columns: [
      'référence',
      'guichet',
      'identifiant personne',
      'personne',
      'conseiller',
      'par',
      'objet',
      'début',
      'fin',
      'état',
    ],
    rows: cellsOf(
      paged((page) =>
        db.appointment.findMany({
          where: { ...desks, startsAt: within(month) },
          include: { person: { select: { displayName: true } }, advisor: { select: { name: true } } },
          orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
          ...page,
        }),
      ),
      (row) => [
        row.reference,
        row.deskId,
        row.personId,
        row.person.displayName,
        row.advisor.name,
        row.channel === 'phone' ? 'téléphone' : 'Teams',
        row.subject,
        inParis(row.startsAt),
        inParis(row.endsAt),
        row.status === 'cancelled' ? 'annulé' : 'pris',
      ],
    ),
  }),
  tickets: (db, desks, month) => ({
    columns: [
      'référence',
      'guichet',
      'identifiant personne',
      'personne',
      'sujet',
      'catégorie',
      'demande',
      'état',
      'priorité',
      'conseiller',
      'déposée le',
      'première réponse le',
      'résolue le',
    ],
    rows: cellsOf(
      paged((page) =>
        db.ticket.findMany({
          where: { ...desks, createdAt: within(month) },
          include: { person: { select: { displayName: true } }, assignee: { select: { name: true } } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          ...page,
        }),
      ),
      (row) => [
        row.reference,
        row.deskId,
        row.personId ?? '',
        row.person?.displayName ?? '',
        row.topicId,
        row.category,
        row.subject,
        row.status,
        row.priority,
        row.assignee?.name ?? '',
        inParis(row.createdAt),
        inParis(row.firstRepliedAt),
        inParis(row.solvedAt),
      ],
    ),
  }),
};

async function* cellsOf<T>(
  rows: AsyncIterable<T>,
  cells: (row: T) => readonly string[],
): AsyncGenerator<readonly string[], void, undefined> {
  for await (const row of rows) yield cells(row);
}
