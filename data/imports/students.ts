import { day, identifier, text, yesNo } from './cells';
import { dayOrNull, noonOrNull, paged, type Kind } from './kind';
import { ownedSurroundings, personColumn } from './owned';

interface StudentRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly path: string;
  readonly active: boolean;
  readonly fundingEndsOn: string | null;
  readonly pathEndsOn: string | null;
}

/** Students whom a mentor or a coach follows. Their sessions are not in the file. */
export const students: Kind<StudentRow> = {
  columns: {
    id: {
      name: 'identifiant',
      also: ['id', 'student id', 'identifiant étudiant'],
      cell: identifier('etudiant-001'),
      empty: 'needed',
    },
    personId: personColumn,
    name: {
      name: 'nom',
      also: ['name', 'étudiant', 'student', 'student name'],
      cell: text(200, 'Yanis'),
      empty: 'needed',
    },
    path: {
      name: 'parcours',
      also: ['path', 'formation'],
      cell: text(200, 'Développeur web'),
      empty: 'needed',
    },
    active: { name: 'actif', also: ['active', 'en cours'], cell: yesNo, empty: 'kept', initial: true },
    fundingEndsOn: {
      name: 'fin de financement',
      also: ['funding ends on', 'funding end', 'fin financement'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
    pathEndsOn: {
      name: 'fin de parcours',
      also: ['path ends on', 'path end', 'fin parcours'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
  },
  keys: { id: ({ id }) => id },
  surroundings: (tx, rows, deskIds) =>
    ownedSurroundings(tx, rows, deskIds, {
      find: (ids: string[]) =>
        tx.student.findMany({
          where: { id: { in: ids } },
          include: { person: { select: { deskId: true } } },
        }),
      toRow: (row) => toRow(row),
    }),
  async create(tx, rows) {
    await tx.student.createMany({
      data: rows.map((row) => ({
        ...row,
        fundingEndsOn: noonOrNull(row.fundingEndsOn),
        pathEndsOn: noonOrNull(row.pathEndsOn),
      })),
    });
  },
  async change(tx, { id }, { id: _id, fundingEndsOn, pathEndsOn, ...changes }) {
    await tx.student.update({
      where: { id },
      data: {
        ...changes,
        ...(fundingEndsOn !== undefined && { fundingEndsOn: noonOrNull(fundingEndsOn) }),
        ...(pathEndsOn !== undefined && { pathEndsOn: noonOrNull(pathEndsOn) }),
      },
    });
  },
  async *all(db, deskIds) {
    const rows = paged((page) =>
      db.student.findMany({
        where: { person: { deskId: { in: [...deskIds] } } },
        orderBy: [{ personId: 'asc' }, { id: 'asc' }],
        ...page,
      }),
    );
    for await (const row of rows) yield toRow(row);
  },
};

interface Stored extends Omit<StudentRow, 'fundingEndsOn' | 'pathEndsOn'> {
  readonly fundingEndsOn: Date | null;
  readonly pathEndsOn: Date | null;
}

const toRow = (row: Stored): StudentRow => ({
  id: row.id,
  personId: row.personId,
  name: row.name,
  path: row.path,
  active: row.active,
  fundingEndsOn: dayOrNull(row.fundingEndsOn),
  pathEndsOn: dayOrNull(row.pathEndsOn),
});
