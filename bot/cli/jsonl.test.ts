import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { LineFault, openOutput, readLines } from './jsonl';
import { CommandFault } from './knowledge-command';

const shape = z.object({ text: z.string() });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-jsonl-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (text: string): string => {
  const file = join(folder, 'in.jsonl');
  writeFileSync(file, text);
  return file;
};
const read = async (file: string, check?: (value: { text: string }) => void): Promise<string[]> => {
  const found: string[] = [];
  for await (const { value, line } of readLines(file, shape, check)) found.push(`${line} ${value.text}`);
  return found;
};
const faultOf = async (work: Promise<unknown>): Promise<CommandFault> => {
  const fault: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (fault instanceof CommandFault) return fault;
  throw new Error(`no fault but ${String(fault)}`);
};

describe('reading JSON lines', () => {
  test('in order, with their numbers; empty lines, a byte-order mark and CRLF do not matter', async () => {
    const file = fileOf('\uFEFF{"text":"a"}\r\n\r\n{"text":"b","more":1}\n');
    expect(await read(file)).toEqual(['1 a', '3 b']);
  });

  test('an empty file has none', async () => expect(await read(fileOf(''))).toEqual([]));

  test('every bad line is named, and nothing is given out', async () => {
    const file = fileOf('{"text":"a"}\n{"text":1}\nnot json\n');
    const seen: string[] = [];
    const fault = await faultOf(
      (async () => {
        for await (const { value } of readLines(file, shape)) seen.push(value.text);
      })(),
    );
    expect(seen).toEqual([]);
    expect(fault.code).toBe(1);
    expect(fault.message).toMatch(/in\.jsonl:2: "text".*\n.*in\.jsonl:3: it is no JSON\nNothing was written/);
  });

  test('a line can be refused for what it says, with its own exit code', async () => {
    const check = ({ text }: { text: string }): void => {
      if (text === 'b') throw new LineFault('no b here', 2);
    };
    const fault = await faultOf(read(fileOf('{"text":"a"}\n{"text":"b"}\n'), check));
    expect(fault.code).toBe(2);
    expect(fault.message).toMatch(/in\.jsonl:2: no b here/);
  });

  test('a file that is not there, or a folder, is a wrong call', async () => {
    expect((await faultOf(read(join(folder, 'none')))).code).toBe(2);
    expect((await faultOf(read(folder))).code).toBe(2);
  });
});

describe('writing to a file', () => {
  test('it appears when it is whole', async () => {
    const file = join(folder, 'out.jsonl');
    const output = openOutput(file);
    await output.write('one');
    expect(existsSync(file)).toBe(false);
    await output.write('two');
    await output.finish();
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
  });

  test('what is given up leaves the old file as it was', async () => {
    const file = join(folder, 'out.jsonl');
    writeFileSync(file, 'old');
    const output = openOutput(file);
    await output.write('one');
    output.discard();
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  test('a folder that is not there is said', async () => {
    const output = openOutput(join(folder, 'no/such/out.jsonl'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const fault = await faultOf(output.finish());
    expect(fault.message).toMatch(/cannot be written/);
  });
});
