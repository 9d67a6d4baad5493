import type { Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { besideRules } from './beside';
import { clockRules } from './clock';
import { dateRangeRules } from './date-ranges';
import { durationRules } from './durations';
import type { Pattern } from './engine';
import { habitRules } from './habits';
import { dateRules } from './odd-dates';
import { partRules } from './parts';
import { periodRules } from './periods';
import { clockRangeRules } from './ranges';
import { relativeRules } from './relative';
import { weekdayRules } from './weekdays';

/** What a run of lexemes says; `from` and `to` count lexemes. */
export interface Piece extends Content {
  readonly from: number;
  readonly to: number;
}

/** Earlier rules win over later ones of the same length. */
const RULES: readonly Pattern<Content>[] = [
  ...dateRangeRules,
  ...clockRangeRules,
  ...relativeRules,
  ...durationRules,
  ...dateRules,
  ...weekdayRules,
  ...besideRules,
  ...habitRules,
  ...periodRules,
  ...partRules,
  ...clockRules,
];

for (const [position, rule] of RULES.entries()) {
  if (rule.nullable) throw new Error(`time rule ${position} could match nothing`);
}

/** No lexeme: the end of the text. */
const END = -1;
/** Which rules can begin with three words of these kinds; learned once for each combination met. */
const chosen = new Map<number, readonly Pattern<Content>[]>();
const MOST_CHOSEN = 20_000;

function rulesAt(input: readonly Lexeme[], at: number): readonly Pattern<Content>[] {
  const first = input[at]!.kind;
  const second = input[at + 1]?.kind ?? END;
  const third = input[at + 2]?.kind ?? END;
  const key = ((first + 1) * 1024 + second + 1) * 1024 + third + 1;
  const known = chosen.get(key);
  if (known) return known;
  const rules = RULES.filter((rule) => rule.forecast([first, second, third], 0).size > 0);
  if (chosen.size < MOST_CHOSEN) chosen.set(key, rules);
  return rules;
}

/** A text with more is no message of a person: the rest is not read. */
export const MOST_PIECES = 200;

/** Cuts a text into what it says about time: at each place the longest match, then on behind it. */
export function scan(input: readonly Lexeme[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < input.length && pieces.length < MOST_PIECES;) {
    let best: Piece | null = null;
    for (const rule of rulesAt(input, at)) {
      const found = rule.match(input, at);
      if (found && (!best || found.next > best.to)) best = { ...found.value, from: at, to: found.next };
    }
    if (best) pieces.push(best);
    at = best ? best.to : at + 1;
  }
  return pieces;
}
