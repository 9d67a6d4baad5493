import { wordsOf } from '../../dialogs/scene';
import type { RawActivity } from '../channels/read-activity';
import { buttonsOf, isCommand } from './buttons';
import { ticketCard, type Banner, type CardView, type Json } from './card';
import type { TicketPress } from './card-data';
import { runCommand } from './commands';
import type { TeamsDeskParts } from './deps';
import { mayTouch } from './gate';
import { channelOf, localeOf } from './identity';
import { timedLines } from './views';

/** What somebody who pressed a button sees: the card as it is now, or a sentence. `stale`: nothing was done, because it had changed. */
export type Pressed =
  | { readonly kind: 'card'; readonly card: Json; readonly stale: Banner | null }
  | { readonly kind: 'sentence'; readonly text: string };

/** The ticket is as the card shows it, and its card has no such button. */
const NOT_OFFERED = { ok: false, fault: { code: 'not-offered' } } as const;

/** A button of a ticket's card that acts at once, or the card asking to be drawn anew. */
export async function press(
  activity: RawActivity,
  pressed: TicketPress,
  parts: TeamsDeskParts,
): Promise<Pressed> {
  const { services, views, clock } = parts;
  const before = await views.find(pressed.ticketId);
  const gate = await mayTouch(activity, before?.ticket ?? null, services);
  if ('refused' in gate) {
    const shown = pressed.do === 'show' && (await isOnDisplay(activity, pressed.ticketId, parts));
    return shown ? draw(before, activity, parts) : { kind: 'sentence', text: gate.refused };
  }
  if (before === null || pressed.do === 'show' || !isCommand(pressed.do))
    return draw(before, activity, parts);
  const possible = before.ticket.version !== pressed.version || buttonsOf(before.ticket).includes(pressed.do);
  const done = possible
    ? await runCommand(services.tickets, pressed.do, pressed, gate.advisor, clock.now())
    : NOT_OFFERED;
  const now = await views.find(pressed.ticketId);
  if (done.ok || now === null) return draw(now, activity, parts);
  const reader = await views.readerFor(now.ticket, localeOf(activity));
  const { title, refused } = reader.words.teamsDesk.stale;
  const { lines } = await views.since(pressed.ticketId, pressed.position, reader);
  return draw(now, activity, parts, {
    title: done.fault.code === 'conflict' ? title : refused,
    lines: timedLines(lines, reader),
  });
}

/** Clients ask for the card of whoever looks at it: it stands in her channel, so it may be drawn for her. */
async function isOnDisplay(
  activity: RawActivity,
  ticketId: string,
  { services }: TeamsDeskParts,
): Promise<boolean> {
  const place = channelOf(activity);
  const cards = await services.ticketCards.ofTicket(ticketId);
  return cards.some(({ channel }) => channel.channelId === place?.channelId);
}

async function draw(
  view: CardView | null,
  activity: RawActivity,
  { views, links }: TeamsDeskParts,
  stale: Banner | null = null,
): Promise<Pressed> {
  const locale = localeOf(activity);
  if (view === null) return { kind: 'sentence', text: wordsOf(locale).teamsDesk.refused.foreign };
  const reader = await views.readerFor(view.ticket, locale);
  return { kind: 'card', card: ticketCard(view, reader, links, stale), stale };
}
