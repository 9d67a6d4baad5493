import { z } from 'zod';
import type { Advisor } from '../../data/advisors/types';
import { wordsOf } from '../../dialogs/scene';
import type { RawActivity } from '../channels/read-activity';
import { ADAPTIVE, snapshotCard, subjectOf, type CardTicket, type CardView, type Json } from './card';
import type { TeamsDeskParts } from './deps';
import { advisorBehind } from './gate';
import { localeOf } from './identity';
import { oneLine } from './masked';
import { sayCategory, type Reader } from './reader';

/** The command of manifest/manifest.ts that searches tickets. */
export const SEARCH_COMMAND = 'searchTickets';

const PAGE = 10;
const MAX_PAGE = 25;
/** Nobody scrolls further than this; a search that finds more is made narrower. */
const MAX_SKIP = 100;
const MAX_QUERY = 200;
const TITLE_LENGTH = 80;

const QUERY = z.object({
  commandId: z.literal(SEARCH_COMMAND),
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(10)
    .default([]),
  queryOptions: z
    .object({ skip: z.number().int().min(0).optional(), count: z.number().int().min(1).optional() })
    .optional(),
});

/**
 * The answer to `composeExtension/query`: tickets of the advisor's desks by words or reference, the latest first before anything is typed.
 * null: another command's query.
 */
export async function searchTickets(activity: RawActivity, parts: TeamsDeskParts): Promise<Json | null> {
  const asked = QUERY.safeParse(activity.value);
  if (!asked.success) return null;
  const gate = await advisorBehind(activity, parts.services);
  if ('refused' in gate) return message(gate.refused);
  const { parameters, queryOptions } = asked.data;
  const skip = Math.min(queryOptions?.skip ?? 0, MAX_SKIP);
  const count = Math.min(queryOptions?.count ?? PAGE, MAX_PAGE);
  const found = await find(textOf(parameters), gate.advisor, skip + count, parts);
  const page = found.slice(skip, skip + count);
  const locale = localeOf(activity);
  if (page.length === 0 && skip === 0) return message(wordsOf(locale).teamsDesk.search.nothing);
  const attachments = await Promise.all(
    page.map(async (ticket) => {
      const [view, reader] = await Promise.all([
        parts.views.of(ticket, 0),
        parts.views.readerFor(ticket, locale),
      ]);
      return result(view, reader, parts);
    }),
  );
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** What was typed; nothing while the extension is only being opened. */
function textOf(parameters: readonly { readonly name: string; readonly value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name === 'query')?.value;
  return typeof typed === 'string' ? typed.trim().slice(0, MAX_QUERY) : '';
}

async function find(
  text: string,
  { deskIds }: Advisor,
  limit: number,
  { services }: TeamsDeskParts,
): Promise<readonly CardTicket[]> {
  const named = text === '' ? null : await services.tickets.find(text);
  if (named !== null && deskIds.includes(named.deskId)) return [named];
  const { rows } = await services.queue.page(
    { deskIds, sort: 'updated', ...(text === '' ? {} : { text }) },
    { after: null, limit },
  );
  return rows;
}

/** A row of the result, and the card that is inserted when it is chosen. */
function result(view: CardView, reader: Reader, { links }: TeamsDeskParts): Json {
  const { ticket, deskName } = view;
  const { status, search } = reader.words.teamsDesk;
  return {
    contentType: ADAPTIVE,
    content: snapshotCard(view, reader, links),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: unmarked(`${ticket.reference} · ${oneLine(subjectOf(ticket, reader), TITLE_LENGTH)}`),
        text: unmarked(
          search.line(status[ticket.status], sayCategory(ticket.category, reader.words), deskName),
        ),
      },
    },
  };
}

/** Previews read HTML. */
const unmarked = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const message = (text: string): Json => ({ composeExtension: { type: 'message', text } });
