import type { Lexeme } from '../lexer';
import type { Role } from '../roles';

/**
 * Small parser combinators over lexemes. A pattern matches at a place and says where it ended; it never looks back further than its
 * own predicates do and has no unbounded repetition, so reading a text is linear in its length.
 */
export interface Found<T> {
  readonly value: T;
  readonly next: number;
}

export interface Pattern<T> {
  /** The roles with which a match can begin: the index of the scanner. */
  readonly first: ReadonlySet<Role>;
  readonly nullable: boolean;
  match(input: readonly Lexeme[], at: number): Found<T> | null;
}

/** One lexeme that can be one of these things; its value is that of the first role it has. */
export function role(...names: readonly Role[]): Pattern<number> {
  return {
    first: new Set(names),
    nullable: false,
    match(input, at) {
      const roles = input[at]?.roles;
      if (!roles) return null;
      for (const name of names) {
        const value = roles[name];
        if (value !== undefined) return { value, next: at + 1 };
      }
      return null;
    },
  };
}

/** One lexeme with a role, whole. */
export function lexeme(name: Role): Pattern<Lexeme> {
  return {
    first: new Set([name]),
    nullable: false,
    match(input, at) {
      const found = input[at];
      return found?.roles[name] === undefined ? null : { value: found, next: at + 1 };
    },
  };
}

type Values<P extends readonly Pattern<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Pattern<infer T> ? T : never;
};

/** Patterns one after the other. */
export function seq<P extends readonly Pattern<unknown>[]>(...patterns: P): Pattern<Values<P>> {
  const first = new Set<Role>();
  let nullable = true;
  for (const pattern of patterns) {
    if (nullable) pattern.first.forEach((name) => first.add(name));
    nullable &&= pattern.nullable;
  }
  return {
    first,
    nullable,
    match(input, at) {
      const values: unknown[] = [];
      let next = at;
      for (const pattern of patterns) {
        const found = pattern.match(input, next);
        if (!found) return null;
        values.push(found.value);
        next = found.next;
      }
      return { value: values as Values<P>, next };
    },
  };
}

/** The longest of several patterns; of equally long ones, the first. */
export function any<T>(...patterns: readonly Pattern<T>[]): Pattern<T> {
  return {
    first: new Set(patterns.flatMap((pattern) => [...pattern.first])),
    nullable: patterns.some((pattern) => pattern.nullable),
    match(input, at) {
      let best: Found<T> | null = null;
      for (const pattern of patterns) {
        const found = pattern.match(input, at);
        if (found && (!best || found.next > best.next)) best = found;
      }
      return best;
    },
  };
}

/** A pattern or nothing (null). */
export function opt<T>(pattern: Pattern<T>): Pattern<T | null> {
  return {
    first: pattern.first,
    nullable: true,
    match: (input, at) => pattern.match(input, at) ?? { value: null, next: at },
  };
}

/** Makes a value of what matched; null refuses the match. */
export function map<T, U>(
  pattern: Pattern<T>,
  make: (value: T, input: readonly Lexeme[], at: number, next: number) => U | null,
): Pattern<U> {
  return {
    first: pattern.first,
    nullable: pattern.nullable,
    match(input, at) {
      const found = pattern.match(input, at);
      const value = found && make(found.value, input, at, found.next);
      return found && value !== null ? { value: value as U, next: found.next } : null;
    },
  };
}

/** A pattern that must also satisfy a condition on what it matched and what stands around. */
export function where<T>(
  pattern: Pattern<T>,
  holds: (value: T, input: readonly Lexeme[], at: number, next: number) => boolean,
): Pattern<T> {
  return {
    ...pattern,
    match(input, at) {
      const found = pattern.match(input, at);
      return found && holds(found.value, input, at, found.next) ? found : null;
    },
  };
}

/** A pattern whose first lexeme follows without a space. */
export function glued<T>(pattern: Pattern<T>): Pattern<T> {
  return where(pattern, (_value, input, at) => input[at]!.glued);
}

/** A pattern whose first lexeme has one of these folded texts. */
export function spelt<T>(pattern: Pattern<T>, ...texts: readonly string[]): Pattern<T> {
  return where(pattern, (_value, input, at) => texts.includes(input[at]!.text));
}
