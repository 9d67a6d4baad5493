import { isKnownWord, partsOf } from './glue';
import type { Span } from './mask';

/** A run of letters, a run of digits, or one sign, with its place in the original text. */
export interface Token extends Span {
  /** Lower case, without accents. */
  readonly text: string;
  readonly kind: 'word' | 'digits' | 'sign' | 'opaque';
  /** No space before it. */
  readonly glued: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

const RUNS = /[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/** Lower case without accents: "Août" becomes "aout". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae');
}

/** A level, a size: "A1", "A4". */
const LEVEL = /^A[0-9]{1,2}$/u;

function tokensOfRun(run: string, from: number, glued: boolean): Token[] {
  const folded = fold(run);
  // Folding keeps the length but for "œ" and combining accents: such a run is one word.
  const lengths = LEVEL.test(run)
    ? null
    : folded.length === run.length
      ? partsOf(folded, /^\p{Lu}\p{Ll}/u.test(run))
      : [run.length];
  if (!lengths) return [{ text: folded, kind: 'opaque', from, to: from + run.length, glued, capital: false }];
  let at = from;
  let previous = '';
  return lengths.map((length, index) => {
    const part = run.slice(at - from, at - from + length);
    const digits = /^[0-9]/u.test(part);
    const token: Token = {
      // "là" is no article: "pas là lundi".
      text: part.normalize('NFC').toLowerCase() === 'là' ? 'là' : fold(part),
      kind: digits ? 'digits' : 'word',
      from: at,
      to: at + part.length,
      // A word written onto a word, or a number onto a word, lacks its space: it is not joined to it.
      glued:
        index === 0
          ? glued
          : (digits && (previous.length === 1 || !isKnownWord(previous))) || /[0-9]$/u.test(previous),
      capital: /^\p{Lu}/u.test(part),
    };
    previous = token.text;
    at += part.length;
    return token;
  });
}

/** Cuts a text into tokens; each masked span becomes one opaque token. */
export function tokenise(text: string, masked: readonly Span[]): readonly Token[] {
  const tokens: Token[] = [];
  let mask = 0;
  let end = 0;
  for (const match of text.matchAll(RUNS)) {
    const from = match.index;
    const to = from + match[0].length;
    while (mask < masked.length && masked[mask]!.to <= from) mask += 1;
    const hidden = masked[mask];
    const glued = from === end && from > 0;
    end = to;
    if (hidden && hidden.from < to) {
      tokens.push({ text: '', kind: 'opaque', from, to, glued, capital: false });
    } else if (/^[\p{L}\p{M}\p{N}]/u.test(match[0])) {
      tokens.push(...tokensOfRun(match[0], from, glued));
    } else {
      tokens.push({ text: match[0], kind: 'sign', from, to, glued, capital: false });
    }
  }
  return tokens;
}
