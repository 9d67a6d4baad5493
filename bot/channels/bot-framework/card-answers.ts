import type { JsonValue } from '../../../data/conversations/types';
import type { InvokeAnswer } from './invokes';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';
const ERROR_TYPE = 'application/vnd.microsoft.error';

/** The card that a message carries; undefined: it has none. */
export function drawnIn(payload: { readonly [key: string]: JsonValue | undefined }): JsonValue | undefined {
  const { attachments } = payload;
  if (!Array.isArray(attachments)) return undefined;
  return (attachments as readonly { readonly contentType?: string; readonly content?: JsonValue }[]).find(
    ({ contentType }) => contentType === CARD_TYPE,
  )?.content;
}

/** The card that takes the place of the one whose button was pressed. */
export const cardAnswer = (value: JsonValue): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: CARD_TYPE, value },
});

/** A sentence that is shown beside the card, which stays. */
export const message = (value: string): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: MESSAGE_TYPE, value },
});

export const badRequest = (): InvokeAnswer => ({
  status: 400,
  body: {
    statusCode: 400,
    type: ERROR_TYPE,
    value: { code: 'BadRequest', message: 'malformed-card-action' },
  },
});
