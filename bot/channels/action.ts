import { z } from 'zod';
import type { Action, FormCard } from '../../dialogs/turn';

const shortText = z.string().max(500);
/** What is typed into a field of a card. */
const fieldText = z.string().max(4_000);
/** The fields of a card come beside its button's own data, under their slot's name behind this. */
export const FIELD = 'field.';

const CARD = z.object({ form: shortText, revision: shortText, day: shortText });

/** What a button of ours carries in its activity's `value`, as `{ guichet: Action }`. Anything else is not one of our buttons. */
const ACTION = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choose'), value: shortText }),
  z.object({ type: z.literal('show-topic'), topicId: shortText }),
  z.object({ type: z.literal('helpful'), topicId: shortText, branchId: shortText, helpful: z.boolean() }),
  z.object({ type: z.literal('talk-to-someone') }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('fill'), values: z.record(shortText, fieldText).default({}) }),
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
  const carrier = carrierOf(value);
  const parsed = z.object({ guichet: ACTION }).safeParse(carrier);
  if (!parsed.success) return null;
  const { guichet: action } = parsed.data;
  return action.type === 'fill' ? { ...action, values: { ...fieldsIn(carrier), ...action.values } } : action;
}

/** The card on which the button was, where it says so. */
export function readCard(value: unknown): FormCard | null {
  const parsed = z.object({ card: CARD }).safeParse(carrierOf(value));
  return parsed.success ? parsed.data.card : null;
}

const carrierOf = (value: unknown): unknown => (typeof value === 'string' ? parseJson(value) : value);

function fieldsIn(carrier: unknown): Record<string, string> {
  const fields = Object.entries(carrier as Readonly<Record<string, unknown>>).flatMap(([key, field]) => {
    const text = fieldText.safeParse(field);
    return key.startsWith(FIELD) && text.success ? [[key.slice(FIELD.length), text.data] as const] : [];
  });
  return Object.fromEntries(fields);
}

/** Some channels send a button's value as text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
