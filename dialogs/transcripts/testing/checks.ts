import { DateTime } from 'luxon';
import type { Ticket } from '../../../data/tickets/types';
import { readState } from '../../state';
import type { Play } from './player';

type Check = (argument: string, play: Play) => Promise<void>;

/** What a `=` line can look at: records, the reply's meta, and the conversation's state. */
const CHECKS: Readonly<Record<string, Check>> = {
  async ticket(topic, play) {
    expect((await lastTicket(play)).topicId).toBe(topic);
  },
  async 'ticket-status'(status, play) {
    expect((await lastTicket(play)).status).toBe(status);
  },
  async tickets(count, play) {
    expect(await play.data.services.tickets.ofConversation(play.conversationId)).toHaveLength(Number(count));
  },
  async 'ticket-priority'(priority, play) {
    expect((await lastTicket(play)).priority).toBe(priority);
  },
  async subject(text, play) {
    expect((await lastTicket(play)).subject).toContain(text);
  },
  async category(category, play) {
    expect((await lastTicket(play)).category).toBe(category);
  },
  /** `fact student_name Yanis Colas` */
  async fact(argument, play) {
    const [key = '', ...value] = argument.split(' ');
    const { facts } = await lastTicket(play);
    const found = facts.find((fact) => fact.key === key);
    expect({ key, value: found?.value ?? `none of ${facts.map((fact) => fact.key).join(', ')}` }).toEqual({
      key,
      value: expect.stringContaining(value.join(' ')) as string,
    });
  },
  async 'fact-from'(argument, play) {
    const [key = '', source = ''] = argument.split(' ');
    expect((await lastTicket(play)).facts.find((fact) => fact.key === key)?.source).toBe(source);
  },
  async 'record-check'(argument, play) {
    const [outcome = '', ...label] = argument.split(' ');
    const { checks } = await lastTicket(play);
    expect(checks.map((made) => `${made.outcome} ${made.label}`)).toContain(`${outcome} ${label.join(' ')}`);
  },
  async article(branch, play) {
    const { article } = await lastTicket(play);
    expect(article === null ? 'none' : `${article.topicId} ${article.branchId}`).toBe(branch);
  },
  async 'ticket-message'(text, play) {
    const messages = await play.data.services.tickets.messages((await lastTicket(play)).id);
    expect(messages.map((message) => message.text)).toContainEqual(expect.stringContaining(text));
  },
  /** A file that the advisor finds with the ticket, by its name; `none` for none. */
  async 'ticket-file'(name, play) {
    const files = await play.data.services.attachments.ofTicket((await lastTicket(play)).id);
    expect(files.map((file) => file.name)).toEqual(name === 'none' ? [] : expect.arrayContaining([name]));
  },
  /** The latest change of state and who made it: `ticket-event requester withdrawn`. */
  async 'ticket-event'(argument, play) {
    const events = await play.data.services.tickets.events((await lastTicket(play)).id);
    const moves = events.filter(({ kind }) => kind === 'status-changed');
    expect(moves.map(({ actorKind, detail }) => `${actorKind} ${detail['to']}`).pop()).toBe(argument);
  },
  /** `feedback oc-mentor.payment-late yes` */
  async feedback(argument, play) {
    const [topicId, answer] = argument.split(' ');
    expect(play.feedback.filter((vote) => vote.topicId === topicId).map(({ helpful }) => helpful)).toContain(
      answer === 'yes',
    );
  },
  /** `coupon assignment-martin 2026-11-17T14:00 2026-11-17T16:00`, Paris time */
  async coupon(argument, play) {
    const [assignment, start, end] = argument.split(' ');
    const coupons = await play.data.services.coupons.ofPerson(play.person?.id ?? '');
    const found = coupons.map((coupon) => [
      coupon.assignmentId,
      paris(coupon.startsAt),
      paris(coupon.endsAt),
    ]);
    expect(found.filter((one) => one.join(' ') === [assignment, start, end].join(' '))).toHaveLength(1);
  },
  /** How many coupons of hers count: `coupons assignment-martin 4` */
  async coupons(argument, play) {
    const [assignment, count] = argument.split(' ');
    const coupons = await play.data.services.coupons.ofPerson(play.person?.id ?? '');
    const counting = coupons.filter((one) => one.assignmentId === assignment && one.status === 'saved');
    expect(counting).toHaveLength(Number(count));
  },
  /** A report as the records hold it: `report assignment-petit end draft 2` with so many answers. */
  async report(argument, play) {
    const [assignment, kind, status, answers] = argument.split(' ');
    const reports = await play.data.services.reports.ofPerson(play.person?.id ?? '');
    const found = reports.find((one) => one.assignmentId === assignment && one.kind === kind);
    const is = found === undefined ? 'none' : `${found.status} ${Object.keys(found.answers).length}`;
    expect(is).toBe(status === 'none' ? 'none' : `${status} ${answers}`);
  },
  /** `appointment 2026-11-19T10:00 phone`, Paris time */
  async appointment(argument, play) {
    const [start, channel] = argument.split(' ');
    const booked = await play.data.services.appointments.upcoming(
      play.person?.id ?? '',
      play.data.clock.now(),
    );
    expect(booked.map((one) => `${paris(one.startsAt)} ${one.channel}`)).toContain(`${start} ${channel}`);
  },
  async appointments(count, play) {
    const booked = await play.data.services.appointments.upcoming(
      play.person?.id ?? '',
      play.data.clock.now(),
    );
    expect(booked).toHaveLength(Number(count));
  },
  async form(form, play) {
    expect(
      readState(play.state)
        .stack.map(({ id }) => id)
        .join(' ') || 'none',
    ).toBe(form);
  },
  async parked(form, play) {
    expect(readState(play.state).parked?.stack[0]?.id ?? 'none').toBe(form);
  },
  async topic(topic, play) {
    expect(play.replies.map(({ meta }) => meta.topic)).toContain(topic);
  },
  async decision(decision, play) {
    expect(play.replies.map(({ meta }) => meta.decision)).toContain(decision);
  },
  async slot(slot, play) {
    expect(play.replies[play.replies.length - 1]?.meta.slot ?? 'none').toBe(slot);
  },
  async replies(count, play) {
    expect(play.replies).toHaveLength(Number(count));
  },
};

/** Looks at what a `=` line names. */
export async function check(words: string, play: Play): Promise<void> {
  const [name = '', ...argument] = words.split(' ');
  const run = CHECKS[name];
  if (run === undefined) throw new Error(`unknown check: ${name}`);
  await run(argument.join(' '), play);
}

async function lastTicket(play: Play): Promise<Ticket> {
  const tickets = await play.data.services.tickets.ofConversation(play.conversationId);
  const last = [...tickets].sort((a, b) => a.reference.localeCompare(b.reference)).pop();
  if (last === undefined) throw new Error('no ticket was filed');
  return last;
}

const paris = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'Europe/Paris' }).toFormat("yyyy-MM-dd'T'HH:mm");
