import type { JsonValue } from '../../data/conversations/types';
import type { Ticket } from '../../data/tickets/types';
import { factRows, heading, plain } from '../channels/cards/elements';
import { buttonsOf, isCommand, type Button, type Dialog } from './buttons';
import { ticketData } from './card-data';
import { ticketLink, type LinkSettings } from './links';
import { masked, oneLine } from './masked';
import { sayCategory, sayInstant, type Reader } from './reader';

export type Json = { readonly [key: string]: JsonValue };

export const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** More would push the buttons off a phone's screen. */
const SUBJECT_LENGTH = 200;

/** What a card needs of a ticket. */
export type CardTicket = Pick<
  Ticket,
  | 'id'
  | 'reference'
  | 'deskId'
  | 'category'
  | 'subject'
  | 'status'
  | 'priority'
  | 'assigneeId'
  | 'version'
  | 'waitingSince'
  | 'firstRepliedAt'
  | 'clocks'
>;

/** A ticket as a card shows it. */
export interface CardView {
  readonly ticket: CardTicket;
  readonly deskName: string;
  readonly assigneeName: string | null;
  /** The latest event of the ticket when it was read. */
  readonly position: number;
}

/** What stands above the card, for the one person who pressed: who changed what. */
export interface Banner {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A title of our own words and a reference: nothing in it reads as Markdown, and Teams would show the marks that guard against it. */
const headline = (text: string): object => ({ ...heading(''), text });

const json = (thing: object): Json => thing as unknown as Json;

/** An Adaptive Card as an attachment of an activity. */
export const attachment = (card: Json): Json => ({ contentType: ADAPTIVE, content: card });

const adaptiveCard = (speak: string, body: readonly object[], rest: Json = {}): Json => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  speak,
  fallbackText: speak,
  body: body.map(json),
  ...rest,
});

/**
 * The card of a ticket in the advisors' channel: what it is about, how it stands, and what can be done now. It names nobody but advisors
 * and holds no bank or social-security number, address or phone number: the whole team reads it.
 */
export function ticketCard(
  view: CardView,
  reader: Reader,
  links: LinkSettings,
  banner: Banner | null = null,
): Json {
  const { ticket } = view;
  const buttons = buttonsOf(ticket).map((button) => buttonOf(button, view, reader));
  return adaptiveCard(spoken(view, reader), [...bannerOf(banner), ...bodyOf(view, reader)], {
    refresh: { action: execute('show', view, '') },
    actions: [...buttons, openButton(ticket, reader, links)],
  });
}

/** A ticket as it was when somebody put it into a conversation: it says so, and leads to the queue. */
export function snapshotCard(view: CardView, reader: Reader, links: LinkSettings): Json {
  const asOf = reader.words.teamsDesk.card.asOf(sayInstant(reader.now, reader));
  const body = [...bodyOf(view, reader), plain(asOf, { size: 'Small', isSubtle: true })];
  return adaptiveCard(spoken(view, reader), body, { actions: [openButton(view.ticket, reader, links)] });
}

/** The request in one line, as it may stand where a team reads along. */
export const subjectOf = ({ subject }: Pick<Ticket, 'subject'>, { words }: Reader): string =>
  oneLine(masked(subject, words), SUBJECT_LENGTH);

function bodyOf({ ticket, deskName, assigneeName }: CardView, reader: Reader): readonly object[] {
  const { card, status, priority, priorityLabel } = reader.words.teamsDesk;
  const waiting = ticket.waitingSince;
  const due = dueOf(ticket);
  const facts = [
    { label: card.desk, value: deskName },
    { label: card.category, value: sayCategory(ticket.category, reader.words) },
    { label: priorityLabel, value: priority[ticket.priority] },
    { label: card.state, value: status[ticket.status] },
    { label: card.assignee, value: assigneeName ?? card.nobody },
    ...(waiting === null ? [] : [{ label: card.since, value: sayInstant(waiting, reader) }]),
    ...(waiting === null || due === null ? [] : [{ label: card.due, value: sayDue(due, reader) }]),
  ];
  return [
    headline(`${ticket.reference} · ${status[ticket.status]}`),
    plain(subjectOf(ticket, reader)),
    ...factRows(facts),
  ];
}

