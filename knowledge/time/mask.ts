import { AMOUNTS } from './hidden/amounts';
import { BIRTHS } from './hidden/births';
import { CONTACTS } from './hidden/contacts';
import { MANNERS } from './hidden/manners';
import { PLACES } from './hidden/places';
import { REFERENCES } from './hidden/references';
import { WORKS } from './hidden/works';

/** Where a text holds words and numbers that are no time, whatever stands beside them. Every pattern is linear. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

const PATTERNS: readonly RegExp[] = [
  ...CONTACTS,
  ...AMOUNTS,
  ...REFERENCES,
  ...BIRTHS,
  ...PLACES,
  ...WORKS,
  ...MANNERS,
];

/** The spans of a text that must not be read as times, in order, not overlapping. */
export function maskedSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      found.push({ from: match.index, to: match.index + match[0].length });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const merged: Span[] = [];
  for (const span of found) {
    const last = merged[merged.length - 1];
    if (last && span.from < last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
