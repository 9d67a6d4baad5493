import type { AdvisorService } from '../../data/advisors/types';
import type { AppointmentRow, AppointmentService } from '../../data/appointments/types';
import type { Clock } from '../../data/clock';
import type { DeskService } from '../../data/desks/types';
import type { OutboxMessage, OutboxPayload, OutboxService } from '../../data/outbox/types';
import type { Meeting, Meetings } from '../graph/meetings';
import { PermanentFailure, TemporaryFailure } from './failures';
import type { LetterPayload } from './appointment-letters';

export interface AppointmentChangesDeps {
  readonly appointments: AppointmentService;
  readonly advisors: AdvisorService;
  readonly desks: DeskService;
  readonly outbox: OutboxService;
  /** null: advisors set the links by hand. */
  readonly meetings: Meetings | null;
  /** Whether there is a server for mails. */
  readonly mails: boolean;
  readonly clock: Clock;
}

export type ChangePayload = OutboxPayload & { readonly kind: 'appointment-changed' };

export interface AppointmentChanges {
  /** Makes the mails that a change entails, each for itself; with the Teams meeting in them where it can be had soon. */
  told(payload: ChangePayload, attempts: OutboxMessage['attempts']): Promise<void>;
  /** Makes the Teams meeting that could not be made before, and the mails that bring its link. */
  meeting(appointmentId: string): Promise<void>;
  /** Takes away an advisor's Teams meeting for an appointment that is not hers any more. */
  close(appointmentId: string, advisorId: string): Promise<void>;
}

/** So often a meeting is tried before the mails leave without its link: about a quarter of a minute. */
const MEETING_ATTEMPTS = 4;

/** A server that wants to be left alone for longer than this keeps no mail waiting, in milliseconds. */
const LONGEST_WAIT_MS = 15_000;

type Letter = Omit<LetterPayload, 'kind' | 'appointmentId'>;

/** Turns what happened to an appointment into what each of those concerned is sent. */
export function createAppointmentChanges(deps: AppointmentChangesDeps): AppointmentChanges {
  const { appointments, advisors, desks, outbox, meetings, mails, clock } = deps;

  const lacksMeeting = (appointment: AppointmentRow): boolean =>
    appointment.channel === 'teams' &&
    appointment.status === 'booked' &&
    appointment.meetingUrl === null &&
    appointment.endsAt > clock.now();

  /** An appointment as a meeting of an advisor's. */
  async function meetingOf(appointment: AppointmentRow, advisorId: string): Promise<Meeting> {
    const { id, deskId, reference, startsAt, endsAt } = appointment;
    const advisor = await advisors.find(advisorId);
    if (advisor === null) throw new PermanentFailure('graph-advisor-unknown');
    const { organisation } = await desks.find(deskId);
    const subject = `${organisation} ${reference}`;
    return { externalId: id, advisorEmail: advisor.email, subject, startsAt, endsAt };
  }

  /** Opens the meeting and keeps its link. Asked again it finds the same one. */
  async function openMeeting(maker: Meetings, appointment: AppointmentRow): Promise<void> {
    const url = await maker.linkTo(await meetingOf(appointment, appointment.advisorId));
    // What was changed meanwhile is told by a message of its own, which opens the meeting that is needed then.
    const { id: appointmentId, sequence: expectedSequence } = appointment;
    await appointments.setMeetingUrl({
      appointmentId,
      url,
      advisorId: null,
      expectedSequence,
      now: clock.now(),
    });
  }

  /** Has a meeting closed that was made, or may have been made by a process that ended before it could say so. */
  async function closeLater(appointment: AppointmentRow, advisorId: string, sequence: number): Promise<void> {
    if (meetings === null || appointment.channel !== 'teams') return;
    const appointmentId = appointment.id;
    const payload = { kind: 'meeting-close', appointmentId, advisorId } as const;
    const dedupeKey = `meeting-close:${appointmentId}:${advisorId}:${sequence}`;
    await outbox.add([{ payload, dedupeKey }], clock.now());
  }

  async function write(
    appointment: AppointmentRow,
    letters: readonly Letter[],
    prefix: string,
  ): Promise<void> {
    if (!mails) return;
    await outbox.add(
      letters.map((letter) => ({
        payload: { kind: 'appointment-letter', appointmentId: appointment.id, ...letter },
        dedupeKey: `letter:${appointment.id}:${letter.sequence}:${prefix}${letter.occasion}:${letter.advisorId ?? 'requester'}`,
      })),
      clock.now(),
    );
  }

  return {
    async told({ appointmentId, change, by, sequence, reason, was, formerAdvisorId }, attempts) {
      const appointment = await appointments.find(appointmentId);
      if (appointment === null) return;
      if (meetings !== null && lacksMeeting(appointment)) {
        try {
          await openMeeting(meetings, appointment);
        } catch (error) {
          if (worthWaiting(error, attempts)) throw error;
          const now = clock.now();
          const payload = { kind: 'appointment-meeting', appointmentId } as const;
          const dedupeKey = `meeting:${appointmentId}:${appointment.sequence}`;
          await outbox.add([{ payload, dedupeKey, notBefore: whenAskedFor(error, now) }], now);
        }
      }
      if (change === 'cancelled') await closeLater(appointment, appointment.advisorId, sequence);
      if (formerAdvisorId) await closeLater(appointment, formerAdvisorId, sequence);
      const letter = { occasion: change, by, sequence, reason, was };
      await write(
        appointment,
        [
          { ...letter, advisorId: null },
          { ...letter, advisorId: appointment.advisorId },
          ...(formerAdvisorId
            ? [{ ...letter, occasion: 'handed-over', advisorId: formerAdvisorId } as const]
            : []),
        ],
        '',
      );
    },

    async meeting(appointmentId) {
      const appointment = await appointments.find(appointmentId);
      if (meetings === null || appointment === null || !lacksMeeting(appointment)) return;
      await openMeeting(meetings, appointment);
      const { sequence } = appointment;
      const letter = { occasion: 'link', by: 'advisor', sequence, reason: null, was: null } as const;
      const { advisorId } = appointment;
      await write(
        appointment,
        [
          { ...letter, advisorId: null },
          { ...letter, advisorId },
        ],
        'made-',
      );
    },

    async close(appointmentId, advisorId) {
      const appointment = await appointments.find(appointmentId);
      if (meetings === null || appointment === null) return;
      // She has it again by now, and her meeting is the same one.
      if (appointment.status === 'booked' && appointment.advisorId === advisorId) return;
      await meetings.close(await meetingOf(appointment, advisorId));
    },
  };
}

/** Whether the mails should wait for the next try. */
function worthWaiting(error: unknown, attempts: number): boolean {
  if (error instanceof PermanentFailure || attempts >= MEETING_ATTEMPTS) return false;
  return !(error instanceof TemporaryFailure) || error.retryAfterMs <= LONGEST_WAIT_MS;
}

const whenAskedFor = (error: unknown, now: Date): Date =>
  new Date(now.getTime() + (error instanceof TemporaryFailure ? error.retryAfterMs : 0));
