import type { z } from 'zod';
import type {
  AppointmentView,
  ConflictError,
  CouponView,
  LiveEvent,
  Me,
  MessageView,
  TicketDetail,
  TicketList,
} from './contract';
import type {
  appointmentListAnswer,
  conflictAnswer,
  couponListAnswer,
  liveEvent,
  meAnswer,
  messageAnswer,
  ticketDetailAnswer,
  ticketListAnswer,
} from './schemas';
import { assignBody, changeStatusBody, ticketListQuery, writeMessageBody } from './schemas';

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
  Same<typeof appointmentListAnswer, { readonly appointments: readonly AppointmentView[] }>,
  Same<typeof liveEvent, LiveEvent>,
] = [true, true, true, true, true, true, true, true];

test('the schemas answer what the contract says', () => {
  expect(agreed).not.toContain(false);
});

test('a view that is not asked for is what waits for an answer', () => {
  expect(ticketListQuery.parse({})).toEqual({ view: 'open' });
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
  ['a state that only filing can give', changeStatusBody, { status: 'new', version: 1 }],
])('%s is refused', (_what, schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});
