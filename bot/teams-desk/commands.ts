import type { Advisor } from '../../data/advisors/types';
import type { Result } from '../../data/result';
import type { Ticket, TicketFault, TicketService } from '../../data/tickets/types';
import type { Command } from './buttons';

/** Does what a button of a card says, against the version that the card showed: what has changed since is never overwritten. */
export function runCommand(
  tickets: Pick<TicketService, 'assign' | 'changeStatus'>,
  command: Command,
  on: { readonly ticketId: string; readonly version: number },
  advisor: Pick<Advisor, 'id'>,
  now: Date,
): Promise<Result<Ticket, TicketFault>> {
  const { ticketId, version: expectedVersion } = on;
  switch (command) {
    case 'claim':
      return tickets.assign({
        ticketId,
        assigneeId: advisor.id,
        advisorId: advisor.id,
        expectedVersion,
        now,
      });
    case 'resolve':
    case 'reopen':
      return tickets.changeStatus({
        ticketId,
        to: command === 'resolve' ? 'solved' : 'open',
        actor: { kind: 'advisor', id: advisor.id },
        expectedVersion,
        now,
      });
  }
}
