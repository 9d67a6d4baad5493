import { csvFile, type Cell } from './csv';

async function* rows(...all: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* all;
}

async function text(columns: readonly string[], data: AsyncIterable<readonly Cell[]>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of csvFile(columns, data)) chunks.push(chunk);
  return chunks.join('');
}

it('opens as a table in a French spreadsheet: byte-order mark, semicolons, decimal commas', async () => {
  const hours = { number: 1.5, digits: 2 };
  expect(await text(['Élève', 'Heures'], rows(['Léa', hours], ['Hugo', { number: 1 / 3, digits: 2 }]))).toBe(
    '\uFEFFÉlève;Heures\r\nLéa;1,50\r\nHugo;0,33\r\n',
  );
});

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+33 6 00', "'+33 6 00"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['Martin; Léa', '"Martin; Léa"'],
  ['dit "Bob"', '"dit ""Bob"""'],
  ['deux\nlignes', '"deux\nlignes"'],
  ["l'élève = bon", "l'élève = bon"],
  ['', ''],
])('the text %j stays a text', async (said, cell) => {
  expect(await text(['a'], rows([said]))).toBe(`\uFEFFa\r\n${cell}\r\n`);
});

it('a number below zero is a number', async () => {
  expect(await text(['a'], rows([{ number: -1.5, digits: 1 }]))).toBe('\uFEFFa\r\n-1,5\r\n');
});

it('a month without rows is a file with its columns', async () => {
  expect(await text(['a', 'b'], rows())).toBe('\uFEFFa;b\r\n');
});

it('comes in pieces, so that no month is too long', async () => {
  async function* many(): AsyncGenerator<readonly Cell[]> {
    for (let row = 0; row < 5_000; row += 1) yield ['x'.repeat(50)];
  }
  const sizes: number[] = [];
  for await (const chunk of csvFile(['a'], many())) sizes.push(chunk.length);
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.max(...sizes)).toBeLessThan(20_000);
});
