import fc from 'fast-check';
import { amount, day, email, month, wholeNumber, yesNo, zone, type CellType } from './cells';
import { decode } from './decode';
import { people } from './people';
import { readFile } from './read';
import { readTable } from './table';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const cellsOf = (text: string) => readTable(text).rows.map(({ cells }) => cells);

describe('a file of a French spreadsheet', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes('prénom')],
    ['UTF-8 with its mark', bytes('\uFEFFprénom')],
    ['Windows-1252', Uint8Array.from([0x70, 0x72, 0xe9, 0x6e, 0x6f, 0x6d])],
    ['UTF-16', Buffer.from('\uFEFFprénom', 'utf16le')],
  ])('is read as %s', (_name, content) => {
    expect(decode(content)).toBe('prénom');
  });

  test.each<[string, string, string[][]]>([
    [
      'semicolons',
      'a;b,c\r\n1;2,5\r\n',
      [
        ['a', 'b,c'],
        ['1', '2,5'],
      ],
    ],
    [
      'commas',
      'a,b\n1,"2,5"\n',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      'tabulators',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes',
      'a;b\n"dit ""oui""";"x;y"\n',
      [
        ['a', 'b'],
        ['dit "oui"', 'x;y'],
      ],
    ],
    ['one column', 'a\n1\n', [['a'], ['1']]],
    [
      'no last line end',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty lines',
      '\n\na;b\n;;\n1;2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old line ends',
      'a;b\r1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('may have %s', (_name, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('keeps the line on which each row begins, also behind a cell of several lines', () => {
    const { rows } = readTable('a;b\r\n"x\r\ny";1\r\n\r\nz;2\r\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('says where quotes are broken', () => {
    expect(readTable('a;b\n1;2\n"x;3\n').brokenQuotes).toBe(3);
  });

  it('any grid of strings comes back as it was written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ';', ',', '\n', '\r\n', '\t', "'", '='),
    });
    // A first column that is never blank: empty lines are left out.
    const row = fc.array(cell, { minLength: 2, maxLength: 2 }).map((cells) => ['x', ...cells]);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        (grid, end) => {
          const head = ['h1', 'h2', 'h3'];
          const written = [head, ...grid]
            .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
            .join(end);
          expect(cellsOf(written)).toEqual([head, ...grid]);
        },
      ),
    );
  });

  it('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(readFile(content, people).faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

const reads = <T>(type: CellType<T>, said: string): T | string => {
  const read = type.read(said);
  return read.ok ? read.value : read.fault.code;
};

describe('a cell', () => {
  test.each([
    ['18/11/2026', '2026-11-18'],
    ['8/1/26', '2026-01-08'],
    ['2026-11-18', '2026-11-18'],
    ['2026-11-18T00:00:00Z', '2026-11-18'],
    ['18.11.2026', '2026-11-18'],
    ['31/02/2026', 'not-a-date'],
    ['11/18/2026', 'not-a-date'],
    ['hier', 'not-a-date'],
    ['18/11/1026', 'not-a-date'],
  ])('of a day, %s: %s', (said, value) => expect(reads(day, said)).toBe(value));

  test.each([
    ['840', 84_000],
    ['840,5', 84_050],
    ['1 234,50 €', 123_450],
    ['1\u202F234,50', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['12,345', 'not-an-amount'],
    ['-3', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
  ])('of money, %s: %s', (said, value) => expect(reads(amount, said)).toBe(value));

  test.each([
    ['2026-11', '2026-11'],
    ['11/2026', '2026-11'],
    ['3-2026', '2026-03'],
    ['2026-13', 'not-a-month'],
    ['novembre', 'not-a-month'],
  ])('of a month, %s: %s', (said, value) => expect(reads(month, said)).toBe(value));

  test.each([
    ['Oui', true],
    ['NON', false],
    ['1', true],
    ['peut-être', 'not-a-choice'],
  ])('of yes and no, %s: %s', (said, value) => expect(reads(yesNo, said)).toBe(value));

  test.each([
    ['10', 10],
    ['10,0', 10],
    ['-1', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['99999', 'not-a-number'],
  ])('of a count, %s: %s', (said, value) => expect(reads(wholeNumber, said)).toBe(value));

  test.each([
    ['A.B@Exemple.FR', 'a.b@exemple.fr'],
    ['a@b', 'not-an-email'],
    ['a b@c.fr', 'not-an-email'],
  ])('of an address, %s: %s', (said, value) => expect(reads(email, said)).toBe(value));

  test.each([
    ['Indian/Reunion', 'Indian/Reunion'],
    ['Paris', 'not-a-zone'],
    ['UTC+4', 'not-a-zone'],
  ])('of a zone, %s: %s', (said, value) => expect(reads(zone, said)).toBe(value));

  it('what is written reads back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(reads(amount, amount.write(cents))).toBe(cents);
      }),
    );
    const days = fc.date({ min: new Date('1951-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (at) => {
        const iso = at.toISOString().slice(0, 10);
        expect(reads(day, day.write(iso))).toBe(iso);
      }),
    );
  });
});

