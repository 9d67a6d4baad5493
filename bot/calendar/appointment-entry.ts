import type { LetterContent } from '../mail/appointment-letter';
import { howOf, placeOf, spanOf, typed } from '../mail/appointment-letter';
import { type CalendarEntry, type CalendarPurpose, uidOf } from './entry';

/** An appointment as its reader's calendar shows it. */
export function appointmentEntry(content: LetterContent, purpose: CalendarPurpose): CalendarEntry {
  const { appointment, desk, reader, occasion, now } = content;
  const place = placeOf(content);
  const { mail } = place.words;
  const { advisorName, personName, channel, meetingUrl, subject, reference } = appointment;
  const cancelled = appointment.status === 'cancelled' || occasion === 'handed-over';
  const url = cancelled || channel !== 'teams' ? null : meetingUrl;
  return {
    uid: uidOf(appointment.id),
    sequence: appointment.sequence,
    ...spanOf(content),
    cancelled,
    summary:
      reader.side === 'requester'
        ? mail.calendar.requester(advisorName, desk.organisation)
        : mail.calendar.advisor(personName),
    description: [
      mail.labelled(mail.labels.subject, typed(subject)),
      mail.labelled(mail.labels.reference, reference),
      ...(url === null ? [] : [mail.labelled(mail.join, url)]),
    ].join('\n'),
    // Calendars make a link of an address in the place, and start the meeting from it.
    location: url ?? (channel === 'teams' ? mail[reader.side].teams : howOf(content, place)),
    url,
    stamp: now,
    purpose,
  };
}
