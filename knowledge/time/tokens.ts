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
const PARTS_OF_RUN = /[0-9]+|[^0-9]+/gu;
/** "à8h", "le12", "h30": a small word written onto its number. */
const GLUED_PREFIX =
  /^(a|d|le|de|du|au|vers|h|hier|demain|matin|soir|dem|dmn|ajd|auj|aprem|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)([0-9].*)$/u;

/** "dem18h", "ok17h30": any short word written onto a clock time; "B12" and "covid19" are none. */
const GLUED_TO_CLOCK = /^(\p{L}{2,9}|2m)([0-9]{1,2}h(?:[0-9]{2})?)$/u;

/** Lower case without accents: "Août" becomes "aout". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae');
}

function splitRun(run: string): readonly string[] | null {
  const folded = fold(run);
  if (/^[0-9]/u.test(run)) {
    const parts = run.match(PARTS_OF_RUN) ?? [];
    return parts.length <= 5 ? parts : null;
  }
  if (!/[0-9]/u.test(run)) return [run];
  // A level, a size: "A1", "A4".
  if (/^A[0-9]{1,2}$/u.test(run)) return null;
  const prefix = (GLUED_PREFIX.exec(folded) ?? GLUED_TO_CLOCK.exec(folded))?.[1];
  if (prefix === undefined) return null;
  const at = run.search(/[0-9]/u);
  const parts = run.slice(at).match(PARTS_OF_RUN) ?? [];
  return parts.length <= 4 ? [run.slice(0, at), ...parts] : null;
}

function tokensOfRun(run: string, from: number, glued: boolean): Token[] {
  const parts = splitRun(run);
  if (!parts)
    return [{ text: fold(run), kind: 'opaque', from, to: from + run.length, glued, capital: false }];
  let at = from;
  return parts.map((part, index) => {
    const digits = /^[0-9]/u.test(part);
    const token: Token = {
      // "là" is no article: "pas là lundi".
      text: part.normalize('NFC').toLowerCase() === 'là' ? 'là' : fold(part),
      kind: digits ? 'digits' : 'word',
      from: at,
      to: at + part.length,
      glued: index > 0 || glued,
      capital: /^\p{Lu}/u.test(part),
    };
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
