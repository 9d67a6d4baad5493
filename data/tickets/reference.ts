import { DateTime } from 'luxon';

/**
 * References that people read aloud: a letter for what it is, year and month, a running number. "G-2611-0042" is the 42nd ticket
 * (G, guichet) of November 2026; C is a lesson coupon, R an appointment (rendez-vous).
 */
export type ReferencePrefix = 'G' | 'C' | 'R';

const ZONE = 'Europe/Paris';

/** What a running number counts: one kind in one month of Paris, for example "G-2611". */
export const referenceScope = (prefix: ReferencePrefix, now: Date): string =>
  `${prefix}-${DateTime.fromJSDate(now, { zone: ZONE }).toFormat('yyLL')}`;

/** The reference of a running number within its scope; at least four digits. */
export const formatReference = (scope: string, number: number): string =>
  `${scope}-${String(number).padStart(4, '0')}`;

/**
 * Reads a reference as people type it ("g 2611 42", "G2611-0042", "#G-2611-0042").
 *
 * @returns the canonical reference, or null when the text is none.
 */
export function parseReference(text: string): string | null {
  const read = /^#?\s*([gcr])[\s._-]*(\d{2}(?:0[1-9]|1[0-2]))(?:[\s._-]+(\d{1,8})|(\d{4,8}))$/i.exec(
    text.trim(),
  );
  if (!read) return null;
  const [, prefix = '', month = '', spaced, joined] = read;
  return formatReference(`${prefix.toUpperCase()}-${month}`, Number(spaced ?? joined));
}
