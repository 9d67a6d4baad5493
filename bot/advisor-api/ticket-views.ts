import type { AdvisorService } from '../../data/advisors/types';
import type { Clock } from '../../data/clock';
import type { Services } from '../../data/services';
import { slaOf, type SlaState } from '../../data/sla/state';
import type { TicketHead } from '../../data/tickets/list/types';
import type { Ticket, TicketEvent, TicketMessage } from '../../data/tickets/types';
import type { Knowledge } from '../../knowledge/types';
import type { AdvisorRef, MessageView, SlaClockView, TicketDetail, TicketSummary } from './contract';
import type { DeskScope } from './scope';
import { fileViews, filesOf, linkViews, mergedView, wholeTranscript, withOwnChats } from './related-views';

/** Turns tickets into what the queue shows. */
export interface TicketViews {
  ofRow(row: TicketHead): TicketSummary;
  summary(ticket: Ticket): Promise<TicketSummary>;
  detail(ticket: Ticket, scope: DeskScope, now: Date): Promise<TicketDetail>;
}

/** @param clock tells how the clocks of a ticket stand when it is shown. */
export function ticketViews(
  services: Services,
  knowledge: Pick<Knowledge, 'topic'>,
  clock: Clock,
): TicketViews {
  const { tickets, people, advisors, attachments, appointments, conversations, relations } = services;
  const titleOf = (topicId: string): string => knowledge.topic(topicId)?.titleFr ?? topicId;

  const ofRow = (row: TicketHead): TicketSummary =>
    summarise(row, {
      topicTitle: knowledge.topic(row.topicId)?.titleFr ?? row.subject,
      personName: row.personName,
      assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
      now: clock.now(),
    });

  const summary = async (ticket: Ticket): Promise<TicketSummary> => {
    const [person, assignee] = await Promise.all([
      ticket.personId === null ? null : people.find(ticket.personId),
      ticket.assigneeId === null ? null : advisors.find(ticket.assigneeId),
    ]);
    return summarise(ticket, {
      topicTitle: knowledge.topic(ticket.topicId)?.titleFr ?? ticket.subject,
      personName: person?.displayName ?? null,
      assignee: assignee && { id: assignee.id, name: assignee.name },
      now: clock.now(),
    });
  };

  const personOf = async (ticket: Ticket, scope: DeskScope, now: Date): Promise<TicketDetail['person']> => {
    const person = ticket.personId === null ? null : await people.find(ticket.personId);
    if (person === null || !scope.allows(person.deskId)) return null;
    const [others, upcoming] = await Promise.all([
      tickets.ofPerson(person.id),
      appointments.upcoming(person.id, now),
    ]);
    return {
      id: person.id,
      name: person.displayName,
      email: person.email,
      phone: person.phone,
      zone: person.zone,
      otherTickets: others
        .filter((other) => other.id !== ticket.id && scope.allows(other.deskId))
        .map(({ reference, subject, status }) => ({ reference, subject, status })),
      appointments: upcoming
        .filter((appointment) => scope.allows(appointment.deskId))
        .map(({ reference, startsAt, channel, subject }) => ({
          reference,
          startsAt: startsAt.toISOString(),
          channel,
          subject,
        })),
    };
  };

  const detail = async (ticket: Ticket, scope: DeskScope, now: Date): Promise<TicketDetail> => {
    const merged = await tickets.mergedInto(ticket.id);
    const all = await withOwnChats(conversations, [ticket, ...merged]);
    const [head, person, events, links, target, files, ...said] = await Promise.all([
      summary(ticket),
      personOf(ticket, scope, now),
      tickets.events(ticket.id),
      relations.links(ticket.id),
      tickets.destination(ticket.id),
      filesOf(attachments, all),
      ...all.map(({ id }) => tickets.messages(id)),
    ]);
    const messages = said.flat();
    return {
      ...head,
      conversationId: ticket.conversationId,
      facts: ticket.facts,
      checks: ticket.checks,
      article: ticket.article,
      transcript: await wholeTranscript(conversations, all, messages),
      messages: messages.map(messageView),
      events: await eventViews(events, person?.name ?? head.personName, advisors, titleOf),
      attachments: fileViews(files, messages),
      person,
      links: linkViews(links, scope),
      mergedInto: target === null || target.id === ticket.id ? null : target.reference,
      merged: merged.map(mergedView),
    };
  };

  return { ofRow, summary, detail };
}

function summarise(
  ticket: Omit<Ticket, 'facts' | 'checks' | 'article'>,
  shown: {
    topicTitle: string;
    personName: string | null;
    assignee: AdvisorRef | null;
    now: Date;
  },
): TicketSummary {
  const sla = slaOf(ticket, shown.now);
  return {
    id: ticket.id,
    reference: ticket.reference,
    desk: ticket.deskId,
    topicId: ticket.topicId,
    topicTitle: shown.topicTitle,
    category: ticket.category,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    personName: shown.personName,
    assignee: shown.assignee,
    version: ticket.version,
    waitingSince: ticket.waitingSince?.toISOString() ?? null,
    sla: { firstReply: clockView(sla['first-reply']), resolution: clockView(sla.resolution) },
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
  };
}

const clockView = (clock: SlaState): SlaClockView => ({
  state: clock.state,
  warnAt: 'warnAt' in clock ? (clock.warnAt?.toISOString() ?? null) : null,
  dueAt: 'dueAt' in clock ? (clock.dueAt?.toISOString() ?? null) : null,
  doneAt: 'doneAt' in clock ? (clock.doneAt?.toISOString() ?? null) : null,
});

/** One message of a ticket, as the API shows it. */
export function messageView(message: TicketMessage): MessageView {
  const { id, kind, authorKind, authorName, text } = message;
  return { id, kind, authorKind, authorName, text, at: message.at.toISOString() };
}

async function eventViews(
  events: readonly TicketEvent[],
  personName: string | null,
  advisors: AdvisorService,
  titleOf: (topicId: string) => string,
): Promise<TicketDetail['events']> {
  const ids = new Set(events.flatMap(({ actorId, detail }) => [actorId, ...Object.values(detail)]));
  const names = new Map<string, string>();
  for (const id of ids) {
    const advisor = id === null ? null : await advisors.find(id);
    if (advisor) names.set(advisor.id, advisor.name);
  }
  const actorOf = ({ actorKind, actorId }: TicketEvent): string => {
    if (actorKind === 'assistant') return 'Guichet';
    return names.get(actorId ?? '') ?? (actorKind === 'requester' ? (personName ?? '') : '');
  };
  const sayable = ({ kind }: TicketEvent, key: string, value: string): string =>
    kind === 'category-changed' && key !== 'category' ? titleOf(value) : (names.get(value) ?? value);
  return events.map((event) => ({
    id: event.id,
    kind: event.kind,
    actor: actorOf(event),
    detail: Object.fromEntries(
      Object.entries(event.detail).map(([key, value]) => [
        key,
        value === null ? null : sayable(event, key, value),
      ]),
    ),
    at: event.at.toISOString(),
  }));
}
