/** What a reply may name of the ticket that it is used on. A new field is one entry here and one value where replies are filled. */
export const REPLY_FIELDS = [
  'firstName',
  'name',
  'reference',
  'subject',
  'topic',
  'advisor',
  'advisorFirstName',
  'desk',
] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** What each field stands for on one ticket; null: nothing is known. */
export type FieldValues = Readonly<Record<ReplyField, string | null>>;

const FIELD = /\{\s*([\p{L}][\p{L}\p{N}_.-]{0,40})\s*\}/gu;

const isField = (name: string): name is ReplyField => (REPLY_FIELDS as readonly string[]).includes(name);

/** The fields that a text names, each once, in order; `known` says which of them tickets have. */
export function fieldsIn(text: string): { readonly name: string; readonly known: boolean }[] {
  const names = [...text.matchAll(FIELD)].map(([, name = '']) => name);
  return [...new Set(names)].map((name) => ({ name, known: isField(name) }));
}

/**
 * Puts a ticket's values into a text. What is unknown or empty stays as it is written and is named in `missing`: such a text must not be
 * sent. A value that itself looks like a field is words, and is not filled again.
 *
 * @example fillFields('Bonjour {firstName},', values) // { text: 'Bonjour Camille,', missing: [] }
 */
export function fillFields(
  text: string,
  values: FieldValues,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = text.replace(FIELD, (whole, name: string) => {
    const value = isField(name) ? (values[name]?.trim() ?? '') : '';
    if (value !== '') return value;
    missing.add(name);
    return whole;
  });
  return { text: filled, missing: [...missing] };
}
