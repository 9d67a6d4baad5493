import type { z } from 'zod';
import type { Result } from '../../../data/result';
import type { Services } from '../../../data/services';
import type { Ticket, TicketFault } from '../../../data/tickets/types';
import type { BulkResult } from '../contract-queue';
import { type ApiParts, type Caller, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { type ApiLanguage, languageOf } from '../language';
import { bulkAnswer, bulkChangeBody } from '../schemas-queue';
import { throwTicketFault } from '../ticket-faults';

type Body = z.infer<typeof bulkChangeBody>;
type Failure = BulkResult['failed'][number];

/** POST /bulk: gives or moves many tickets, each on its own: one that has changed meanwhile holds up no other. */
export const bulkChange = endpoint({
  method: 'post',
  path: '/bulk',
  summary: 'Assign, solve or close many tickets; tells which failed and why',
  body: bulkChangeBody,
  answer: bulkAnswer,
  async handle({ body, ...caller }, parts) {
    const done: BulkResult['done'][number][] = [];
    const failed: Failure[] = [];
    // One after the other: other advisors' changes get in between.
    for (const target of body.tickets) {
      try {
        done.push(await parts.views.summary(await changeOne(body, target, caller, parts)));
      } catch (error) {
        failed.push(failureOf(target.id, error, languageOf(caller.req)));
      }
    }
    const answer: BulkResult = { done, failed };
    return { kind: 'json', body: answer };
  },
});

/** @throws ApiFault when it cannot be done to this ticket. */
async function changeOne(
  body: Body,
  target: Body['tickets'][number],
  caller: Pick<Caller, 'advisor' | 'scope' | 'now'>,
  { services, views }: ApiParts,
): Promise<Ticket> {
  const ticket = await caller.scope.ticket(target.id);
  const changed = await change(body, ticket, target.version, caller, services);
  return changed.ok ? changed.value : throwTicketFault(changed.fault, ticket, views);
}

async function change(
  body: Body,
  ticket: Ticket,
  expectedVersion: number,
  { advisor, now }: Pick<Caller, 'advisor' | 'now'>,
  services: Services,
): Promise<Result<Ticket, TicketFault>> {
  const common = { ticketId: ticket.id, expectedVersion, now };
  if (body.action === 'status') {
    const actor = { kind: 'advisor', id: advisor.id } as const;
    return services.tickets.changeStatus({ ...common, to: body.status, actor });
  }
  const { assigneeId } = body;
  if (assigneeId !== null) {
    const ofDesk = await services.advisors.ofDesks([ticket.deskId]);
    if (!ofDesk.some(({ id }) => id === assigneeId)) throw new ApiFault('assignee-not-of-desk');
  }
  return services.tickets.assign({ ...common, assigneeId, advisorId: advisor.id });
}

/** What this API does not refuse by itself is a bug or an outage, for the whole call. */
function failureOf(id: string, error: unknown, language: ApiLanguage): Failure {
  if (!(error instanceof ApiFault)) throw error;
  const { current } = error.more;
  return { id, error: error.body(language).error, current: current && 'topicId' in current ? current : null };
}
