import { z } from 'zod';
import { errorAnswer, messageAnswer } from './schemas';

/** What the endpoints of the live chat accept and answer (contract-live.ts). */

const instant = z.iso.datetime().describe('Instant, ISO 8601 in UTC');
const advisorRef = z.object({ id: z.string(), name: z.string() });
const writing = z.enum(['reply', 'note']).nullable();
const hold = z.object({ advisor: advisorRef, since: instant });

export const presenceBody = z.strictObject({
  tabId: z.string().min(1).max(64).describe('One for each window of the advisor’s'),
  here: z.boolean().describe('false: she leaves the ticket'),
  writing,
});

export const takeOverBody = z.strictObject({
  from: z
    .string()
    .min(1)
    .max(100)
    .nullable()
    .describe('The advisor from whom it is taken; null: from the assistant'),
});

export const liveAnswer = z.object({
  ticketId: z.string(),
  conversationId: z.string().nullable(),
  takeable: z.boolean(),
  hold: hold.nullable(),
  requester: z.object({ here: z.boolean(), writing: z.boolean(), lastSeenAt: instant.nullable() }).nullable(),
  viewers: z.array(advisorRef.extend({ writing })),
});

export const presentAdvisorsAnswer = z.object({ advisorIds: z.array(z.string()) });

export const heldAnswer = errorAnswer.extend({ hold });

export const repliedMeanwhileAnswer = errorAnswer.extend({ replies: z.array(messageAnswer) });
