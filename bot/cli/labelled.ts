import { z } from 'zod';

/** A message and the topic that it asks for. */
export const labelledLine = z.object({
  text: z.string(),
  topic_id: z.string().min(1),
  /** Other topics that are right as well. */
  also: z.array(z.string()).nullish(),
  desk: z.string().nullish(),
  style: z.string().nullish(),
});
/** A message with several requests is labelled with all of them instead. */
const severalLine = labelledLine
  .omit({ topic_id: true, also: true })
  .extend({ intents: z.array(z.string()).min(1) });
/** Either. */
export const testLine = z.union([severalLine, labelledLine], {
  error: 'it needs "text" with "topic_id", or with "intents" where it asks for several things',
});
export type Labelled = z.infer<typeof testLine>;
export type LabelledLine = z.infer<typeof labelledLine>;

/** Every value that a reader of lines gives. */
export async function collect<T>(lines: AsyncGenerator<{ readonly value: T }>): Promise<T[]> {
  const found: T[] = [];
  for await (const { value } of lines) found.push(value);
  return found;
}
