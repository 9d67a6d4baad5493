const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The replies in which every word asked for stands, accents and case ignored; those whose title has them all first. */
export function matching<T extends { readonly title: string; readonly text: string }>(
  replies: readonly T[],
  query: string,
): readonly T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => fold(text).includes(word));
  const titled = replies.filter(({ title }) => has(title));
  return [
    ...titled,
    ...replies.filter((reply) => !titled.includes(reply) && has(`${reply.title} ${reply.text}`)),
  ];
}

const FIELD = /\{\s*[\p{L}][\p{L}\p{N}_.-]{0,40}\s*\}/gu;

/** The fields that still stand in a text: it must not be sent. As data/replies/fields.ts reads them. */
export const unfilledIn = (text: string): readonly string[] => [...new Set(text.match(FIELD) ?? [])];

/** Whether a slash was just typed where a word begins: it asks for the desk's replies. */
export const asksForReplies = (text: string, caret: number): boolean =>
  text[caret - 1] === '/' && (caret === 1 || /\s/.test(text[caret - 2] ?? ''));
