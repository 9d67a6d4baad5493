import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../project-root';
import { endpoints } from '../endpoints';
import { rightsTable, tableIn } from './rights-doc';

const PAGE = fromRoot('docs/rights.md');

/** `GUICHET_WRITE_DOCS=1 npx jest rights-doc` writes the table anew; `npx prettier --write docs/rights.md` lays it out. */
test('docs/rights.md says what the table says', () => {
  const table = rightsTable(endpoints);
  if (process.env.GUICHET_WRITE_DOCS === '1') write(table);
  expect(tableIn(readFileSync(PAGE, 'utf8'))).toEqual(table);
});

function write([head = [], ...rows]: readonly (readonly string[])[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  writeFileSync(PAGE, `${page.slice(0, page.lastIndexOf('\n\n| what'))}\n\n${lines.join('\n')}\n`);
}
