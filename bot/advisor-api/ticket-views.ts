import type { AdvisorService } from '../../data/advisors/types';
import type { StoredAttachment } from '../../data/attachments/types';
import type { Clock } from '../../data/clock';
import type { Services } from '../../data/services';
import { slaOf, type SlaState } from '../../data/sla/state';
import type { TicketHead } from '../../data/tickets/list/types';
import type { Ticket, TicketEvent, TicketMessage } from '../../data/tickets/types';
import type { Knowledge } from '../../knowledge/types';
import type { AdvisorRef, MessageView, SlaClockView, TicketDetail, TicketSummary } from './contract';
import type { DeskScope } from './scope';
import { conversationOf, transcriptOf } from './transcript';

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
  const { tickets, people, advisors, attachments, appointments, conversations } = services;

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

  /** What she sent for this ticket, from wherever, and what lies in its conversation without belonging to another one. */
  const filesOf = async ({ id, conversationId }: Ticket): Promise<readonly StoredAttachment[]> => {
    const [linked, inConversation] = await Promise.all([
      attachments.ofTicket(id),
      conversationId === null ? [] : attachments.ofConversation(conversationId),
    ]);
    return [...linked, ...inConversation.filter(({ ticketId }) => ticketId === null)];
  };

  const detail = async (ticket: Ticket, scope: DeskScope, now: Date): Promise<TicketDetail> => {
    const { conversationId } = ticket;
    const [head, person, messages, events, activities, files] = await Promise.all([
      summary(ticket),
      personOf(ticket, scope, now),
      tickets.messages(ticket.id),
      tickets.events(ticket.id),
      conversationId === null ? [] : conversationOf(conversations, conversationId),
      filesOf(ticket),
    ]);
    return {
      ...head,
      conversationId,
      facts: ticket.facts,
      checks: ticket.checks,
      article: ticket.article,
      transcript: transcriptOf(activities, messages),
      messages: messages.map(messageView),
      events: await eventViews(events, person?.name ?? head.personName, advisors),
      attachments: files.map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
      person,
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
  return events.map((event) => ({
    id: event.id,
    kind: event.kind,
    actor: actorOf(event),
    detail: Object.fromEntries(
      Object.entries(event.detail).map(([key, value]) => [
        key,
        value === null ? null : (names.get(value) ?? value),
      ]),
    ),
    at: event.at.toISOString(),
  }));
}
