import { LineCounter, parseDocument } from 'yaml';

/** A section of an article: the text under `## <name>`. */
export interface SourceSection {
  readonly name: string;
  readonly text: string;
  /** The line of its heading, 1-based. */
  readonly line: number;
}

/** An article file taken apart; nothing is judged yet. */
export interface SourceFile {
  readonly frontMatter: unknown;
  readonly sections: readonly SourceSection[];
  /** The line of a front-matter value by its path, the front matter's first line when it cannot be told. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A file that cannot be taken apart: no front matter, or YAML that does not parse. */
export class SourceFileError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

function readSections(lines: readonly string[], firstLine: number): readonly SourceSection[] {
  const sections: { name: string; line: number; body: string[] }[] = [];
  lines.forEach((line, index) => {
    const heading = /^##\s+(.+?)\s*$/.exec(line);
    if (heading) sections.push({ name: heading[1] ?? '', line: firstLine + index, body: [] });
    else if (sections.length > 0) sections[sections.length - 1]?.body.push(line);
    else if (line.trim() !== '')
      throw new SourceFileError('text stands before the first "## <branch id>" heading', firstLine + index);
  });
  return sections.map(({ name, line, body }) => ({ name, line, text: body.join('\n').trim() }));
}

/**
 * Splits an article into its YAML front matter and its `##` sections. Throws SourceFileError.
 *
 * @param text the whole file.
 */
export function readSourceFile(text: string): SourceFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trim() !== '---') throw new SourceFileError('the file does not begin with "---"', 1);
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) throw new SourceFileError('the front matter is not closed by a line "---"', 1);
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join('\n'), {
    lineCounter: counter,
    prettyErrors: false,
  });
  const [fault] = document.errors;
  if (fault) {
    const message = fault.message.split('\n')[0] ?? 'unreadable';
    throw new SourceFileError(
      `the front matter is no YAML: ${message}`,
      counter.linePos(fault.pos[0]).line + 1,
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return counter.linePos(range[0]).line + 1;
    }
    return 1;
  };
  return { frontMatter: document.toJS(), sections: readSections(lines.slice(end + 1), end + 2), lineOf };
}
