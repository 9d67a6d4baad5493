import { z } from 'zod';
import type { QueueCursor } from '../../data/tickets/list/types';
import { ApiFault } from './errors';

/** A page's end as it travels: opaque to the browser, checked when it comes back. */
const cursor = z.strictObject({
  phase: z.int().min(0).max(9),
  key: z.union([z.iso.datetime(), z.string().regex(/^\d{1,15}$/)]),
  id: z.string().max(100),
});

export const writeCursor = (end: QueueCursor): string =>
  Buffer.from(JSON.stringify(end), 'utf8').toString('base64url');

/**
 * @param ofSearch whether the page is one of a search, whose cursors are of another kind.
 * @throws ApiFault `invalid` for what no answer of ours has given.
 */
export function readCursor(text: string, ofSearch: boolean): QueueCursor {
  const parsed = cursor.safeParse(parsedJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success || /^\d+$/.test(parsed.data.key) !== ofSearch) {
    throw new ApiFault('invalid', { detail: 'cursor: not one of this list' });
  }
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
