import type { AdvisorService } from '../../data/advisors/types';
import type { AppointmentRow, AppointmentService } from '../../data/appointments/types';
import type { Clock } from '../../data/clock';
import type { DeskService } from '../../data/desks/types';
import type { OutboxPayload } from '../../data/outbox/types';
import type { PeopleService } from '../../data/people/types';
import type { Mailbox } from '../calendar/entry';
import type { LetterContent, LetterReader } from '../mail/appointment-letter';
import { appointmentMail } from '../mail/appointment-mail';
import type { Mailer } from '../mail/mailer';

export interface AppointmentLettersDeps {
  readonly appointments: AppointmentService;
  readonly people: PeopleService;
  readonly advisors: AdvisorService;
  readonly desks: DeskService;
  readonly mailer: Mailer;
  readonly from: Mailbox;
  /** Where advisors find their agenda. */
  readonly agendaUrl: string;
  readonly clock: Clock;
}

export type LetterPayload = OutboxPayload & { readonly kind: 'appointment-letter' };
export type ReminderPayload = OutboxPayload & { readonly kind: 'appointment-mail' };

export interface AppointmentLetters {
  /** Sends what a change tells one of those concerned; nothing when a later change tells her more, or she has no address. */
  letter(payload: LetterPayload): Promise<void>;
  /** Sends a reminder; nothing when it has been moved or cancelled since, or its moment has passed. */
  reminder(payload: ReminderPayload): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** The mails about appointments, each made from the appointment as it is when the mail is sent. */
export function createAppointmentLetters(deps: AppointmentLettersDeps): AppointmentLetters {
  const { appointments, people, advisors, desks, mailer, from, agendaUrl, clock } = deps;

  async function readerOf(
    appointment: AppointmentRow,
    advisorId: string | null,
  ): Promise<LetterReader | null> {
    if (advisorId === null) {
      const person = await people.find(appointment.personId);
      return person && { side: 'requester', person };
    }
    const advisor = await advisors.find(advisorId);
    return advisor && { side: 'advisor', advisor };
  }

  async function send(
    appointment: AppointmentRow,
    advisorId: string | null,
    key: string,
    what: Pick<LetterContent, 'occasion' | 'by' | 'reason' | 'was'>,
  ): Promise<void> {
    const reader = await readerOf(appointment, advisorId);
    const to = reader && mailboxOf(reader);
    if (reader === null || to === null) return;
    const desk = await desks.find(appointment.deskId);
    const content = { ...what, appointment, desk, reader, agendaUrl, now: clock.now() };
    await mailer.send(await appointmentMail(content, { to, from, key }));
  }

  return {
    async letter({ appointmentId, advisorId, occasion, sequence, by, reason, was }) {
      const appointment = await appointments.find(appointmentId);
      if (appointment === null) return;
      const stillMeant =
        occasion === 'handed-over' ? appointment.advisorId !== advisorId : appointment.sequence === sequence;
      if (!stillMeant) return;
      await send(appointment, advisorId, `${sequence}.${occasion}`, {
        occasion,
        by,
        reason,
        was: was === null ? null : new Date(was),
      });
    },

    async reminder({ appointmentId, sequence, occasion }) {
      const appointment = await appointments.find(appointmentId);
      if (appointment === null || appointment.status !== 'booked' || appointment.sequence !== sequence)
        return;
      // A server that was away for long must not bring a reminder after the fact, nor two at once.
      const left = appointment.startsAt.getTime() - clock.now().getTime();
      if (left <= (occasion === 'day' ? HOUR_MS : 0)) return;
      await send(appointment, null, `${sequence}.${occasion}`, {
        occasion: 'reminder',
        by: 'requester',
        reason: null,
        was: null,
      });
    },
  };
}

/** Where somebody is written to; null: nowhere. */
function mailboxOf(reader: LetterReader): Mailbox | null {
  if (reader.side === 'advisor') return { name: reader.advisor.name, address: reader.advisor.email };
  const { displayName, email } = reader.person;
  return email === null ? null : { name: displayName, address: email };
}