/** The nearest deadline that is still to be kept. */
function dueOf({ clocks, firstRepliedAt }: CardTicket): Date | null {
  const dues = [firstRepliedAt === null ? clocks['first-reply'].dueAt : null, clocks.resolution.dueAt];
  return dues.reduce((first, due) => (due !== null && (first === null || due < first) ? due : first), null);
}

function sayDue(due: Date, reader: Reader): string {
  const said = sayInstant(due, reader);
  return due < reader.now ? reader.words.teamsDesk.card.overdue(said) : said;
}

const spoken = ({ ticket }: CardView, { words }: Reader): string =>
  words.teamsDesk.card.spoken(ticket.reference, words.teamsDesk.status[ticket.status]);

const bannerOf = (banner: Banner | null): readonly object[] =>
  banner === null
    ? []
    : [
        {
          type: 'Container',
          style: 'warning',
          bleed: true,
          items: [plain(banner.title, { weight: 'Bolder' }), ...banner.lines.map((line) => plain(line))],
        },
      ];

function buttonOf(button: Button, view: CardView, { words }: Reader): Json {
  const title = words.teamsDesk.button[button];
  return {
    ...(isCommand(button) ? execute(button, view, title) : fetchDialog(button, view, title)),
    ...(button === 'claim' ? { style: 'positive' } : {}),
    // Seldom pressed: behind the three dots.
    ...(button === 'note' ? { mode: 'secondary' } : {}),
  };
}

/** A universal action; clients that do not know it send the same data as a message. */
function execute(what: Button | 'show', view: CardView, title: string): Json {
  const data = pressData(what, view);
  return {
    type: 'Action.Execute',
    ...(title === '' ? {} : { title }),
    verb: `guichet.${what}`,
    data,
    ...(title === '' ? {} : { fallback: { type: 'Action.Submit', title, data } }),
  };
}

const fetchDialog = (dialog: Dialog, view: CardView, title: string): Json => ({
  type: 'Action.Submit',
  title,
  data: { ...pressData(dialog, view), msteams: { type: 'task/fetch' } },
});

const pressData = (what: Button | 'show', { ticket, position }: CardView): Json =>
  ticketData({ do: what, ticketId: ticket.id, version: ticket.version, position });

const openButton = ({ reference }: CardTicket, { words }: Reader, links: LinkSettings): Json => ({
  type: 'Action.OpenUrl',
  title: words.teamsDesk.button.open,
  url: ticketLink(reference, links),
});

/** What a dialog asks: fields, one button, and what its answer carries back. */
export interface DialogForm {
  readonly title: string;
  readonly banner: Banner | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly hint: string | null;
  readonly input: Json;
  readonly button: string;
  readonly data: Json;
}

export const dialogCard = (form: DialogForm): Json =>
  adaptiveCard(
    form.title,
    [
      ...bannerOf(form.banner),
      ...form.facts.flatMap(({ label, value }) => [
        plain(label, { size: 'Small', isSubtle: true }),
        plain(value, {}, { spacing: 'None' }),
      ]),
      form.input,
      ...(form.hint === null ? [] : [plain(form.hint, { size: 'Small', isSubtle: true })]),
    ],
    { actions: [{ type: 'Action.Submit', title: form.button, style: 'positive', data: form.data }] },
  );

/** A card that asks with inputs and answers by universal actions, with the same as messages where those are not known. */
export function questionCard(question: {
  readonly title: string;
  readonly text: string;
  readonly inputs: readonly Json[];
  readonly actions: readonly { readonly title: string; readonly verb: string; readonly data: Json }[];
}): Json {
  const { title, text, inputs, actions } = question;
  return adaptiveCard(title, [headline(title), plain(text), ...inputs], {
    actions: actions.map(({ title: label, verb, data }) => ({
      type: 'Action.Execute',
      title: label,
      verb,
      data,
      fallback: { type: 'Action.Submit', title: label, data },
    })),
  });
}

/** A sentence as a card, where a card is the only answer. */
export const noticeCard = (text: string): Json => adaptiveCard(text, [plain(text)]);
