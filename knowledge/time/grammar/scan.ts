import type { Content } from '../expressions';
import type { Lexeme } from '../lexer';
import type { Role } from '../roles';
import { clockRules } from './clock';
import { dateRules } from './dates';
import { durationRules } from './durations';
import type { Pattern } from './engine';
import { partRules } from './parts';
import { periodRules } from './periods';
import { clockRangeRules, dateRangeRules } from './ranges';
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
  ...periodRules,
  ...partRules,
  ...clockRules,
];

const BY_ROLE: ReadonlyMap<Role, readonly number[]> = (() => {
  const index = new Map<Role, number[]>();
  RULES.forEach((rule, position) => {
    if (rule.nullable) throw new Error(`time rule ${position} could match nothing`);
    rule.first.forEach((name) => index.set(name, [...(index.get(name) ?? []), position]));
  });
  return index;
})();

function rulesFor(lexeme: Lexeme): readonly number[] {
  const names = Object.keys(lexeme.roles) as Role[];
  if (names.length === 0) return [];
  if (names.length === 1) return BY_ROLE.get(names[0]!) ?? [];
  return [...new Set(names.flatMap((name) => BY_ROLE.get(name) ?? []))].sort((a, b) => a - b);
}

/** Cuts a text into what it says about time: at each place the longest match, then on behind it. */
export function scan(input: readonly Lexeme[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < input.length;) {
    let best: Piece | null = null;
    for (const position of rulesFor(input[at]!)) {
      const found = RULES[position]!.match(input, at);
      if (found && (!best || found.next > best.to)) best = { ...found.value, from: at, to: found.next };
    }
    if (best) pieces.push(best);
    at = best ? best.to : at + 1;
  }
  return pieces;
}
