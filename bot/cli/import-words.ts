import type { FaultCode, ImportFault } from '../../data/imports/types';

/** What is wrong and what to write, for each fault of an import. The advisors' page has its own (web/advisor/strings-admin-2). */
const SENTENCES: Readonly<Record<FaultCode, (fault: ImportFault) => string>> = {
  empty: () => 'the file has no row: its first row names the columns',
  'too-many-rows': ({ expected }) => `more than ${expected[0]} rows: split the file`,
  quotes: () =>
    'a quotation mark is not closed, or text follows the closing one; write "" for a mark within a text',
  'unknown-column': ({ expected }) => `unknown column: remove it, or name it as one of ${list(expected)}`,
  'missing-column': () => 'this column is missing: add it',
  'repeated-column': () => 'this column stands twice: keep one of them',
  'forbidden-column': () =>
    'Guichet keeps no bank or social-security number, only whether it is known: remove this column',
  'too-many-cells': ({ expected }) =>
    `more cells than the ${expected[0]} columns: quote texts that hold the separator`,
  repeated: ({ expected }) => `the same as in line ${expected[0]}: keep one of the two rows`,
  required: () => 'nothing is written here: write a value',
  'too-long': ({ expected }) => `longer than ${expected[0]} characters: shorten it`,
  'forbidden-number': () =>
    'this looks like a bank or social-security number, which Guichet does not keep: remove it',
  'not-an-id': () => 'not an id: write letters, digits and . _ : @ / - without spaces, 100 at most',
  'not-a-choice': ({ expected }) => `write one of ${list(expected)}`,
  'not-a-date': () => 'not a date: write 18/11/2026 or 2026-11-18',
  'not-a-month': () => 'not a month: write 2026-11 or 11/2026',
  'not-a-number': ({ expected }) => `write a whole number from ${expected[0]} to ${expected[1]}`,
  'not-an-amount': () => 'not an amount in euros: write 1234,50',
  'not-an-email': () => 'not an e-mail address: write name@example.org',
  'not-a-phone': () => 'not a phone number: write 06 39 98 01 11 or +33 6 39 98 01 11',
  'not-a-zone': () => 'not a time zone: write Europe/Paris or Indian/Reunion',
  'foreign-desk': ({ expected }) => `this desk is not one of yours (${list(expected)}): remove the row`,
  'id-taken': () => 'another record has this id: choose another',
  'number-taken': () => 'another invoice has this number',
  'unknown-person': () => 'nobody has this id on these desks: import the people first',
  'unknown-advisor': () => 'no advisor of this desk has this address: add the advisor first',
  'desk-changed': ({ expected }) => `this person is on the desk ${expected[0]}: a file does not move people`,
  'person-changed': ({ expected }) =>
    `this record is that of ${expected[0]}: a file does not give it to somebody else`,
  'before-start': () => 'before the start: write a later day',
  'fewer-than-used': ({ expected }) => `${expected[0]} have been used: write that many or more`,
};

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

/** "line 3, column "début": "32/01/2026" is not a date: write ..." on one line. */
export function describeFault(fault: ImportFault): string {
  const place = fault.column === null ? `line ${fault.line}` : `line ${fault.line}, column "${fault.column}"`;
  const said = fault.value === null ? '' : `${JSON.stringify(fault.value)}: `;
  return `${place}: ${said}${SENTENCES[fault.code](fault)}`;
}
