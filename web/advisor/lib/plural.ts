/** A count with its noun, in French: zero is singular. */
export const pluralFr = (count: number, one: string, many: string): string =>
  `${count} ${count < 2 ? one : many}`;

/** A count with its noun, in English: zero is plural. */
export const pluralEn = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
