import type { z } from 'zod';
import type {
  AppointmentConflict,
  AppointmentList,
  ConflictError,
  CouponView,
  LiveEvent,
  Me,
  MessageView,
  SlotView,
  TicketDetail,
  TicketList,
} from './contract';
import type {
  appointmentConflictAnswer,
  appointmentListAnswer,
  conflictAnswer,
  couponListAnswer,
  liveEvent,
  meAnswer,
  messageAnswer,
  slotListAnswer,
  ticketDetailAnswer,
  ticketListAnswer,
} from './schemas';
import {
  assignBody,
  cancelAppointmentBody,
  changeStatusBody,
  meetingLinkBody,
  moveAppointmentBody,
  periodQuery,
  writeMessageBody,
} from './schemas';
import { ticketListQuery } from './schemas-queue';

/** The schemas and the contract that web/ is written against say the same; the compiler holds them together. */
type Same<Schema extends z.ZodType, Shape> =
  z.infer<Schema> extends Shape ? (Shape extends Frozen<z.infer<Schema>> ? true : false) : false;
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

const agreed: readonly [
  Same<typeof meAnswer, Me>,
  Same<typeof ticketListAnswer, TicketList>,
  Same<typeof ticketDetailAnswer, TicketDetail>,
  Same<typeof messageAnswer, MessageView>,
  Same<typeof conflictAnswer, ConflictError>,
  Same<typeof couponListAnswer, { readonly coupons: readonly CouponView[] }>,
  Same<typeof appointmentListAnswer, AppointmentList>,
  Same<typeof slotListAnswer, { readonly slots: readonly SlotView[] }>,
  Same<typeof appointmentConflictAnswer, AppointmentConflict>,
  Same<typeof liveEvent, LiveEvent>,
] = [true, true, true, true, true, true, true, true, true, true];

test('the schemas answer what the contract says', () => {
  expect(agreed).not.toContain(false);
});

test('a view that is not asked for is what waits for an answer', () => {
  expect(ticketListQuery.parse({})).toEqual({ view: 'open', limit: 50 });
});

test.each([
  ['an unknown view', ticketListQuery, { view: 'everything' }],
  ['a message without words', writeMessageBody, { kind: 'reply', text: '  \n ', clientId: 'a' }],
  ['a message without a client id', writeMessageBody, { kind: 'reply', text: 'Bonjour' }],
  [
    'a message longer than 8,000 characters',
    writeMessageBody,
    { kind: 'note', text: 'x'.repeat(8001), clientId: 'a' },
  ],
  ['a message of an unknown kind', writeMessageBody, { kind: 'mail', text: 'Bonjour', clientId: 'a' }],
  [
    'a field that nobody asked for',
    writeMessageBody,
    { kind: 'reply', text: 'a', clientId: 'a', authorName: 'B' },
  ],
  ['an assignment without the version', assignBody, { assigneeId: null }],
  ['a version that is no whole number', assignBody, { assigneeId: null, version: 1.5 }],
  ['a link that is not encrypted', meetingLinkBody, { url: 'http://visio.example/a', version: 0 }],
  ['a link that is a script', meetingLinkBody, { url: 'javascript:alert(1)', version: 0 }],
  [
    'a link with a host that is not meant',
    meetingLinkBody,
    { url: 'https://teams.microsoft.com@evil.example/', version: 0 },
  ],
  ['a link that is no address at all', meetingLinkBody, { url: 'bientôt', version: 0 }],
  ['a link into the house', meetingLinkBody, { url: 'https://localhost/a', version: 0 }],
  [
    'a move to no instant',
    moveAppointmentBody,
    { startsAt: 'demain', advisorId: 'a', version: 0, clientId: 'c' },
  ],
  [
    'a move without the version',
    moveAppointmentBody,
    { startsAt: '2026-11-24T13:00:00Z', advisorId: 'a', clientId: 'c' },
  ],
  ['a reason without words', cancelAppointmentBody, { reason: ' ' }],
  ['a period that is none', periodQuery, { from: 'hier' }],
  ['a state that only filing can give', changeStatusBody, { status: 'new', version: 1 }],
])('%s is refused', (_what, schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});
