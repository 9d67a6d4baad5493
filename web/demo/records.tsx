import type { DemoRecords } from './api';

const INVOICE_STATES = {
  'call-sent': 'appel à facturation envoyé',
  'in-progress': 'en cours',
  paid: 'payée',
} as const;

const FILE_STATES = { present: 'renseigné', missing: 'manquant', provisional: 'provisoire' } as const;

const sayDate = (iso: string): string =>
  new Date(iso).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
const sayMonth = (month: string): string =>
  new Date(`${month}-15`).toLocaleDateString('fr-FR', { month: 'long', year: 'numeric' });
const sayAmount = (cents: number): string =>
  (cents / 100).toLocaleString('fr-FR', { style: 'currency', currency: 'EUR' });

const SHOWN = 4;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly value: string;
  readonly share?: number;
}

/** The person's missions, students and invoices: a few of each, the newest first. */
export function Records({ records }: { readonly records: DemoRecords }) {
  const lists = [
    { title: 'Vos missions', rows: records.assignments.map(assignmentRow) },
    { title: 'Vos étudiants', rows: records.students.map(studentRow) },
    { title: 'Vos factures', rows: records.invoices.map(invoiceRow) },
    // The pay of the desk's tutors hangs on these two; nothing but their state is known here.
    { title: 'Votre dossier', rows: records.assignments.length > 0 ? fileRows(records) : [] },
  ].filter(({ rows }) => rows.length > 0);
  if (lists.length === 0) {
    return <p className="empty">Votre dossier ne contient encore ni mission, ni étudiant, ni facture.</p>;
  }
  return lists.map(({ title, rows }) => <RecordList key={title} title={title} rows={rows} />);
}

function RecordList({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const newest = [...rows].reverse().slice(0, SHOWN);
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="rows">
        {newest.map((row) => (
          <li key={row.id}>
            <div className="row-words">
              <span className="row-title">{row.title}</span>
              {row.detail === '' ? null : <span className="soft">{row.detail}</span>}
            </div>
            <div className="row-value">
              <span>{row.value}</span>
              {row.share === undefined ? null : (
                <progress max={1} value={row.share} aria-label={`${row.title} : ${row.value}`} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p className="soft more">et {rows.length - SHOWN} de plus</p> : null}
    </section>
  );
}

const fileRows = ({ ssnState, ibanState }: DemoRecords): readonly Row[] => [
  { id: 'iban', title: 'IBAN', detail: '', value: FILE_STATES[ibanState] },
  { id: 'ssn', title: 'Numéro de sécurité sociale', detail: '', value: FILE_STATES[ssnState] },
];

const assignmentRow = (one: DemoRecords['assignments'][number]): Row => ({
  id: one.id,
  title: `${one.pupil} · ${one.subject}`,
  detail: `Famille ${one.family}, ${one.level}${one.endedAt === null ? '' : ', terminée'}`,
  value: `${one.couponsUsed} coupons sur ${one.couponsTotal}`,
  share: one.couponsTotal === 0 ? 0 : one.couponsUsed / one.couponsTotal,
});

const studentRow = (one: DemoRecords['students'][number]): Row => {
  const end = one.fundingEndsOn ?? one.pathEndsOn;
  return {
    id: one.id,
    title: one.name,
    detail: `${one.path}${one.active ? '' : ', parcours terminé'}`,
    value: end === null ? '' : `jusqu'au ${sayDate(end)}`,
  };
};

const invoiceRow = (one: DemoRecords['invoices'][number]): Row => ({
  id: one.id,
  title: `Facture ${one.number}`,
  detail: `${sayMonth(one.month)}, ${sayAmount(one.amountCents)}`,
  value: INVOICE_STATES[one.status],
});
