import { randomUUID } from 'node:crypto';
import type { Advisor } from '../../data/advisors/types';
import type { RawActivity } from '../channels/read-activity';
import { attachment, dialogCard, subjectOf, type Banner, type CardView, type Json } from './card';
import { buttonsOf, type Dialog } from './buttons';
import { readFields, ticketData, type TicketPress } from './card-data';
import type { TeamsDeskParts } from './deps';
import { mayTouch } from './gate';
import { localeOf } from './identity';
import { masked, oneLine } from './masked';
import type { Reader } from './reader';
import { timedLines } from './views';

/** As in the queue (bot/advisor-api/schemas.ts). */
const TEXT_LENGTH = 8_000;
const LAST_WORDS_LENGTH = 600;
/** The value of "nobody" in the list of advisors. */
const NOBODY = '-';
/** What an advisor need not read again before her reply leaves. */
const QUIET = ['noted', 'sla-warned', 'sla-breached', 'linked', 'unlinked', 'released'];

/** The body of the answer to `task/fetch` and `task/submit`; null: the dialog closes. */
export type Task = Json | null;

interface Scene {
  readonly dialog: Dialog;
  readonly pressed: TicketPress;
  readonly view: CardView;
  readonly advisor: Advisor;
  readonly reader: Reader;
}

/** What was typed so far, and why the dialog is shown again. */
interface Draft {
  readonly text: string;
  readonly banner: Banner | null;
}

/** Opens a dialog of a ticket's card. */
export async function openDialog(
  activity: RawActivity,
  pressed: TicketPress & { readonly do: Dialog },
  parts: TeamsDeskParts,
): Promise<Task> {
  const scene = await enter(activity, pressed, parts);
  if ('refused' in scene) return sentence(scene.refused);
  if (!buttonsOf(scene.view.ticket).includes(pressed.do)) return sentence(await overtaken(scene, parts));
  return show(scene, { text: '', banner: null }, randomUUID(), parts);
}

/** Why a card that has been overtaken opens nothing: who changed what since. */
async function overtaken({ pressed, view, reader }: Scene, { views }: TeamsDeskParts): Promise<string> {
  const { refused } = reader.words.teamsDesk.stale;
  const { lines } = await views.since(view.ticket.id, pressed.position, reader);
  return [refused, ...timedLines(lines, reader)].join('\n\n');
}

/** Takes what was typed in a dialog; the same dialog sent twice has one effect. */
export async function submitDialog(
  activity: RawActivity,
  pressed: TicketPress & { readonly do: Dialog },
  data: unknown,
  parts: TeamsDeskParts,
): Promise<Task> {
  const scene = await enter(activity, pressed, parts);
  if ('refused' in scene) return sentence(scene.refused);
  const { text, assignee } = readFields(data);
  return scene.dialog === 'assign' ? assign(scene, assignee, parts) : write(scene, scene.dialog, text, parts);
}

async function enter(
  activity: RawActivity,
  pressed: TicketPress & { readonly do: Dialog },
  { views, services }: TeamsDeskParts,
): Promise<Scene | { readonly refused: string }> {
  const view = await views.find(pressed.ticketId);
  const gate = await mayTouch(activity, view?.ticket ?? null, services);
  if ('refused' in gate || view === null) return { refused: 'refused' in gate ? gate.refused : '' };
  const reader = await views.readerFor(view.ticket, localeOf(activity));
  return { dialog: pressed.do, pressed, view, advisor: gate.advisor, reader };
}

async function write(
  scene: Scene,
  kind: 'reply' | 'note',
  text: string,
  parts: TeamsDeskParts,
): Promise<Task> {
  const { pressed, view, advisor, reader } = scene;
  const { teamsDesk } = reader.words;
  const nonce = pressed.nonce ?? randomUUID();
  const again = (banner: Banner): Promise<Task> => show(scene, { text, banner }, nonce, parts);
  if (text === '' || text.length > TEXT_LENGTH) return again({ title: teamsDesk.dialog.needed, lines: [] });
  if (kind === 'reply') {
    const news = await newsFor(scene, parts);
    if (news.length > 0) return again({ title: teamsDesk.stale.replyTitle, lines: news });
  }
  const written = await parts.services.tickets.write({
    idempotencyKey: `teams-message:${advisor.id}:${nonce}`,
    ticketId: view.ticket.id,
    kind,
    advisor: { id: advisor.id, name: advisor.name },
    text,
    now: parts.clock.now(),
  });
  return written.ok ? null : again({ title: teamsDesk.stale.refused, lines: [] });
}

