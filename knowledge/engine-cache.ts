import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyser } from './retrieval/analyse';
import type { Calibration } from './retrieval/confidence';
import type { Engine } from './retrieval/engine';
import { readSnapshot, SNAPSHOT_VERSION, writeSnapshot } from './retrieval/snapshot';
import type { StoredLexicon } from './text/lexicon';
import { restoreLexicon, storeLexicon } from './text/lexicon';
import type { CountedWord } from './text/spelling';
import { Spelling } from './text/spelling';
import type { Abbreviations } from './text/words';
import type { Language } from './types';

interface Extra {
  readonly words: readonly CountedWord[];
  readonly fallback: Language;
  readonly lexicon: StoredLexicon;
}

/** A key that changes with anything that the models are learned from. */
export function contentKey(parts: Iterable<string>): string {
  const hash = createHash('sha256').update(`guichet ${SNAPSHOT_VERSION} ${process.arch}\0`);
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

const fileOf = (cacheDir: string): string => join(cacheDir, 'knowledge.bin');

/** Keeps an engine for the next start. A folder that cannot be written costs only time: the fault is returned, not thrown. */
export function storeEngine(cacheDir: string, key: string, engine: Engine): Error | null {
  const models = [...engine.desks.values(), engine.deskChooser];
  const extra: Extra = {
    words: engine.words,
    fallback: engine.analyser.fallback,
    lexicon: storeLexicon(engine.analyser.dictionaries.lexicon),
  };
  const file = fileOf(cacheDir);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(temporary, writeSnapshot(key, models, extra));
    renameSync(temporary, file);
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** Reads a file into memory of its own, so that its arrays can be used where they lie. */
function readWhole(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.from(new ArrayBuffer(fstatSync(descriptor).size));
    for (let at = 0; at < buffer.length;) {
      const read = readSync(descriptor, buffer, at, buffer.length - at, at);
      if (read === 0) throw new Error(`${file} is shorter than it says`);
      at += read;
    }
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}

/** The engine that an earlier start learned from the same content; null when there is none. */
export function restoreEngine(
  cacheDir: string,
  key: string,
  abbreviations: Abbreviations,
  calibration: Calibration,
): Engine | null {
  let buffer: Buffer;
  try {
    buffer = readWhole(fileOf(cacheDir));
  } catch {
    return null;
  }
  const snapshot = readSnapshot(buffer, key);
  if (!snapshot) return null;
  const { words, fallback, lexicon } = snapshot.extra as Extra;
  const models = [...snapshot.models];
  const deskChooser = models.pop();
  if (!deskChooser) return null;
  const dictionaries = { abbreviations, lexicon: restoreLexicon(lexicon) };
  return {
    analyser: new Analyser(dictionaries, new Spelling(words), fallback),
    desks: new Map(models.map((model) => [model.desk, model])),
    deskChooser,
    calibration,
    words,
  };
}
