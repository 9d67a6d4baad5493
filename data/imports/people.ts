import { DESK_IDS, type DeskId } from '../desks/types';
import { toPerson } from '../people/service';
import type { IbanState, Locale, SsnState } from '../people/types';
import { choice, day, email, identifier, phone, text, zone } from './cells';
import { dayOrNull, inChunks, noonOrNull, paged, saidOf, type Kind, type Known } from './kind';

interface PersonRow {
  readonly id: string;
  readonly desk: DeskId;
  readonly firstName: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly zone: string;
  readonly locale: Locale;
  /** The address of the advisor who follows her. */
  readonly advisor: string | null;
  readonly ssnState: SsnState;
  readonly ibanState: IbanState;
  readonly startedOn: string | null;
}

const DESK_WORDS = Object.fromEntries(DESK_IDS.map((id) => [id, [id]])) as Record<DeskId, [string]>;

/** People who write to a desk. Of bank and social-security numbers only the state is kept (A019, A023). */
export const people: Kind<PersonRow> = {
  columns: {
    id: {
      name: 'identifiant',
      also: ['id', 'person id', 'identifiant personne', 'matricule'],
      cell: identifier('abc-camille'),
      empty: 'needed',
    },
    desk: {
      name: 'guichet',
      also: ['desk', 'desk id', 'bureau'],
      cell: choice<DeskId>(DESK_WORDS),
      empty: 'needed',
    },
    firstName: {
      name: 'prénom',
      also: ['first name', 'given name'],
      cell: text(100, 'Camille'),
      empty: 'needed',
    },
    displayName: {
      name: 'nom affiché',
      also: ['nom', 'nom complet', 'name', 'display name', 'full name'],
      cell: text(200, 'Camille Moreau'),
      empty: 'needed',
    },
    email: {
      name: 'e-mail',
      also: ['mail', 'courriel', 'adresse e-mail', 'adresse mail', 'email address'],
      cell: email,
      empty: 'cleared',
      initial: null,
    },
    phone: {
      name: 'téléphone',
      also: ['tel', 'phone', 'phone number', 'mobile', 'numéro de téléphone', 'portable'],
      cell: phone,
      empty: 'cleared',
      initial: null,
    },
    zone: {
      name: 'fuseau horaire',
      also: ['fuseau', 'zone', 'time zone', 'tz'],
      cell: zone,
      empty: 'kept',
      initial: 'Europe/Paris',
    },
    locale: {
      name: 'langue',
      also: ['language', 'locale'],
      cell: choice<Locale>({
        fr: ['français', 'french', 'fr-FR'],
        en: ['anglais', 'english', 'en-GB', 'en-US'],
      }),
      empty: 'kept',
      initial: 'fr',
    },
    advisor: {
      name: 'conseiller (e-mail)',
      also: ['conseiller', 'conseillère', 'advisor', 'advisor email', 'e-mail du conseiller'],
      cell: email,
      empty: 'cleared',
      initial: null,
    },
    ssnState: {
      name: 'état numéro de sécurité sociale',
      also: ['ssn state', 'état sécurité sociale', 'état sécu', 'sécurité sociale (état)', 'état nir'],
      cell: choice<SsnState>({
        present: ['présent', 'connu', 'oui'],
        missing: ['manquant', 'absent', 'non'],
        provisional: ['provisoire'],
      }),
      empty: 'kept',
      initial: 'missing',
    },
    ibanState: {
      name: 'état IBAN',
      also: ['iban state', 'iban (état)'],
      cell: choice<IbanState>({
        present: ['présent', 'connu', 'oui'],
        missing: ['manquant', 'absent', 'non'],
      }),
      empty: 'kept',
      initial: 'missing',
    },
    startedOn: {
      name: 'début',
      also: ['date de début', 'started on', 'started at', 'start', 'start date', 'arrivée'],
      cell: day,
      empty: 'cleared',
      initial: null,
    },
  },
  keys: { id: ({ id }) => id },
  async surroundings(tx, rows, deskIds) {
    const [found, advisors] = await Promise.all([
      inChunks(saidOf(rows, 'id'), (ids) =>
        tx.person.findMany({ where: { id: { in: ids } }, include: ADVISOR }),
      ),
      tx.advisor.findMany({
        where: { desks: { some: { deskId: { in: [...deskIds] } } } },
        select: { email: true, desks: { select: { deskId: true } } },
      }),
    ]);
    const known = new Map(found.map((row): [string, Known<PersonRow>] => [row.id, toKnown(row)]));
    const desksOf = new Map(
      advisors.map((one) => [one.email.toLowerCase(), one.desks.map(({ deskId }) => deskId)]),
    );
    return {
      known: ({ id = '' }) => known.get(id) ?? null,
      deskOf: ({ desk }) => desk ?? null,
      faults(merged, before) {
        if (!deskIds.includes(merged.desk))
          return [{ field: 'desk', code: 'foreign-desk', expected: deskIds }];
        if (before !== null && !deskIds.includes(before.deskId)) return [{ field: 'id', code: 'id-taken' }];
        if (before !== null && before.deskId !== merged.desk) {
          return [{ field: 'desk', code: 'desk-changed', expected: [before.deskId] }];
        }
        const { advisor } = merged;
        // Whoever follows her already stays, also when she has left the desk.
        const stranger =
          advisor !== null && advisor !== before?.row.advisor && !desksOf.get(advisor)?.includes(merged.desk);
        return stranger ? [{ field: 'advisor', code: 'unknown-advisor' }] : [];
      },
    };
  },
  async create(tx, rows, now) {
    const ids = await advisorIds(
      tx,
      rows.map(({ advisor }) => advisor),
    );
    await tx.person.createMany({
      data: rows.map(({ desk, advisor, startedOn, ...row }) => ({
        ...row,
        deskId: desk,
        advisorId: advisor === null ? null : (ids.get(advisor) ?? null),
        startedAt: noonOrNull(startedOn),
        createdAt: now,
      })),
    });
  },
  async change(tx, { id }, { id: _id, desk: _desk, advisor, startedOn, ...changes }) {
    const ids = advisor === undefined ? null : await advisorIds(tx, [advisor]);
    await tx.person.update({
      where: { id },
      data: {
        ...changes,
        ...(startedOn !== undefined && { startedAt: noonOrNull(startedOn) }),
        ...(ids !== null && { advisorId: ids.get(advisor ?? '') ?? null }),
      },
    });
  },
  async *all(db, deskIds) {
    const rows = paged((page) =>
      db.person.findMany({
        where: { deskId: { in: [...deskIds] } },
        include: ADVISOR,
        orderBy: [{ deskId: 'asc' }, { displayName: 'asc' }, { id: 'asc' }],
        ...page,
      }),
    );
    for await (const row of rows) yield toKnown(row).row;
  },
};

const ADVISOR = { advisor: { select: { email: true } } } as const;

function toKnown(
  row: Parameters<typeof toPerson>[0] & { readonly advisor: { readonly email: string } | null },
): Known<PersonRow> {
  const { id, deskId, firstName, displayName, startedAt, ...person } = toPerson(row);
  return {
    deskId,
    row: {
      id,
      desk: deskId,
      firstName,
      displayName,
      email: person.email,
      phone: person.phone,
      zone: person.zone,
      locale: person.locale,
      advisor: row.advisor?.email.toLowerCase() ?? null,
      ssnState: person.ssnState,
      ibanState: person.ibanState,
      startedOn: dayOrNull(startedAt),
    },
  };
}

async function advisorIds(
  tx: Parameters<Kind<PersonRow>['create']>[0],
  addresses: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  if (addresses.every((address) => address === null)) return new Map();
  const rows = await tx.advisor.findMany({ select: { id: true, email: true } });
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]));
}
