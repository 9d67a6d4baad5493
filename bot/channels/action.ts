import { z } from 'zod';
import type { Action } from '../../dialogs/turn';

const shortText = z.string().max(500);

/** What a button of ours carries in its activity's `value`, as `{ guichet: Action }`. Anything else is not one of our buttons. */
const ACTION = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choose'), value: shortText }),
  z.object({ type: z.literal('show-topic'), topicId: shortText }),
  z.object({ type: z.literal('helpful'), topicId: shortText, branchId: shortText, helpful: z.boolean() }),
  z.object({ type: z.literal('talk-to-someone') }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('correct'), slot: shortText.optional() }),
  z.object({ type: z.literal('back') }),
  z.object({ type: z.literal('cancel') }),
  z.object({
    type: z.literal('start-form'),
    form: z.enum(['coupon', 'appointment', 'ticket', 'report']),
    topicId: shortText.optional(),
  }),
]) satisfies z.ZodType<Action>;

/** The action of a pressed button, checked; null when the value is not one of ours. */
export function readAction(value: unknown): Action | null {
  const carrier = typeof value === 'string' ? parseJson(value) : value;
  const parsed = z.object({ guichet: ACTION }).safeParse(carrier);
  return parsed.success ? parsed.data.guichet : null;
}

/** Some channels send a button's value as text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