async function assign(scene: Scene, assignee: string | null, parts: TeamsDeskParts): Promise<Task> {
  const { view, advisor, pressed, reader } = scene;
  const { ticket } = view;
  const { teamsDesk } = reader.words;
  const again = (banner: Banner): Promise<Task> =>
    show(scene, { text: '', banner }, pressed.nonce ?? randomUUID(), parts);
  const team = await parts.services.advisors.ofDesks([ticket.deskId]);
  const assigneeId = assignee === NOBODY ? null : assignee;
  if (assignee === null) return again({ title: teamsDesk.dialog.choose, lines: [] });
  if (assigneeId !== null && !team.some(({ id }) => id === assigneeId)) {
    return again({ title: teamsDesk.refused.assignee, lines: [] });
  }
  const done = await parts.services.tickets.assign({
    ticketId: ticket.id,
    assigneeId,
    advisorId: advisor.id,
    expectedVersion: pressed.version,
    now: parts.clock.now(),
  });
  if (done.ok) return null;
  const { lines } = await parts.views.since(ticket.id, pressed.position, reader);
  return again({ title: teamsDesk.stale.title, lines: timedLines(lines, reader) });
}

/** What others did to the ticket since the dialog was opened. */
async function newsFor(
  { pressed, advisor, reader, view }: Scene,
  parts: TeamsDeskParts,
): Promise<readonly string[]> {
  const { lines } = await parts.views.since(view.ticket.id, pressed.position, reader);
  const others = lines.filter(({ event }) => event.actorId !== advisor.id && !QUIET.includes(event.kind));
  return timedLines(others, reader);
}

async function show(scene: Scene, draft: Draft, nonce: string, parts: TeamsDeskParts): Promise<Task> {
  const { dialog, view, reader } = scene;
  const { teamsDesk } = reader.words;
  const title = teamsDesk.dialog.title(view.ticket.reference);
  const resend = draft.banner !== null && draft.text !== '' && dialog === 'reply';
  const send = dialog === 'reply' ? teamsDesk.button.send : teamsDesk.button.save;
  const card = dialogCard({
    title,
    banner: draft.banner,
    facts: await factsOf(scene, parts),
    input: await inputOf(scene, draft.text, parts),
    hint: dialog === 'assign' ? null : teamsDesk.dialog[`${dialog}Hint`],
    button: resend ? teamsDesk.button.sendAnyway : send,
    data: ticketData({
      do: dialog,
      ticketId: view.ticket.id,
      version: view.ticket.version,
      position: view.position,
      nonce,
    }),
  });
  return {
    task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: attachment(card) } },
  };
}

/** Her last words, for whoever answers them; her request where she has written nothing since. */
async function factsOf(
  { dialog, view, reader }: Scene,
  { services }: TeamsDeskParts,
): Promise<readonly { readonly label: string; readonly value: string }[]> {
  const subject = { label: view.ticket.reference, value: subjectOf(view.ticket, reader) };
  if (dialog !== 'reply') return [subject];
  const messages = await services.tickets.messages(view.ticket.id);
  const last = messages.filter(({ authorKind }) => authorKind === 'requester').at(-1);
  if (last === undefined) return [subject];
  const value = oneLine(masked(last.text, reader.words), LAST_WORDS_LENGTH);
  return [subject, { label: reader.words.teamsDesk.dialog.lastWords, value }];
}

async function inputOf(
  { dialog, view, reader }: Scene,
  text: string,
  { services }: TeamsDeskParts,
): Promise<Json> {
  const words = reader.words.teamsDesk;
  if (dialog !== 'assign') {
    return {
      type: 'Input.Text',
      id: 'text',
      label: words.dialog[dialog],
      isMultiline: true,
      isRequired: true,
      errorMessage: words.dialog.needed,
      maxLength: TEXT_LENGTH,
      value: text,
    };
  }
  const team = await services.advisors.ofDesks([view.ticket.deskId]);
  return {
    type: 'Input.ChoiceSet',
    id: 'assignee',
    label: words.dialog.assignee,
    isRequired: true,
    errorMessage: words.dialog.choose,
    value: view.ticket.assigneeId ?? '',
    choices: [
      ...team.map(({ id, name }) => ({ title: name, value: id })),
      ...(view.ticket.assigneeId === null ? [] : [{ title: words.card.nobody, value: NOBODY }]),
    ],
  };
}

const sentence = (text: string): Task => ({ task: { type: 'message', value: text } });
