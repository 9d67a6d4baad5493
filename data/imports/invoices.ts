import type { DeskId } from '../desks/types';
import type { InvoiceStatus } from '../people/types';
import { oneOf } from '../prisma/database';
import { amount, choice, day, identifier, month, text } from './cells';
import { dayOrNull, desksOfPeople, inChunks, noonOrNull, paged, saidOf, type Kind, type Known } from './kind';
import { ownedFaults, personColumn } from './owned';

interface InvoiceRow {
  /** Undefined where a file leaves it out: the record is found by its number, and a new one has its number as id. */
  readonly id: string | undefined;
  readonly number: string;
  readonly personId: string;
  readonly month: string;
  readonly amountCents: number;
  readonly status: InvoiceStatus;
  readonly callSentOn: string | null;
  readonly issuedOn: string | null;
  readonly paidOn: string | null;
}

const STATUSES = ['call-sent', 'in-progress', 'paid'] as const satisfies readonly InvoiceStatus[];

/** Invoices of mentors and coaches, in every state. A number is given once. */
export const invoices: Kind<InvoiceRow> = {
  columns: {
    id: {
      name: 'identifiant',
      also: ['id', 'invoice id', 'identifiant facture'],
      cell: identifier('facture-2026-11-001'),
      empty: 'kept',
    },
    number: {
      name: 'numéro',
      also: ['number', 'invoice number', 'numéro de facture', 'facture'],
      cell: text(100, 'F-2026-11-001'),
      empty: 'needed',
    },
    personId: personColumn,
    month: { name: 'mois', also: ['month', 'période'], cell: month, empty: 'needed' },
    amountCents: {
      name: 'montant (EUR)',
      also: ['montant', 'amount', 'amount eur', 'total', 'montant ttc'],
      cell: amount,
      empty: 'needed',
    },
    status: {
      name: 'état',
      also: ['status', 'statut', 'state'],
      cell: choice<InvoiceStatus>({
        'call-sent': ['appel envoyé', 'appel à facturation', 'appel à facturation envoyé'],
        'in-progress': ['en cours', 'acceptée', 'en cours de paiement'],
        paid: ['payée', 'réglée', 'payé'],
      }),
      empty: 'needed',
    },
    callSentOn: {
      name: 'appel envoyé le',
      also: ['call sent on', 'call sent at', 'date appel'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
    issuedOn: {
      name: 'émise le',
      also: ['issued on', 'issued at', "date d'émission", 'date facture'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
    paidOn: {
      name: 'payée le',
      also: ['paid on', 'paid at', 'date de paiement', 'réglée le'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
  },
  keys: {
    number: ({ number }) => number,
    id: ({ id, number }) => id ?? number,
  },
  async surroundings(tx, rows, deskIds) {
    const person = { person: { select: { deskId: true } } };
    const [byId, byNumber, desks] = await Promise.all([
      // A new invoice without an id takes its number for one, which must be free too.
      inChunks([...saidOf(rows, 'id'), ...saidOf(rows, 'number')], (ids) =>
        tx.invoice.findMany({ where: { id: { in: ids } }, include: person }),
      ),
      inChunks(saidOf(rows, 'number'), (numbers) =>
        tx.invoice.findMany({ where: { number: { in: numbers } }, include: person }),
      ),
      desksOfPeople(tx, saidOf(rows, 'personId'), deskIds),
    ]);
    const toKnown = (row: (typeof byId)[number]): Known<InvoiceRow> => ({
      row: toRow(row),
      deskId: row.person.deskId as DeskId,
    });
    const ids = new Map(byId.map((row) => [row.id, toKnown(row)]));
    const numbers = new Map(byNumber.map((row) => [row.number, toKnown(row)]));
    return {
      known: ({ id, number = '' }) => (id === undefined ? numbers.get(number) : ids.get(id)) ?? null,
      deskOf: ({ personId = '' }) => desks.get(personId) ?? null,
      faults(merged, before) {
        const holder = numbers.get(merged.number);
        const idTaken = before === null && ids.has(merged.id ?? merged.number);
        return [
          ...ownedFaults(merged, before, desks, deskIds),
          ...(holder !== undefined && holder.row.id !== before?.row.id
            ? [{ field: 'number', code: 'number-taken' } as const]
            : []),
          ...(idTaken ? [{ field: 'id', code: 'id-taken' } as const] : []),
        ];
      },
    };
  },
  async create(tx, rows) {
    await tx.invoice.createMany({
      data: rows.map(({ callSentOn, issuedOn, paidOn, ...row }) => ({
        ...row,
        id: row.id ?? row.number,
        callSentAt: noonOrNull(callSentOn),
        issuedAt: noonOrNull(issuedOn),
        paidAt: noonOrNull(paidOn),
      })),
    });
  },
  async change(tx, { id }, { id: _id, callSentOn, issuedOn, paidOn, ...changes }) {
    await tx.invoice.update({
      where: { id },
      data: {
        ...changes,
        ...(callSentOn !== undefined && { callSentAt: noonOrNull(callSentOn) }),
        ...(issuedOn !== undefined && { issuedAt: noonOrNull(issuedOn) }),
        ...(paidOn !== undefined && { paidAt: noonOrNull(paidOn) }),
      },
    });
  },
  async *all(db, deskIds) {
    const rows = paged((page) =>
      db.invoice.findMany({
        where: { person: { deskId: { in: [...deskIds] } } },
        orderBy: [{ month: 'asc' }, { number: 'asc' }, { id: 'asc' }],
        ...page,
      }),
    );
    for await (const row of rows) yield toRow(row);
  },
};

interface Stored {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly month: string;
  readonly amountCents: number;
  readonly status: string;
  readonly callSentAt: Date | null;
  readonly issuedAt: Date | null;
  readonly paidAt: Date | null;
}

const toRow = (row: Stored): InvoiceRow => ({
  id: row.id,
  number: row.number,
  personId: row.personId,
  month: row.month,
  amountCents: row.amountCents,
  status: oneOf(STATUSES, row.status, 'Invoice.status'),
  callSentOn: dayOrNull(row.callSentAt),
  issuedOn: dayOrNull(row.issuedAt),
  paidOn: dayOrNull(row.paidAt),
});
