import { z } from 'zod';
import { SLA_STATES } from '../../data/sla/state';
import { relatedAnswer } from './schemas-tickets';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../../data/tickets/types';

/** What the endpoints accept and answer, as schemas: they check what comes in, and /api/openapi.json is written from them. */

const instant = z.iso.datetime().describe('Instant, ISO 8601 in UTC');
const text = (max: number) => z.string().trim().min(1).max(max);

export const writeMessageBody = z.strictObject({
  kind: z.enum(['reply', 'note']),
  text: text(8000),
  clientId: text(100).describe('Chosen by the caller: the same one again writes nothing twice'),
  files: z
    .array(z.string().min(1).max(100))
    .max(10)
    .optional()
    .describe('Ids of files uploaded for this reply'),
  seenReplyId: z
    .string()
    .min(1)
    .max(100)
    .nullable()
    .optional()
    .describe(
      'The last reply of an advisor that the caller had seen, null for none: refused when others replied since',
    ),
});

export const assignBody = z.strictObject({
  assigneeId: z.string().min(1).max(100).nullable(),
  version: z.int().nonnegative(),
});

export const changeStatusBody = z.strictObject({
  status: z.enum(['open', 'waiting', 'solved', 'closed']),
  version: z.int().nonnegative(),
});

/** Told to the tutor. */
const reason = text(500).optional();

export const periodQuery = z.object({ from: instant.optional(), to: instant.optional() });

export const slotListQuery = periodQuery.extend({ advisorId: z.string().min(1).max(100).optional() });

export const moveAppointmentBody = z.strictObject({
  startsAt: instant,
  advisorId: z.string().min(1).max(100),
  reason,
  version: z.int().nonnegative(),
  clientId: text(100).describe('Chosen by the caller: the same one again moves nothing twice'),
});

export const cancelAppointmentBody = z.strictObject({
  reason,
  version: z.int().nonnegative().optional(),
});

const isAnonymous = ({ username, password }: URL): boolean => username === '' && password === '';

/** An address that anybody can be sent to: encrypted, and without a name and password that would make another host look like it. */
const meetingUrl = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(2000)
  // Also asked of what is no address at all: that it is none has been said by then.
  .refine((value) => !URL.canParse(value) || isAnonymous(new URL(value)), {
    error: 'no user name or password in the address',
  })
  .transform((value) => new URL(value).href);

export const meetingLinkBody = z.strictObject({ url: meetingUrl, version: z.int().nonnegative() });

export const changePriorityBody = z.strictObject({
  priority: z.enum(TICKET_PRIORITIES),
  version: z.int().nonnegative(),
});

const advisorRef = z.object({ id: z.string(), name: z.string() });
const status = z.enum(TICKET_STATUSES);

export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** How long a password may be is the rule's (data/advisors/passwords.ts): here only what is worth reading. */
export const setPasswordBody = z.strictObject({
  current: z.string().max(1_000).optional(),
  next: z.string().max(1_000),
});

export const meAnswer = advisorRef.extend({
  email: z.string(),
  role: z.enum(['advisor', 'supervisor', 'admin']),
  desks: z.array(z.object({ id: z.string(), name: z.string(), zone: z.string() })),
  hasPassword: z.boolean(),
  now: instant,
  colleagues: z.array(advisorRef.extend({ deskIds: z.array(z.string()) })),
});

const slaClock = z.object({
  state: z.enum(SLA_STATES),
  warnAt: instant.nullable(),
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
});

export const ticketSummaryAnswer = z.object({
  id: z.string(),
  reference: z.string(),
  desk: z.string(),
  topicId: z.string(),
  topicTitle: z.string(),
  category: z.string(),
  subject: z.string(),
  status,
  priority: z.enum(TICKET_PRIORITIES),
  personName: z.string().nullable(),
  assignee: advisorRef.nullable(),
  version: z.int(),
  waitingSince: instant.nullable(),
  sla: z.object({ firstReply: slaClock, resolution: slaClock }),
  createdAt: instant,
  updatedAt: instant,
});

export const conflictAnswer = errorAnswer.extend({ current: ticketSummaryAnswer });

