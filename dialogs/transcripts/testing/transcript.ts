/**
 * A conversation as a text file (docs of the format: dialogs/transcripts/README.md).
 * Read once into steps; played by player.ts.
 */
export type Step =
  | { readonly kind: 'say'; readonly line: number; readonly text: string; readonly files: readonly string[] }
  | { readonly kind: 'press'; readonly line: number; readonly label: string }
  | { readonly kind: 'expect'; readonly line: number; readonly pattern: string; readonly absent: boolean }
  | { readonly kind: 'event'; readonly line: number; readonly words: string }
  | { readonly kind: 'check'; readonly line: number; readonly words: string };

export interface Transcript {
  readonly title: string;
  readonly header: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Reads a transcript. A line that is none of the format is an error: a check that is not read checks nothing. */
export function parseTranscript(source: string): Transcript {
  const header: Record<string, string> = {};
  const steps: Step[] = [];
  let title = '';
  source.split('\n').forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    if (text === '') return;
    if (text.startsWith('#')) {
      if (title === '') title = text.slice(1).trim();
      return;
    }
    const field = /^([a-z]+):\s*(.*)$/.exec(text);
    if (steps.length === 0 && field?.[1] !== undefined) {
      header[field[1]] = field[2] ?? '';
      return;
    }
    steps.push(parseStep(text, line));
  });
  return { title, header, steps };
}

function parseStep(text: string, line: number): Step {
  const rest = text.replace(/^(?:<!|[<>@=])\s*/, '');
  if (text.startsWith('<!')) return { kind: 'expect', line, pattern: rest, absent: true };
  switch (text[0]) {
    case '>': {
      const label = /^\[([^\]]+)\]$/.exec(rest)?.[1];
      if (label !== undefined && !label.startsWith('file ')) return { kind: 'press', line, label };
      const files = [...rest.matchAll(/\[file ([^\]]+)\]/g)].map((match) => match[1] ?? '');
      return { kind: 'say', line, text: rest.replace(/\[file [^\]]+\]/g, '').trim(), files };
    }
    case '<':
      return { kind: 'expect', line, pattern: rest, absent: false };
    case '@':
      return { kind: 'event', line, words: rest };
    case '=':
      return { kind: 'check', line, words: rest };
    default:
      throw new Error(`line ${line} is no step of a transcript: ${text}`);
  }
}
