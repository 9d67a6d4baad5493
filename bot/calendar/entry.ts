import { stripControls } from '../channels/clean-text';

/** Somebody with a mailbox. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * What the entry is for (RFC 5546). `request` and `cancel` go with a mail, to whom it concerns; `publish` is a file that somebody
 * downloads for herself.
 */
export type CalendarPurpose =
  | {
      readonly method: 'request' | 'cancel';
      readonly organizer: Mailbox;
      readonly attendee: Mailbox;
    }
  | { readonly method: 'publish' };

/** An appointment as a calendar shows it, in the reader's words. */
export interface CalendarEntry {
  /** The same in every version of the entry. */
  readonly uid: string;
  /** One more at each change: calendars replace an older version by a newer one. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string | null;
  /** When this version was made. */
  readonly stamp: Date;
  readonly purpose: CalendarPurpose;
}

const PRODUCT = { company: 'Guichet', product: 'Guichet', language: 'FR' };
const ALARM_BEFORE_S = 10 * 60;

/** The UID of an appointment's entry: it must never change, also not when the server moves to another address. */
export const uidOf = (appointmentId: string): string => `${appointmentId}@guichet`;

/**
 * Writes an iCalendar file (RFC 5545): instants in UTC, which every calendar shows in its reader's own zone, lines folded at 75 octets.
 *
 * @returns the file's text, its lines ended by CRLF.
 */
export async function writeCalendar(entry: CalendarEntry): Promise<string> {
  const { default: ical, ...terms } = await import('ical-generator');
  const { purpose } = entry;
  const methods = {
    request: terms.ICalCalendarMethod.REQUEST,
    cancel: terms.ICalCalendarMethod.CANCEL,
    publish: terms.ICalCalendarMethod.PUBLISH,
  };
  const calendar = ical({ prodId: PRODUCT, method: methods[purpose.method] });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: entry.stamp,
    summary: calendarText(entry.summary),
    description: calendarText(entry.description),
    location: calendarText(entry.location),
    status: entry.cancelled ? terms.ICalEventStatus.CANCELLED : terms.ICalEventStatus.CONFIRMED,
    ...(entry.url === null ? {} : { url: addressText(entry.url) }),
  });
  if (purpose.method !== 'publish') {
    event.organizer({ name: parameterText(purpose.organizer.name), email: purpose.organizer.address });
    event.createAttendee({
      name: parameterText(purpose.attendee.name),
      email: purpose.attendee.address,
      status: terms.ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  if (!entry.cancelled) {
    event.createAlarm({
      type: terms.ICalAlarmType.display,
      trigger: ALARM_BEFORE_S,
      description: calendarText(entry.summary),
    });
  }
  return calendar.toString();
}

/** Any text as a calendar can hold it: without control characters, its lines ended by \n. */
export const calendarText = (text: string): string => stripControls(text).replace(/\r\n?/g, '\n');

/** A name in a parameter: on one line, without the quotes that end it. */
const parameterText = (name: string): string =>
  calendarText(name).replace(/\s+/g, ' ').replace(/"/g, "'").replace(/\\/g, '/').trim();

/** An address is not escaped as text is: what would be escaped is written so that it need not be. */
const addressText = (url: string): string =>
  url.replace(/,/g, '%2C').replace(/;/g, '%3B').replace(/\\/g, '%5C');