const count = z.int().nonnegative();
export const ticketListAnswer = z.object({
  tickets: z.array(ticketSummaryAnswer),
  next: z.string().nullable(),
  counts: z.object({
    mine: count,
    unassigned: count,
    open: count,
    overdue: count,
    waiting: count,
    solved: count,
  }),
  groups: z.array(z.object({ desk: z.string(), category: z.string(), open: count })),
});

export const messageAnswer = z.object({
  id: z.string(),
  kind: z.enum(['reply', 'note']),
  authorKind: z.enum(['requester', 'advisor', 'assistant']),
  authorName: z.string(),
  text: z.string(),
  at: instant,
});

export const ticketDetailAnswer = ticketSummaryAnswer.extend({
  conversationId: z.string().nullable(),
  ...relatedAnswer,
  facts: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.string(),
      source: z.enum(['said', 'records']),
    }),
  ),
  checks: z.array(
    z.object({ label: z.string(), outcome: z.enum(['ok', 'problem', 'unknown']), detail: z.string() }),
  ),
  article: z
    .object({ topicId: z.string(), branchId: z.string(), title: z.string(), text: z.string() })
    .nullable(),
  transcript: z.array(
    z.object({
      sequence: z.int(),
      author: z.enum(['tutor', 'assistant', 'advisor', 'system']),
      text: z.string(),
      at: instant,
      messageId: z.string().nullable(),
    }),
  ),
  messages: z.array(messageAnswer),
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      actor: z.string(),
      detail: z.record(z.string(), z.string().nullable()),
      at: instant,
    }),
  ),
  attachments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      contentType: z.string(),
      size: z.int(),
      messageId: z.string().nullable(),
    }),
  ),
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      zone: z.string(),
      otherTickets: z.array(z.object({ reference: z.string(), subject: z.string(), status })),
      appointments: z.array(
        z.object({
          reference: z.string(),
          startsAt: instant,
          channel: z.enum(['teams', 'phone']),
          subject: z.string(),
        }),
      ),
    })
    .nullable(),
});

export const couponAnswer = z.object({
  id: z.string(),
  reference: z.string(),
  desk: z.string(),
  personName: z.string(),
  family: z.string(),
  pupil: z.string(),
  subject: z.string(),
  startsAt: instant,
  endsAt: instant,
  late: z.boolean(),
  status: z.enum(['saved', 'rejected']),
  rejection: z.object({ reason: z.string(), at: instant }).nullable(),
  createdAt: instant,
});

export const couponListAnswer = z.object({ coupons: z.array(couponAnswer) });

export const rejectCouponBody = z.strictObject({ reason: z.string().trim().min(3).max(500) });

export const exportCouponsQuery = z.object({
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  desk: z.string().max(50).optional(),
});

export const appointmentAnswer = z.object({
  id: z.string(),
  reference: z.string(),
  desk: z.string(),
  personName: z.string(),
  advisorId: z.string(),
  advisorName: z.string(),
  channel: z.enum(['teams', 'phone']),
  phone: z.string().nullable(),
  meetingUrl: z.string().nullable(),
  subject: z.string(),
  startsAt: instant,
  endsAt: instant,
  status: z.enum(['booked', 'cancelled']),
  version: z.int().nonnegative(),
  mailRefused: z.boolean(),
});

export const appointmentListAnswer = z.object({
  appointments: z.array(appointmentAnswer),
  mails: z.boolean(),
});

const slotAnswer = z.object({
  advisorId: z.string(),
  advisorName: z.string(),
  startsAt: instant,
  endsAt: instant,
});

export const slotListAnswer = z.object({ slots: z.array(slotAnswer) });

export const appointmentConflictAnswer = errorAnswer.extend({
  current: appointmentAnswer,
  nearest: z.array(slotAnswer).optional(),
});

export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ticket'), id: z.string() }),
  z.object({ type: z.literal('conversation'), conversationId: z.string() }),
  z.object({ type: z.literal('coupon'), id: z.string() }),
  z.object({
    type: z.literal('live'),
    ticketId: z.string().nullable(),
    conversationId: z.string().nullable(),
  }),
  z.object({ type: z.literal('appointment'), id: z.string() }),
]);
