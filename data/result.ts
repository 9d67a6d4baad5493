/** The outcome of something that can be refused for a reason the caller must handle. Faults are values; exceptions are for bugs and outages. */
export type Result<T, F> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

/** Wraps a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps a refusal. */
export const refused = <F>(fault: F): { readonly ok: false; readonly fault: F } => ({ ok: false, fault });