describe('the head of a file', () => {
  const faultsOf = (text: string) =>
    readFile(bytes(text), people).faults.map(({ line, column, code }) => [line, column, code]);

  test.each([
    ['in French', 'identifiant;guichet;prénom;nom affiché\np1;abc;A;A B'],
    ['in English', 'id,desk,first name,display name\np1,abc,A,A B'],
    ['in capitals, without accents, in any order', 'PRENOM;NOM;GUICHET;ID\nA;A B;abc;p1'],
    ['as code', 'id;desk;firstName;displayName\np1;abc;A;A B'],
    ['with snake case', 'person_id;desk_id;first_name;display_name\np1;abc;A;A B'],
  ])('is understood %s', (_how, text) => {
    const { rows, faults } = readFile(bytes(text), people);
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ line: 2, said: { id: 'p1', desk: 'abc', firstName: 'A', displayName: 'A B' } }]);
  });

  it('names what is unknown, missing and repeated', () => {
    expect(faultsOf('id;desk;ID;âge;prénom\n')).toEqual([
      [1, 'ID', 'repeated-column'],
      [1, 'âge', 'unknown-column'],
      [1, 'nom affiché', 'missing-column'],
    ]);
  });

  test.each([
    'IBAN',
    'n° sécurité sociale',
    'Numéro de sécurité sociale',
    'SSN',
    'RIB',
    'NIR',
    'numéro IBAN',
  ])('refuses a column %s: only the state is kept', (name) => {
    expect(faultsOf(`id;desk;prénom;nom;${name}\n`)).toContainEqual([1, name, 'forbidden-column']);
  });
});

describe('rows', () => {
  const head = 'id;guichet;prénom;nom;e-mail;début\n';
  const faultsOf = (rows: string) => readFile(bytes(head + rows), people).faults;

  it('are faulted by line and column, with what stands there and what may', () => {
    expect(faultsOf('p1;abd;A;A B;pas une adresse;\n;abc;A;A B;;32/01/2026\n')).toEqual([
      {
        line: 2,
        column: 'guichet',
        code: 'not-a-choice',
        value: 'abd',
        expected: ['abc', 'ogestion', 'oc-mentor', 'oc-coach'],
      },
      { line: 2, column: 'e-mail', code: 'not-an-email', value: 'pas une adresse', expected: [] },
      { line: 3, column: 'id', code: 'required', value: null, expected: [] },
      { line: 3, column: 'début', code: 'not-a-date', value: '32/01/2026', expected: [] },
    ]);
  });

  it('that stand twice name the first', () => {
    expect(faultsOf('p1;abc;A;A B;;\np1;abc;A;A C;;\n')).toMatchObject([
      { line: 3, column: 'id', code: 'repeated', value: 'p1', expected: ['2'] },
    ]);
  });

  it('with a bank number in a text are refused without repeating it', () => {
    const faults = faultsOf('p1;abc;FR76 3000 6000 0112 3456 7890 189;A B;;\n');
    expect(faults).toEqual([
      { line: 2, column: 'prénom', code: 'forbidden-number', value: null, expected: [] },
    ]);
  });

  it('with too many cells say how many there are columns', () => {
    expect(faultsOf('p1;abc;A;A B;;;surplus\n')).toMatchObject([
      { line: 2, column: null, code: 'too-many-cells', expected: ['6'] },
    ]);
  });

  it('keep a phone number that an export has guarded by an apostrophe', () => {
    const { rows } = readFile(bytes("id;desk;prénom;nom;tel\np1;abc;A;A B;'+33 6 39 98 01 11"), people);
    expect(rows[0]?.said.phone).toBe('+33 6 39 98 01 11');
  });
});
