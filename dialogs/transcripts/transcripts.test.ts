import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openTestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { playTranscript, startOf } from './testing/player';
import { parseTranscript } from './testing/transcript';

const FOLDER = __dirname;
/** Of a long conversation on a busy machine. */
const TIME_LIMIT_MS = 90_000;
const ROOT = join(FOLDER, '..', '..');

/** Every transcript under this folder; TRANSCRIPT=coupon plays those whose path contains it. */
function transcriptFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return transcriptFiles(path);
    return name.endsWith('.txt') ? [path] : [];
  });
}

const wanted = process.env['TRANSCRIPT'] ?? '';
const files = transcriptFiles(FOLDER).filter((file) => relative(FOLDER, file).includes(wanted));

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = createKnowledge({
    dir: join(ROOT, 'knowledge'),
    cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
  });
}, 60_000);

test.each(files.map((file) => [relative(FOLDER, file), file]))(
  '%s',
  async (_name, file) => {
    const transcript = parseTranscript(readFileSync(file, 'utf8'));
    const data = await openTestData({ now: startOf(transcript) });
    try {
      await playTranscript(transcript, data, knowledge);
    } finally {
      await data.close();
    }
  },
  TIME_LIMIT_MS,
);
