import { day, identifier, text, wholeNumber } from './cells';
import { atNoon, dayOf, dayOrNull, noonOrNull, paged, type Kind } from './kind';
import { ownedSurroundings, personColumn } from './owned';

interface AssignmentRow {
  readonly id: string;
  readonly personId: string;
  readonly family: string;
  readonly pupil: string;
  readonly subject: string;
  readonly level: string;
  readonly couponsTotal: number;
  readonly startsOn: string;
  readonly endedOn: string | null;
}

/** Families' orders of lessons (desk abc). */
export const assignments: Kind<AssignmentRow> = {
  columns: {
    id: {
      name: 'identifiant',
      also: ['id', 'assignment id', 'identifiant mission', 'mission', 'prestation'],
      cell: identifier('mission-2026-001'),
      empty: 'needed',
    },
    personId: personColumn,
    family: {
      name: 'famille',
      also: ['family', 'client'],
      cell: text(200, 'Famille Martin'),
      empty: 'needed',
    },
    pupil: { name: 'élève', also: ['pupil', 'student', 'enfant'], cell: text(200, 'Léa'), empty: 'needed' },
    subject: {
      name: 'matière',
      also: ['subject', 'discipline'],
      cell: text(100, 'Mathématiques'),
      empty: 'needed',
    },
    level: { name: 'niveau', also: ['level', 'classe', 'grade'], cell: text(100, '3e'), empty: 'needed' },
    couponsTotal: {
      name: 'coupons',
      also: ['nombre de coupons', 'coupons total', 'total coupons', 'coupons commandés'],
      cell: wholeNumber,
      empty: 'needed',
    },
    startsOn: {
      name: 'début',
      also: ['date de début', 'starts on', 'start', 'start date'],
      cell: day,
      empty: 'needed',
    },
    endedOn: {
      name: 'fin',
      also: ['date de fin', 'ended on', 'ended at', 'end', 'end date'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
  },
  keys: { id: ({ id }) => id },
  surroundings: (tx, rows, deskIds) =>
    ownedSurroundings(tx, rows, deskIds, {
      find: (ids: string[]) =>
        tx.assignment.findMany({
          where: { id: { in: ids } },
          include: {
            person: { select: { deskId: true } },
            _count: { select: { coupons: { where: { status: 'saved' } } } },
          },
        }),
      toRow: (row) => toRow(row),
      faults: (merged, before) => {
        const used = before?._count.coupons ?? 0;
        return [
          ...(merged.couponsTotal < used
            ? [{ field: 'couponsTotal', code: 'fewer-than-used', expected: [String(used)] } as const]
            : []),
          ...(merged.endedOn !== null && merged.endedOn < merged.startsOn
            ? [{ field: 'endedOn', code: 'before-start' } as const]
            : []),
        ];
      },
    }),
  async create(tx, rows) {
    await tx.assignment.createMany({
      data: rows.map(({ startsOn, endedOn, ...row }) => ({
        ...row,
        startsOn: atNoon(startsOn),
        endedAt: noonOrNull(endedOn),
      })),
    });
  },
  async change(tx, { id }, { id: _id, startsOn, endedOn, ...changes }) {
    await tx.assignment.update({
      where: { id },
      data: {
        ...changes,
        ...(startsOn !== undefined && { startsOn: atNoon(startsOn) }),
        ...(endedOn !== undefined && { endedAt: noonOrNull(endedOn) }),
      },
    });
  },
  async *all(db, deskIds) {
    const rows = paged((page) =>
      db.assignment.findMany({
        where: { person: { deskId: { in: [...deskIds] } } },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        ...page,
      }),
    );
    for await (const row of rows) yield toRow(row);
  },
};

interface Stored extends Omit<AssignmentRow, 'startsOn' | 'endedOn'> {
  readonly startsOn: Date;
  readonly endedAt: Date | null;
}

const toRow = ({ startsOn, endedAt, ...row }: Stored): AssignmentRow => ({
  id: row.id,
  personId: row.personId,
  family: row.family,
  pupil: row.pupil,
  subject: row.subject,
  level: row.level,
  couponsTotal: row.couponsTotal,
  startsOn: dayOf(startsOn),
  endedOn: dayOrNull(endedAt),
});
