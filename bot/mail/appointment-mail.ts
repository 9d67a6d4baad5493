import { appointmentEntry } from '../calendar/appointment-entry';
import { writeCalendar, type Mailbox } from '../calendar/entry';
import { appointmentLetter, placeOf, type LetterContent } from './appointment-letter';
import { htmlOf, textOf } from './layout';
import type { Mail } from './mailer';

/** What a mail about an appointment is made from, beside its content. */
export interface AppointmentMailOptions {
  readonly to: Mailbox;
  /** From whom mail is; an empty name stands for the organisation's. */
  readonly from: Mailbox;
  /** What tells this mail from the others of its thread: `0.booked`, `3.hour`. The same again is the same mail. */
  readonly key: string;
}

/** The first mail of a thread: what its others answer to. */
const FIRST = '0.booked';

/** A mail about an appointment, ready to be sent: its words twice, and the calendar entry that makes, changes or removes it. */
export async function appointmentMail(
  content: LetterContent,
  { to, from, key }: AppointmentMailOptions,
): Promise<Mail> {
  const { appointment, desk, reader, occasion } = content;
  const letter = appointmentLetter(content);
  const place = placeOf(content);
  const addressee = reader.side === 'requester' ? 'requester' : reader.advisor.id;
  const idOf = (part: string): string => `${appointment.id}.${part}.${addressee}`;
  const organizer = { name: from.name || desk.organisation, address: from.address };
  const gone = occasion === 'cancelled' || occasion === 'handed-over';
  const entry = appointmentEntry(content, { method: gone ? 'cancel' : 'request', organizer, attendee: to });
  return {
    to,
    senderName: desk.organisation,
    subject: letter.subject,
    text: textOf(letter, place.words),
    html: htmlOf(letter, place.locale),
    id: idOf(key),
    threadId: key === FIRST ? null : idOf(FIRST),
    calendar:
      occasion === 'reminder'
        ? null
        : { method: gone ? 'CANCEL' : 'REQUEST', content: await writeCalendar(entry) },
  };
}
