import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileStem } from '../content/catalogue';
import type { PhraseStyle } from '../content/phrases';
import { sameness } from '../text/sameness';
import type { Topic } from '../types';

/** A phrase for a topic, as somebody would write it. */
export interface TaughtPhrase {
  readonly topic: Topic;
  readonly text: string;
}

/** Longer messages are told under another heading, in characters. */
const LONG = 160;

/** One line of a phrase file: no line breaks, and no sign that would make it a heading. */
export const asLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[#\s]+/, '')
    .trim();

/** The heading under which a phrase is put. Headings are for measuring and for readers: learning is the same under each. */
export const styleOf = (text: string, language: 'fr' | 'en'): PhraseStyle =>
  language === 'en' ? 'english' : text.length > LONG ? 'long' : 'indirect';

const fileOf = (dir: string, topic: TaughtPhrase['topic']): string =>
  join(dir, 'phrases', topic.desk, `${fileStem(topic)}.txt`);

/**
 * Writes a phrase into the file of its topic, under its heading; a phrase that stands there already is left alone. The file is replaced as
 * a whole, so that a reader never sees half of it.
 *
 * @throws what the file system says where the folder cannot be written.
 */
export function addPhrase(dir: string, { topic, text }: TaughtPhrase, style: PhraseStyle): void {
  const file = fileOf(dir, topic);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const line = asLine(text);
  if (hasLine(before, line)) return;
  replace(file, withLine(before, line, style));
}

/** Takes a phrase out again; nothing when it does not stand there. */
export function removePhrase(dir: string, { topic, text }: TaughtPhrase): void {
  const file = fileOf(dir, topic);
  if (!existsSync(file)) return;
  const line = sameness(asLine(text));
  const before = readFileSync(file, 'utf8');
  const after = before
    .split('\n')
    .filter((each) => sameness(each.trim()) !== line)
    .join('\n');
  if (after !== before) replace(file, after);
}

const hasLine = (content: string, line: string): boolean => {
  const plain = sameness(line);
  return content.split('\n').some((each) => sameness(each.trim()) === plain);
};

/** The content with a line at the end of its heading's part, or under a new heading at the end. */
function withLine(content: string, line: string, style: PhraseStyle): string {
  const lines = content.replace(/\n+$/, '').split('\n');
  const heading = lines.findIndex((each) => each.trim().toLowerCase() === `# ${style}`);
  if (heading < 0) return `${[...lines, '', `# ${style}`, line].join('\n').trimStart()}\n`;
  const next = lines.findIndex((each, index) => index > heading && each.trim().startsWith('#'));
  let end = next < 0 ? lines.length : next;
  while (end > heading + 1 && lines[end - 1]?.trim() === '') end -= 1;
  return `${[...lines.slice(0, end), line, ...lines.slice(end)].join('\n')}\n`;
}

function replace(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
