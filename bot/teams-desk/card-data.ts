import { z } from 'zod';
import { COMMANDS, DIALOGS, type Button } from './buttons';

const id = z.string().min(1).max(100);
const TICKET = z.object({
  do: z.enum([...COMMANDS, ...DIALOGS, 'show']),
  id,
  /** The version that the card shows. */
  v: z.number().int().min(0),
  /** The latest event that it tells of. */
  p: z.number().int().min(0),
  /** Made with a dialog, so that a dialog sent twice has one effect. */
  nonce: id.optional(),
});

/** What a button of a ticket's card carries: which ticket, as it was when the card was drawn. */
export interface TicketPress {
  readonly do: Button | 'show';
  readonly ticketId: string;
  readonly version: number;
  readonly position: number;
  readonly nonce: string | null;
}

const PRESSED = z.object({ guichetTicket: TICKET });
const CHANNEL = z.object({
  guichetChannel: z.enum(['link', 'unlink']),
  desk: z.string().max(100).optional(),
  category: z.string().max(100).optional(),
});

/** A choice made on the card that links a channel. */
export type ChannelPress = z.output<typeof CHANNEL>;

export const ticketData = (press: Omit<TicketPress, 'nonce'> & { readonly nonce?: string }) => ({
  guichetTicket: {
    do: press.do,
    id: press.ticketId,
    v: press.version,
    p: press.position,
    ...(press.nonce === undefined ? {} : { nonce: press.nonce }),
  },
});

/** What was pressed on a ticket's card; null: something else. */
export function readTicketPress(data: unknown): TicketPress | null {
  const parsed = PRESSED.safeParse(data);
  if (!parsed.success) return null;
  const { do: what, id: ticketId, v, p, nonce } = parsed.data.guichetTicket;
  return { do: what, ticketId, version: v, position: p, nonce: nonce ?? null };
}

/** Whether it says that it is of a ticket's card, in a shape that may be another release's. */
export const isTicketData = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'guichetTicket' in data;

/** What was pressed on the card that links a channel; null: something else. */
export function readChannelPress(data: unknown): ChannelPress | null {
  const parsed = CHANNEL.safeParse(data);
  return parsed.success ? parsed.data : null;
}

const FIELDS = z.object({
  text: z.string().max(20_000).optional(),
  assignee: z.string().max(100).optional(),
});

/** What was typed or chosen in a dialog. */
export function readFields(data: unknown): { readonly text: string; readonly assignee: string | null } {
  const { text = '', assignee } = FIELDS.safeParse(data).data ?? {};
  return { text: text.trim(), assignee: assignee ?? null };
}
