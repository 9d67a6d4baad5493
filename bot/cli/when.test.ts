import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { register } from './when';

let folder: string;
let stdout: string;
let stderr: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'when-'));
  stdout = '';
  stderr = '';
  process.exitCode = undefined;
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    stderr += String(chunk);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function when(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const program = new Command('guichet').exitOverride();
  register(program);
  await program.parseAsync(['when', ...args], { from: 'user' });
  return { code: Number(process.exitCode ?? 0), out: stdout, err: stderr };
}

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('guichet when', () => {
  it('answers one text with the keys of the contract', async () => {
    const { code, out, err } = await when(
      'hier de 14h à 16h',
      '--now',
      '2026-11-18T10:00',
      '--prefer',
      'past',
    );
    expect({ code, err, answer: JSON.parse(out) }).toEqual({
      code: 0,
      err: '',
      answer: {
        text: 'hier de 14h à 16h',
        start: '2026-11-17T14:00',
        end: '2026-11-17T16:00',
        grain: 'minute',
        alternatives: [],
      },
    });
  });

  it('says the times said besides, the length and the doubt where there are any', async () => {
    const answers = async (text: string) => {
      stdout = '';
      return JSON.parse((await when(text, '--now', '2026-11-18T10:00', '--prefer', 'past')).out);
    };
    const wednesday = { start: '2026-11-11T14:00', end: '2026-11-11T16:00' };
    expect(await answers('lundi de 17h à 18h et mercredi de 14h à 16h')).toEqual({
      text: 'lundi de 17h à 18h et mercredi de 14h à 16h',
      start: '2026-11-16T17:00',
      end: '2026-11-16T18:00',
      grain: 'minute',
      alternatives: [wednesday],
      also: [wednesday],
    });
    expect(await answers('2h')).toMatchObject({ start: null, durationMinutes: 120 });
    expect(await answers('tous les lundis')).toMatchObject({ start: null, unsure: true });
    expect(await answers('hier')).not.toHaveProperty('unsure');
  });

  it('answers a file line by line, in order, each with its own now, zone and preference', async () => {
    const lines = [
      { text: 'lundi', now: '2026-11-18T10:00', tz: 'Europe/Paris', prefer: 'past' },
      { text: 'lundi', now: '2026-11-18T10:00', tz: 'Indian/Reunion', prefer: 'future' },
      { text: 'rien', now: '2026-11-18T10:00', tz: 'Europe/Paris', prefer: 'past' },
    ];
    const out = join(folder, 'out.jsonl');
    const input = file('in.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect((await when('--in', input, '--out', out)).code).toBe(0);
    const answers = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).start);
    expect(answers).toEqual(['2026-11-16', '2026-11-23', null]);
  });

  it.each([
    [['demain', '--tz', 'Paris'], 'Europe/Paris'],
    [['demain', '--now', '18/11/2026'], '2026-11-18T10:00'],
    [['demain', '--now', '2026-02-30T10:00'], '2026-11-18T10:00'],
    [['demain', '--prefer', 'soon'], 'past or future'],
    [[], '--in'],
    [['demain', '--in', 'x.jsonl'], 'not both'],
    [['--in', '/nowhere.jsonl'], 'no file'],
  ])('refuses %j with exit code 2 and says what to write', async (args, hint) => {
    const { code, out, err } = await when(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });

  it('names every faulty line and writes nothing', async () => {
    const input = file(
      'in.jsonl',
      '{"text":"demain"}\nnot json\n{"text":7}\n{"text":"hier","tz":"Nowhere"}\n',
    );
    const out = join(folder, 'out.jsonl');
    const { code, err } = await when('--in', input, '--out', out);
    expect(code).toBe(2);
    for (const line of [2, 3, 4]) expect(err).toContain(`in.jsonl:${line}:`);
    expect(existsSync(out)).toBe(false);
  });
});
