import type { Appointment } from '../../../data/appointments/types';
import ICAL from 'ical.js';
import { openTestData, type TestData } from '../../../data/testing';
import type { RequesterPresence } from '../../live/presence';
import { startGraphStub, type GraphStub } from '../../graph/testing/graph-stub';
import { silentLog } from '../../log';
import { startSmtpSink, type ReceivedMail, type SmtpSink } from '../../mail/testing/smtp-sink';
import { eventually } from '../../testing/edge-fixture';
import { kindsOf } from '../lanes';
import { createOutboxWorker } from '../outbox';
import { createOutsideDelivery, type OutsideDelivery } from '../outside-delivery';

export const CAMILLE = 'abc-camille@demo.example';
/** Tuesday 24 November 2026, 14:00 in Paris; the day after, 10:00. */
export const TUESDAY = new Date('2026-11-24T13:00:00Z');
export const WEDNESDAY = new Date('2026-11-25T09:00:00Z');
export const SECOND = 1_000;
export const HOUR = 3_600_000;

const FROM = { name: '', address: 'guichet@abc.example' };
const NADIA_ID = '2f0a7c1e-0000-4000-8000-00000000000a';
const MARC_ID = '2f0a7c1e-0000-4000-8000-00000000000b';

/** A desk with its mail server and Microsoft Graph, and everything that can happen to an appointment of Camille's with Nadia. */
export interface OutsideWorld {
  readonly data: TestData;
  sink: SmtpSink;
  /** How her chat stands; nobody is there unless a test says so. */
  present: (conversationId: string) => RequesterPresence;
  /** MAIL_REPLY_TO. */
  replyTo: string | null;
  graph: GraphStub;
  /** The addresses of the desk's advisors. */
  readonly nadia: string;
  readonly marc: string;
  /** Starts the workers as the server does. */
  start(options?: { readonly smtp?: boolean; readonly graph?: boolean }): void;
  /** Waits until nothing is left to be sent. */
  idle(): Promise<unknown>;
  /** Lets what is due be sent. */
  wake(): void;
  /** Lets time pass. */
  later(ms: number): void;
  /** Another worker of the same outbox. */
  delivery(): OutsideDelivery;
  book(channel?: 'teams' | 'phone'): Promise<Appointment>;
  /** By her advisor. */
  move(appointment: Appointment, startsAt: Date, advisorId?: string): Promise<Appointment>;
  /** By herself. */
  cancel(appointment: Appointment): Promise<unknown>;
  mailsTo(address: string): ReceivedMail[];
  subjectsTo(address: string): (string | undefined)[];
  stop(): Promise<void>;
}

export async function openOutsideWorld(): Promise<OutsideWorld> {
  const data = await openTestData();
  const { services, clock } = data;
  const addressOf = async (id: string): Promise<string> => (await services.advisors.find(id))?.email ?? '';
  const [nadia, marc] = [await addressOf('advisor-abc-1'), await addressOf('advisor-abc-2')];
  const stops: (() => Promise<void>)[] = [];
  let wake: () => void = () => undefined;

  const deliveryTo = (smtp: boolean, graph: boolean): OutsideDelivery =>
    createOutsideDelivery({
      ...services,
      config: {
        smtpUrl: smtp ? world.sink.url : null,
        mailFrom: FROM,
        mailReplyTo: world.replyTo,
        graph: graph ? world.graph.config : null,
        publicUrl: 'https://guichet.example',
      },
      clock,
      log: silentLog,
      presence: { requester: (conversationId) => world.present(conversationId) },
      titleOf: (topicId) => `Titre de ${topicId}`,
    });

  const world: OutsideWorld = {
    data,
    sink: await startSmtpSink(),
    present: () => ({ here: false, writing: false, lastSeenAt: null }),
    replyTo: null,
    graph: await startGraphStub({ [nadia]: NADIA_ID, [marc]: MARC_ID }),
    nadia,
    marc,
    start({ smtp = true, graph = false } = {}) {
      const outside = deliveryTo(smtp, graph);
      const deps = {
        ...services,
        feed: data.changes,
        clock,
        log: silentLog,
        metrics: { failure: () => undefined },
      };
      const mails = createOutboxWorker({
        ...deps,
        kinds: kindsOf('outside'),
        wokenBy: ({ kind }) => kind === 'appointment',
        batch: 5,
        deliver: outside.deliver,
      });
      const chat = createOutboxWorker({ ...deps, kinds: kindsOf('chat'), deliver: async () => undefined });
      mails.start();
      chat.start();
      wake = () => mails.wake();
      stops.push(
        () => chat.stop(),
        () => outside.close(mails.stop()),
      );
    },
    idle: () =>
      eventually(
        () => services.outbox.backlog(),
        (waiting) => waiting === 0,
      ),
    wake: () => wake(),
    later(ms) {
      clock.set(new Date(clock.now().getTime() + ms));
      wake();
    },
    delivery: () => deliveryTo(true, true),
    async book(channel = 'phone') {
      return valueOf(
        await services.appointments.book({
          idempotencyKey: 'book',
          deskId: 'abc',
          personId: 'abc-camille',
          advisorId: 'advisor-abc-1',
          startsAt: TUESDAY,
          channel,
          phone: channel === 'phone' ? '0639980111' : null,
          subject: 'Ma paie ; mon iban FR76 3000 6000 0112 3456 7890 189',
          now: clock.now(),
        }),
      );
    },
    async move({ id }, startsAt, advisorId = 'advisor-abc-1') {
      return valueOf(
        await services.appointments.move({
          idempotencyKey: `move-${startsAt.toISOString()}-${advisorId}`,
          appointmentId: id,
          advisorId,
          startsAt,
          by: { kind: 'advisor', id: 'advisor-abc-1' },
          reason: 'Je suis en formation mardi.',
          now: clock.now(),
        }),
      );
    },
    cancel: ({ id }) =>
      services.appointments.cancel({
        appointmentId: id,
        by: { kind: 'requester', id: 'abc-camille' },
        now: clock.now(),
      }),
    mailsTo: (address) => world.sink.received.filter(({ to }) => to.includes(address)),
    subjectsTo: (address) => world.mailsTo(address).map(({ email }) => email.subject),
    async stop() {
      for (const stop of stops) await stop();
      await Promise.all([world.sink.stop(), world.graph.stop()]);
      await data.close();
    },
  };
  return world;
}

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; fault: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
};

/** The invitation in a mail, as a calendar reads it. */
export function calendarIn(mail: ReceivedMail | undefined) {
  const file = mail?.email.attachments.find(({ filename }) => filename === 'rendez-vous.ics');
  const content = file?.content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate(),
    location: event.location,
    description: event.description,
    status: component.getFirstPropertyValue('status'),
  };
}
