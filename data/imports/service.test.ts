import { DESK_IDS, type DeskId } from '../desks/types';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { templateOf } from './service';
import { IMPORT_KINDS, MOST_FAULTS, MOST_ROWS, type ImportCommand, type ImportReport } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const run = (
  kind: ImportCommand['kind'],
  text: string,
  more: { readonly dryRun?: boolean; readonly deskIds?: readonly DeskId[] } = {},
): Promise<ImportReport> =>
  data.services.imports.run({
    kind,
    content: Buffer.from(text),
    fileName: 'essai.csv',
    deskIds: DESK_IDS,
    dryRun: false,
    actor: { kind: 'advisor', id: 'advisor-admin', name: 'Administration' },
    now: TEST_NOW,
    ...more,
  });
const faults = ({ faults: found }: ImportReport) =>
  found.map(({ line, column, code }) => [line, column, code]);

async function exported(kind: ImportCommand['kind'], deskIds: readonly DeskId[] = DESK_IDS): Promise<string> {
  const { columns, rows } = data.services.imports.table(kind, deskIds);
  const all: (readonly string[])[] = [columns];
  for await (const row of rows) all.push(row);
  return all.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\r\n');
}

const PEOPLE = 'identifiant;guichet;prénom;nom affiché;e-mail;conseiller;état IBAN;début\n';
const NEW_PERSON = 'abc-nina;abc;Nina;Nina Roy;nina@exemple.fr;;présent;18/11/2026\n';

