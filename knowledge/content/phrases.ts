import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './article-store';
import type { Catalogue } from './catalogue';
import { fileStem, OUT_OF_SCOPE } from './catalogue';
import type { ContentFault } from './faults';

/** The styles that a phrase file may have as headings. */
export const PHRASE_STYLES = [
  'clean',
  'indirect',
  'long',
  'emotional',
  'mistyped',
  'sms',
  'english',
] as const;
export type PhraseStyle = (typeof PHRASE_STYLES)[number];

/** A message as a person would write it, and what it is about. */
export interface Phrase {
  readonly text: string;
  readonly topicId: string;
  readonly desk: string;
  readonly style: PhraseStyle;
  readonly file: string;
  readonly line: number;
}

export interface PhraseSet {
  readonly phrases: readonly Phrase[];
  readonly faults: readonly ContentFault[];
}

const isStyle = (text: string): text is PhraseStyle => (PHRASE_STYLES as readonly string[]).includes(text);

/** Foreign messages are grouped by subject too ("everyday life"): the first style that the heading names, else 'clean'. */
const styleIn = (heading: string): PhraseStyle =>
  PHRASE_STYLES.find((style) => heading.includes(style)) ?? 'clean';

/** Reads one phrase file: one phrase a line under `# <style>` headings; 'clean' until the first heading. */
export function parsePhrases(file: string, text: string, topicId: string, desk: string): PhraseSet {
  const phrases: Phrase[] = [];
  const faults: ContentFault[] = [];
  let style: PhraseStyle = 'clean';
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      if (line === '') return;
      if (!line.startsWith('#')) {
        phrases.push({ text: line, topicId, desk, style, file, line: index + 1 });
        return;
      }
      const heading = line.replace(/^#+\s*/, '').toLowerCase();
      const named = isStyle(heading) ? heading : topicId === OUT_OF_SCOPE ? styleIn(heading) : null;
      if (named) style = named;
      else
        faults.push({
          file,
          line: index + 1,
          message: `"${heading}" is no style (write ${PHRASE_STYLES.join(', ')})`,
        });
    });
  return { phrases, faults };
}

/**
 * Reads every phrase file of a knowledge folder. A file of no topic is reported and left out; one that cannot be read keeps its phrases.
 *
 * @param dir the knowledge folder.
 * @param previous what was in use until now.
 */
export function loadPhrases(dir: string, catalogue: Catalogue, previous?: PhraseSet): PhraseSet {
  const phrases: Phrase[] = [];
  const faults: ContentFault[] = [];
  const topicOf = new Map(catalogue.topics.map((topic) => [`${topic.desk}/${fileStem(topic)}`, topic]));
  for (const desk of listFiles(join(dir, 'phrases'), '')) {
    for (const name of listFiles(join(dir, 'phrases', desk), '.txt')) {
      const file = `phrases/${desk}/${name}`;
      const topic = topicOf.get(`${desk}/${name.slice(0, -'.txt'.length)}`);
      if (!topic) {
        faults.push({ file, line: 0, message: 'topics.tsv has no topic of this name' });
        continue;
      }
      try {
        const read = parsePhrases(file, readFileSync(join(dir, file), 'utf8'), topic.id, topic.desk);
        phrases.push(...read.phrases);
        faults.push(...read.faults);
      } catch (error) {
        phrases.push(...(previous?.phrases ?? []).filter((phrase) => phrase.file === file));
        faults.push({ file, line: 0, message: `it cannot be read: ${(error as Error).message}` });
      }
    }
  }
  return { phrases, faults };
}
