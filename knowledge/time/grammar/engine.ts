import type { Lexeme } from '../lexer';
import { type Role, rolesOfKind } from '../roles';

/**
 * Small parser combinators over lexemes. A pattern matches at a place and says where it ended; it has no unbounded repetition, and the
 * patterns that many others contain are remembered by place, so reading a text is linear in its length.
 */
export interface Found<T> {
  readonly value: T;
  readonly next: number;
}

export interface Pattern<T> {
  /** The roles with which a match can begin. */
  readonly first: ReadonlySet<Role>;
  readonly nullable: boolean;
  /** Whether a match can begin with a word of this kind. */
  mayStart(kind: number): boolean;
  /**
   * Where a match could end, told by the kinds of the words alone: a forecast that may promise too much, never too little.
   * Beyond the kinds given, everything is possible.
   */
  forecast(kinds: readonly number[], at: number): ReadonlySet<number>;
  match(input: readonly Lexeme[], at: number): Found<T> | null;
}

const NOWHERE: ReadonlySet<number> = new Set();

function pattern<T>(
  first: ReadonlySet<Role>,
  nullable: boolean,
  forecast: Pattern<T>['forecast'],
  match: Pattern<T>['match'],
): Pattern<T> {
  const known: boolean[] = [];
  const mayStart = (kind: number): boolean =>
    nullable || (known[kind] ??= rolesOfKind(kind).some((name) => first.has(name)));
  return { first, nullable, mayStart, forecast, match };
}

/** One lexeme of certain roles. */
function single<T>(names: readonly Role[], match: Pattern<T>['match']): Pattern<T> {
  const made: Pattern<T> = pattern<T>(
    new Set(names),
    false,
    (kinds, at): ReadonlySet<number> => {
      if (at >= kinds.length) return new Set([at]);
      return made.mayStart(kinds[at]!) ? new Set([at + 1]) : NOWHERE;
    },
    match,
  );
  return made;
}

const canMatch = (candidate: Pattern<unknown>, found: Lexeme | undefined): boolean =>
  found === undefined ? candidate.nullable : candidate.mayStart(found.kind);

/** One lexeme that can be one of these things; its value is that of the first role it has. */
export function role(...names: readonly Role[]): Pattern<number> {
  return single(names, (input, at) => {
    const roles = input[at]?.roles;
    if (!roles) return null;
    for (const name of names) {
      const value = roles[name];
      if (value !== undefined) return { value, next: at + 1 };
    }
    return null;
  });
}

/** One lexeme with a role, whole. */
export function lexeme(name: Role): Pattern<Lexeme> {
  return single([name], (input, at) => {
    const found = input[at];
    return found?.roles[name] === undefined ? null : { value: found, next: at + 1 };
  });
}

type Values<P extends readonly Pattern<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Pattern<infer T> ? T : never;
};

/** Patterns one after the other. */
export function seq<P extends readonly Pattern<unknown>[]>(...parts: P): Pattern<Values<P>> {
  const first = new Set<Role>();
  let nullable = true;
  for (const part of parts) {
    if (nullable) part.first.forEach((name) => first.add(name));
    nullable &&= part.nullable;
  }
  const forecast = (kinds: readonly number[], at: number): ReadonlySet<number> => {
    let places: ReadonlySet<number> = new Set([at]);
    for (const part of parts) {
      places = new Set([...places].flatMap((place) => [...part.forecast(kinds, place)]));
      if (places.size === 0) return NOWHERE;
    }
    return places;
  };
  return pattern<Values<P>>(first, nullable, forecast, (input, at) => {
    const values: unknown[] = [];
    let next = at;
    for (const part of parts) {
      const found = canMatch(part, input[next]) ? part.match(input, next) : null;
      if (!found) return null;
      values.push(found.value);
      next = found.next;
    }
    return { value: values as Values<P>, next };
  });
}

/** The longest of several patterns; of equally long ones, the first. */
export function any<T>(...choices: readonly Pattern<T>[]): Pattern<T> {
  const first = new Set(choices.flatMap((choice) => [...choice.first]));
  const nullable = choices.some((choice) => choice.nullable);
  const forecast = (kinds: readonly number[], at: number): ReadonlySet<number> =>
    new Set(choices.flatMap((choice) => [...choice.forecast(kinds, at)]));
  return pattern(first, nullable, forecast, (input, at) => {
    let best: Found<T> | null = null;
    for (const choice of choices) {
      const found = canMatch(choice, input[at]) ? choice.match(input, at) : null;
      if (found && (!best || found.next > best.next)) best = found;
    }
    return best;
  });
}

/** A pattern or nothing (null). */
export function opt<T>(inner: Pattern<T>): Pattern<T | null> {
  const forecast = (kinds: readonly number[], at: number) => new Set([at, ...inner.forecast(kinds, at)]);
  return pattern<T | null>(inner.first, true, forecast, (input, at) => {
    const found = canMatch(inner, input[at]) ? inner.match(input, at) : null;
    return found ?? { value: null, next: at };
  });
}

/** A pattern again and again, up to `most` times; matches also where there is none. */
export function upTo<T>(most: number, inner: Pattern<T>): Pattern<readonly T[]> {
  const forecast = (kinds: readonly number[], at: number): ReadonlySet<number> => {
    const places = new Set([at]);
    let fresh: ReadonlySet<number> = places;
    for (let turn = 0; turn < most && fresh.size > 0; turn += 1) {
      fresh = new Set(
        [...fresh]
          .flatMap((place) => [...inner.forecast(kinds, place)])
          .filter((place) => !places.has(place)),
      );
      fresh.forEach((place) => places.add(place));
    }
    return places;
  };
  return pattern<readonly T[]>(inner.first, true, forecast, (input, at) => {
    const value: T[] = [];
    let next = at;
    while (value.length < most) {
      const found = canMatch(inner, input[next]) ? inner.match(input, next) : null;
      if (!found) break;
      value.push(found.value);
      next = found.next;
    }
    return { value, next };
  });
}

/** Makes a value of what matched; null refuses the match. */
export function map<T, U>(
  inner: Pattern<T>,
  make: (value: T, input: readonly Lexeme[], at: number, next: number) => U | null,
): Pattern<U> {
  return pattern<U>(inner.first, inner.nullable, inner.forecast, (input, at) => {
    const found = inner.match(input, at);
    const value = found && make(found.value, input, at, found.next);
    return found && value !== null ? { value: value as U, next: found.next } : null;
  });
}

/** A pattern that must also satisfy a condition on what it matched and what stands around. */
export function where<T>(
  inner: Pattern<T>,
  holds: (value: T, input: readonly Lexeme[], at: number, next: number) => boolean,
): Pattern<T> {
  return pattern(inner.first, inner.nullable, inner.forecast, (input, at) => {
    const found = inner.match(input, at);
    return found && holds(found.value, input, at, found.next) ? found : null;
  });
}

/** Remembers what a pattern found at each place of a text: for those that stand in many others. */
export function memo<T>(inner: Pattern<T>): Pattern<T> {
  const known = new WeakMap<readonly Lexeme[], (Found<T> | null)[]>();
  return pattern(inner.first, inner.nullable, inner.forecast, (input, at) => {
    let places = known.get(input);
    if (!places) known.set(input, (places = []));
    const before = places[at];
    if (before !== undefined) return before;
    return (places[at] = inner.match(input, at));
  });
}

/** A pattern whose first lexeme follows without a space. */
export function glued<T>(inner: Pattern<T>): Pattern<T> {
  return where(inner, (_value, input, at) => input[at]!.glued);
}