describe('an import', () => {
  it('creates, and the same file again changes nothing', async () => {
    const text = PEOPLE + NEW_PERSON;
    expect(await run('people', text)).toMatchObject({ created: 1, changed: 0, written: true, faultCount: 0 });
    expect(await data.services.people.find('abc-nina')).toMatchObject({
      displayName: 'Nina Roy',
      zone: 'Europe/Paris',
      ibanState: 'present',
      ssnState: 'missing',
      startedAt: new Date('2026-11-18T12:00:00Z'),
    });
    expect(await run('people', text)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
  });

  it('changes only what the file says: an absent column says nothing, an empty cell that there is none', async () => {
    const before = await data.services.people.find('abc-camille');
    const report = await run(
      'people',
      'id;desk;first name;name;phone\nabc-camille;abc;Camille;Camille Moreau-Diaz;\n',
    );
    expect(report).toMatchObject({ created: 0, changed: 1 });
    expect(await data.services.people.find('abc-camille')).toEqual({
      ...before,
      displayName: 'Camille Moreau-Diaz',
      phone: null,
    });
  });

  it('in a dry run says what it would do and does nothing', async () => {
    const report = await run('people', PEOPLE + NEW_PERSON, { dryRun: true });
    expect(report).toMatchObject({ created: 1, rows: 1, written: false });
    expect(await data.services.people.find('abc-nina')).toBeNull();
  });

  it('writes all or nothing', async () => {
    const report = await run('people', `${PEOPLE}${NEW_PERSON}abc-bad;abc;;X;;;;\n`);
    expect(report).toMatchObject({ written: false, faultCount: 1 });
    expect(await data.services.people.find('abc-nina')).toBeNull();
  });

  it('keeps a history, one entry a desk', async () => {
    await run('people', `${PEOPLE}${NEW_PERSON}m-1;oc-mentor;A;A B;;;;\n`);
    await run('people', PEOPLE + NEW_PERSON, { dryRun: true });
    const entries = await data.services.audit.list({ deskIds: ['abc'], withoutDesk: true, limit: 9 });
    expect(entries).toMatchObject([
      {
        action: 'imports.write',
        actor: { name: 'Administration' },
        detail: { kind: 'people', file: 'essai.csv', created: 1, changed: 0, unchanged: 0 },
      },
    ]);
  });

  it(`lists ${MOST_FAULTS} faults and counts the rest`, async () => {
    const report = await run('people', PEOPLE + 'x;nowhere;A;B;;;;\n'.repeat(300));
    expect(report.faults).toHaveLength(MOST_FAULTS);
    // Each row names an unknown desk, and all but the first repeat its id.
    expect(report.faultCount).toBe(599);
  });

  it(`takes ${MOST_ROWS} rows at once, and no more`, async () => {
    const rows = Array.from({ length: MOST_ROWS }, (_one, index) => `n-${index};abc;A;A ${index};;;;\n`).join(
      '',
    );
    expect(await run('people', PEOPLE + rows)).toMatchObject({ created: MOST_ROWS, written: true });
    expect(faults(await run('people', `${PEOPLE}${rows}more;abc;A;A B;;;;\n`))).toEqual([
      [1, null, 'too-many-rows'],
    ]);
  }, 30_000);
});

describe('desks', () => {
  const only: { readonly deskIds: readonly DeskId[] } = { deskIds: ['abc'] };

  test.each<[string, ImportCommand['kind'], string, string, string]>([
    ['a row of another desk', 'people', `${PEOPLE}m-9;oc-mentor;A;A B;;;;`, 'guichet', 'foreign-desk'],
    [
      'an id that another desk uses',
      'people',
      `${PEOPLE}mentor-alice;abc;A;A B;;;;`,
      'identifiant',
      'id-taken',
    ],
    [
      'a record of somebody of another desk',
      'students',
      'id;person id;nom;parcours\ns-1;mentor-alice;Y;Web',
      'person id',
      'unknown-person',
    ],
    [
      'an advisor of another desk',
      'people',
      `${PEOPLE}abc-9;abc;A;A B;;alice@nowhere.fr;;`,
      'conseiller',
      'unknown-advisor',
    ],
  ])('%s is refused', async (_what, kind, text, column, code) => {
    expect(faults(await run(kind, text, only))).toEqual([[2, column, code]]);
  });

  it('nobody moves to another desk by a file', async () => {
    expect(faults(await run('people', `${PEOPLE}abc-camille;oc-mentor;Camille;Camille Moreau;;;;`))).toEqual([
      [2, 'guichet', 'desk-changed'],
    ]);
  });

  it('an export holds one’s own rows only', async () => {
    expect(await exported('people', ['abc'])).not.toContain('mentor-alice');
    expect(await exported('invoices', ['abc'])).not.toContain('mentor-');
  });
});

describe('records of somebody', () => {
  it('an order of lessons is created and its end noted', async () => {
    const head = 'identifiant;identifiant personne;famille;élève;matière;niveau;coupons;début;fin\n';
    const text = `${head}a-1;abc-camille;Famille Roux;Zoé;Anglais;4e;12;01/12/2026;\n`;
    expect(await run('assignments', text)).toMatchObject({ created: 1 });
    expect(await run('assignments', text.replace('2026;\n', '2026;30/06/2027\n'))).toMatchObject({
      changed: 1,
    });
    const found = (await data.services.people.assignments('abc-camille')).find(({ id }) => id === 'a-1');
    expect(found).toMatchObject({ couponsTotal: 12, endedAt: new Date('2027-06-30T12:00:00Z') });
    expect(faults(await run('assignments', text.replace('2026;\n', '2026;30/11/2026\n')))).toEqual([
      [2, 'fin', 'before-start'],
    ]);
  });

  it('an order keeps at least the coupons that were used, and its tutor', async () => {
    const text = await exported('assignments', ['abc']);
    const [used] = (await data.services.people.assignments('abc-camille')).filter(
      ({ couponsUsed }) => couponsUsed > 0,
    );
    const head = 'id;person id;family;pupil;subject;level;coupons total;starts on\n';
    const row = (person: string, coupons: number) =>
      `${head}${used?.id};${person};${used?.family};${used?.pupil};x;y;${coupons};2026-09-01`;
    expect(text).toContain(used?.id);
    expect(faults(await run('assignments', row('abc-camille', 0)))).toEqual([
      [2, 'coupons total', 'fewer-than-used'],
    ]);
    expect(faults(await run('assignments', row('abc-sofiane', 50)))).toEqual([
      [2, 'person id', 'person-changed'],
    ]);
  });

  it('an invoice is found by its number, and paid', async () => {
    const head = 'numéro;identifiant personne;mois;montant;état;payée le\n';
    const text = `${head}F-77;mentor-alice;11/2026;1 234,50 €;En cours;\n`;
    expect(await run('invoices', text)).toMatchObject({ created: 1 });
    expect(await run('invoices', text)).toMatchObject({ unchanged: 1 });
    const paid = text.replace('En cours;', 'payée;18/11/2026');
    expect(await run('invoices', paid)).toMatchObject({ changed: 1 });
    expect(
      (await data.services.people.invoices('mentor-alice')).find(({ number }) => number === 'F-77'),
    ).toMatchObject({
      month: '2026-11',
      amountCents: 123_450,
      status: 'paid',
      paidAt: new Date('2026-11-18T12:00:00Z'),
    });
  });

  it('a number of an invoice is given once', async () => {
    const [taken] = await data.services.people.invoices('mentor-alice');
    const head = 'id;numéro;identifiant personne;mois;montant;état\n';
    const report = await run('invoices', `${head}other;${taken?.number};mentor-bruno;2026-11;10;payée\n`);
    expect(faults(report)).toEqual([[2, 'numéro', 'number-taken']]);
    const twice = await run(
      'invoices',
      `${head}a;N1;mentor-bruno;2026-11;1;payée\na;N2;mentor-bruno;2026-11;1;payée\n`,
    );
    expect(faults(twice)).toEqual([[3, 'id', 'repeated']]);
  });
});

describe.each(IMPORT_KINDS)('%s', (kind) => {
  it('what is exported changes nothing when it is imported', async () => {
    const report = await run(kind, await exported(kind));
    expect(report).toMatchObject({ created: 0, changed: 0, faultCount: 0 });
    expect(report.unchanged).toBeGreaterThan(0);
  });

  it('has a template that is read without a fault in its columns and cells', async () => {
    const text = templateOf(kind)
      .map((row) => row.join(';'))
      .join('\n');
    const codes = new Set((await run(kind, text, { dryRun: true })).faults.map(({ code }) => code));
    // Its example names an advisor and a person that not every installation has.
    for (const code of codes) expect(['unknown-person', 'unknown-advisor']).toContain(code);
  });
});
