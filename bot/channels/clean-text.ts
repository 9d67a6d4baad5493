/** A turn's text is cut here; longer ones are understood from their beginning. */
const MAX_TURN_TEXT = 4_000;
/** Beyond this a message is not a question any more: it is refused in a sentence, not cut. */
export const TOO_LONG = 10_000;
/** Share of characters that no keyboard types, from which a text is taken for a file's bytes. */
const BINARY_SHARE = 0.1;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/g;
/** Half of a pair: no character, and PostgreSQL refuses it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Marks that change the direction of what follows: kept out so that nobody's text turns the advisors' screen around. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;

export interface CleanText {
  readonly text: string;
  readonly unreadable: 'empty' | 'too-long' | 'binary' | null;
}

/** Drops what is no writing (control characters, lone surrogates, direction overrides); keeps accents, emoji and every script. */
export const stripControls = (raw: string): string =>
  raw.replace(LONE_SURROGATE, '').replace(CONTROL, '').replace(BIDI_CONTROL, '');

/** The beginning of a text, as long as a turn's may be, that ends between two characters. */
export const beginningOf = (text: string): string => text.slice(0, MAX_TURN_TEXT).replace(LONE_SURROGATE, '');

/**
 * Makes what a channel sent into the text of a turn: trimmed, without control characters, cut to 4,000 characters.
 *
 * @param mask hides what must not be stored, before the cut: of half a number it could not tell what it is.
 * @returns the text, or '' and why there is none that can be understood.
 */
export function cleanText(raw: string, mask = (text: string): string => text): CleanText {
  const noise = (raw.match(CONTROL) ?? []).length + (raw.match(LONE_SURROGATE) ?? []).length;
  if (raw.length > 0 && noise / raw.length > BINARY_SHARE) return { text: '', unreadable: 'binary' };
  const text = stripControls(raw).trim();
  if (text === '') return { text, unreadable: 'empty' };
  if (text.length > TOO_LONG) return { text: '', unreadable: 'too-long' };
  return { text: beginningOf(mask(text)), unreadable: null };
}
