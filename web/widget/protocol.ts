/**
 * What the embed script and the chat page in its frame say to each other with postMessage. Every message carries `guichet: 1`;
 * each side takes messages only from the other's window and from the other's origin.
 */

/** From the page that embeds the chat. */
export type ToChat =
  /** Who writes, once the chat page has said that it is ready; again when the host page identifies somebody else. */
  | {
      readonly type: 'configure';
      readonly identity: string | null;
      /** Tokens that the frame asked to keep, by name. */
      readonly kept: Readonly<Record<string, string>>;
    }
  /** Whether the person sees the chat, and whether it takes the focus. */
  | { readonly type: 'visible'; readonly visible: boolean; readonly focus: boolean }
  /** Words for the message field. */
  | { readonly type: 'draft'; readonly text: string };

/** From the chat page. */
export type FromChat =
  | { readonly type: 'ready' }
  /** Something was said to her while the chat was open or closed. */
  | { readonly type: 'message'; readonly text: string }
  /** A token to keep for the next visit, because the browser denies the frame a storage of its own. */
  | { readonly type: 'keep'; readonly name: string; readonly token: string }
  /** She pressed Escape or the close button inside the frame. */
  | { readonly type: 'close' };

type Envelope<M> = M & { readonly guichet: 1 };

/** Wraps a message for postMessage. */
export const envelope = <M extends ToChat | FromChat>(message: M): Envelope<M> => ({
  guichet: 1,
  ...message,
});

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;

const textsOf = (record: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** Reads what the chat page said; null for anything else that is posted to a window. */
export function readFromChat(data: unknown): FromChat | null {
  if (!isRecord(data) || data.guichet !== 1) return null;
  switch (data.type) {
    case 'ready':
    case 'close':
      return { type: data.type };
    case 'keep':
      return typeof data.name === 'string' && typeof data.token === 'string'
        ? { type: 'keep', name: data.name, token: data.token }
        : null;
    case 'message':
      return { type: 'message', text: typeof data.text === 'string' ? data.text : '' };
    default:
      return null;
  }
}

/** Reads what the embedding page said; null for anything else that is posted to a window. */
export function readToChat(data: unknown): ToChat | null {
  if (!isRecord(data) || data.guichet !== 1) return null;
  switch (data.type) {
    case 'configure':
      return {
        type: 'configure',
        identity: typeof data.identity === 'string' ? data.identity : null,
        kept: isRecord(data.kept) ? textsOf(data.kept) : {},
      };
    case 'visible':
      return { type: 'visible', visible: data.visible === true, focus: data.focus === true };
    case 'draft':
      return typeof data.text === 'string' ? { type: 'draft', text: data.text } : null;
    default:
      return null;
  }
}
