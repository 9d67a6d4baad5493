/**
 * Lower case, no accents, apostrophes and dashes as spaces, no other punctuation, single spaces:
 * the form in which whole messages are compared with commands and labels.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[\u2019'`´\-–—_/]/g, ' ')
    .replace(/[^\p{L}\p{N} :@+]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many words a text has. */
export const wordCount = (text: string): number => fold(text).split(' ').filter(Boolean).length;

/** A text cut at a word to at most `max` characters, with an ellipsis when something was cut. */
export function clip(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/u, '')}…`;
}
