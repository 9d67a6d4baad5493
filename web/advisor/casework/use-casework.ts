import type { TicketDetail, TicketSummary } from '../../../bot/advisor-api/contract';
import type { LinkView } from '../../../bot/advisor-api/contract-tickets';
import { useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { conflictOf, type Wish } from '../lib/conflicts';
import { isTicket, isTicketList, paths } from '../lib/paths';
import { refreshTicket } from '../lib/ticket-commands';
import { failureText } from '../parts/states';

/** What an advisor does with a ticket and others; each says what it did and offers the way back where there is one. */
export interface Casework {
  /** @param done what to do once it is changed, perhaps after she was asked about somebody else's change. */
  changeTopic(ticket: TicketSummary, topicId: string, title: string, done: () => void): Promise<void>;
  merge(ticket: TicketSummary, into: string): Promise<void>;
  split(ticket: TicketSummary, second: { text: string; topicId: string; clientId: string }): Promise<void>;
  link(ticket: TicketDetail, other: string): Promise<void>;
  unlink(ticket: TicketDetail, other: string): Promise<void>;
}

/** @throws ApiFailure from each command: the dialog that asked says why. */
export function useCasework(): Casework {
  const { resources, notify, askAboutConflict, strings, route, go } = useSession();
  const { casework } = strings;
  const again = (ticketId: string): void => {
    refreshTicket(resources, ticketId);
    resources.refresh((path) => isTicket(path) || isTicketList(path));
  };
  const send = async <T>(ticket: TicketSummary, action: string, body: object): Promise<T> => {
    const answer = await post<T>(`${paths.ticket(ticket.id)}/${action}`, body);
    again(ticket.id);
    return answer;
  };
  /** What is done from the snackbar or from the question about a conflict: no dialog is left to say that it failed. */
  const aside = (work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    });
  const sendLink = (ticket: TicketDetail, action: 'links' | 'links/remove', other: string) =>
    send<{ readonly links: readonly LinkView[] }>(ticket, action, { ticket: other });

  const changeTopic: Casework['changeTopic'] = async (ticket, topicId, title, done) => {
    const wish: Wish = {
      field: 'topic',
      value: title,
      again: (now) => aside(() => changeTopic(now, topicId, title, done))(),
    };
    const body = { topicId, version: ticket.version };
    const changed = await send<TicketSummary>(ticket, 'topic', body).catch((error: unknown) => {
      const conflict = conflictOf(error, ticket, wish);
      if (conflict === null) throw error;
      again(ticket.id);
      askAboutConflict(conflict);
      return null;
    });
    if (changed === null) return;
    done();
    notify({ text: casework.topic.done(title), undo: aside(() => formerTopic(ticket, changed)) });
  };

  /** The topic as it was, and who had the ticket then. */
  const formerTopic = async (before: TicketSummary, changed: TicketSummary): Promise<void> => {
    const back = { topicId: before.topicId, version: changed.version };
    const former = await send<TicketSummary>(before, 'topic', back);
    const assigneeId = before.assignee?.id ?? null;
    if ((former.assignee?.id ?? null) === assigneeId) return;
    await send(before, 'assign', { assigneeId, version: former.version });
  };

  return {
    changeTopic,
    async merge(ticket, into) {
      await send<TicketSummary>(ticket, 'merge', { into, version: ticket.version });
      notify({
        text: casework.merge.done(into),
        undo: aside(() => send(ticket, 'unmerge', {})),
      });
      if (route.page === 'queue') go({ ...route, ticket: into });
    },
    async split(ticket, second) {
      const { reference } = await send<TicketSummary>(ticket, 'split', second);
      notify({ text: casework.split.done(reference) });
    },
    async link(ticket, other) {
      const known = new Set(ticket.links.map(({ reference }) => reference));
      const { links } = await sendLink(ticket, 'links', other);
      const reference = links.find((one) => !known.has(one.reference))?.reference ?? other;
      notify({
        text: casework.link.done(reference),
        undo: aside(() => sendLink(ticket, 'links/remove', reference)),
      });
    },
    async unlink(ticket, other) {
      await sendLink(ticket, 'links/remove', other);
      notify({
        text: casework.link.undone(other),
        undo: aside(() => sendLink(ticket, 'links', other)),
      });
    },
  };
}
