import type { Advisor } from '../../data/advisors/types';
import type { AppointmentRow } from '../../data/appointments/types';
import type { Desk } from '../../data/desks/types';
import type { Person } from '../../data/people/types';
import { redact } from '../../data/redaction';
import { sayPhone } from '../../dialogs/appointment/words';
import { en } from '../../dialogs/messages.en';
import { fr } from '../../dialogs/messages.fr';
import { calendarText } from '../calendar/entry';
import { type Letter } from './layout';
import { type ReaderPlace, sayStart, saySpan } from './when';

/** What a mail about an appointment is sent for. */
export type LetterOccasion = 'booked' | 'moved' | 'cancelled' | 'link' | 'handed-over' | 'reminder';

/** Whom it is for. */
export type LetterReader =
  | { readonly side: 'requester'; readonly person: Person }
  | { readonly side: 'advisor'; readonly advisor: Advisor };

/** Everything that a mail about an appointment tells. */
export interface LetterContent {
  readonly appointment: AppointmentRow;
  readonly desk: Desk;
  readonly reader: LetterReader;
  readonly occasion: LetterOccasion;
  /** Who changed it. */
  readonly by: 'requester' | 'advisor';
  /** Why, in the words of whoever changed it. */
  readonly reason: string | null;
  /** When it was to begin before it was moved. */
  readonly was: Date | null;
  /** Where advisors find their agenda. */
  readonly agendaUrl: string;
  readonly now: Date;
}

/** The reader's zone and language. Advisors read French, at their desk's clock. */
export function placeOf({ reader, desk }: Pick<LetterContent, 'reader' | 'desk'>): ReaderPlace {
  if (reader.side === 'advisor') return { zone: desk.zone, locale: 'fr', words: fr };
  const { zone, locale } = reader.person;
  return { zone, locale, words: locale === 'en' ? en : fr };
}

/** What somebody typed, as it may be sent: without numbers that must not travel by mail, and without control characters. */
export const typed = (text: string): string => redact(calendarText(text)).trim();

/** A mail about an appointment, in words. */
export function appointmentLetter(content: LetterContent): Letter {
  const { appointment, desk, reader, now } = content;
  const place = placeOf(content);
  const { mail } = place.words;
  const requester = reader.side === 'requester';
  const { startsAt, endsAt } = spanOf(content);
  const cancelled = content.occasion === 'cancelled' || content.occasion === 'handed-over';
  return {
    subject: subjectOf(content, sayStart(startsAt, place, now), place),
    greeting: mail.hello(requester ? reader.person.firstName : reader.advisor.name),
    lead: leadOf(content, place),
    facts: [
      { label: mail.labels.when, value: saySpan(startsAt, endsAt, place, now) },
      { label: mail.labels.with, value: requester ? appointment.advisorName : appointment.personName },
      ...(cancelled ? [] : [{ label: mail.labels.how, value: howOf(content, place) }]),
      { label: mail.labels.subject, value: typed(appointment.subject) },
      { label: mail.labels.reference, value: appointment.reference },
    ],
    link: linkOf(content, cancelled, place),
    closing: [...attachedOf(content, place), ...(requester ? [requesterNext(cancelled, place)] : [])],
    foot: mail.foot(desk.organisation),
  };
}

/** The time that is meant: to whoever has been relieved of it, the one she had. */
export function spanOf({ appointment, occasion, was }: LetterContent): { startsAt: Date; endsAt: Date } {
  const { startsAt, endsAt } = appointment;
  if (occasion !== 'handed-over' || was === null) return { startsAt, endsAt };
  return { startsAt: was, endsAt: new Date(was.getTime() + endsAt.getTime() - startsAt.getTime()) };
}

/** Where they meet, in one line. */
export function howOf({ appointment, reader }: LetterContent, { words: { mail } }: ReaderPlace): string {
  const { channel, phone, meetingUrl, advisorName } = appointment;
  const side = mail[reader.side];
  if (channel === 'teams') return meetingUrl === null ? side.teamsLater : side.teams;
  const number = sayPhone(phone ?? '');
  return reader.side === 'requester' ? mail.requester.phone(advisorName, number) : mail.advisor.phone(number);
}

function subjectOf(
  { occasion, reader, appointment }: LetterContent,
  when: string,
  place: ReaderPlace,
): string {
  const { subject } = place.words.mail;
  const key = occasion === 'handed-over' ? 'handedOver' : occasion;
  return reader.side === 'requester'
    ? subject[key](when)
    : subject.with(subject[key](when), appointment.personName);
}

function leadOf(content: LetterContent, place: ReaderPlace): readonly string[] {
  const { appointment, occasion, by, was, reason, now } = content;
  const { mail } = place.words;
  const told = reason === null ? '' : typed(reason);
  const moved = occasion === 'moved' && was !== null && was.getTime() !== appointment.startsAt.getTime();
  return [
    content.reader.side === 'requester'
      ? requesterLead(occasion, by, appointment.advisorName, place)
      : advisorLead(content, place),
    ...(moved ? [mail.was(sayStart(was, place, now))] : []),
    ...(told === '' ? [] : [mail.reason(told)]),
  ];
}

function requesterLead(
  occasion: LetterOccasion,
  by: LetterContent['by'],
  advisor: string,
  { words: { mail } }: ReaderPlace,
): string {
  const { requester } = mail;
  switch (occasion) {
    case 'booked':
      return requester.booked(advisor);
    case 'moved':
    case 'handed-over':
      return by === 'requester' ? requester.movedByHer(advisor) : requester.moved(advisor);
    case 'cancelled':
      return by === 'requester' ? requester.cancelledByHer(advisor) : requester.cancelled(advisor);
    case 'link':
      return requester.link(advisor);
    case 'reminder':
      return requester.reminder(advisor);
  }
}

function advisorLead({ occasion, by, appointment }: LetterContent, { words: { mail } }: ReaderPlace): string {
  const { advisor } = mail;
  const { personName: person, advisorName } = appointment;
  switch (occasion) {
    case 'booked':
    case 'reminder':
      return advisor.booked(person);
    case 'moved':
      return by === 'requester' ? advisor.movedByHer(person) : advisor.moved(person);
    case 'cancelled':
      return by === 'requester' ? advisor.cancelledByHer(person) : advisor.cancelled(person);
    case 'link':
      return advisor.link(person);
    case 'handed-over':
      return advisor.handedOver(person, advisorName);
  }
}

function linkOf(
  { appointment, reader, agendaUrl }: LetterContent,
  cancelled: boolean,
  { words: { mail } }: ReaderPlace,
): Letter['link'] {
  const { channel, meetingUrl } = appointment;
  if (!cancelled && channel === 'teams' && meetingUrl !== null) return { label: mail.join, url: meetingUrl };
  return reader.side === 'advisor' ? { label: mail.advisor.agenda, url: agendaUrl } : null;
}

function attachedOf({ occasion }: LetterContent, { words: { mail } }: ReaderPlace): readonly string[] {
  switch (occasion) {
    case 'booked':
      return [mail.attached];
    case 'moved':
    case 'link':
      return [mail.attachedAgain];
    case 'cancelled':
    case 'handed-over':
      return [mail.attachedCancelled];
    case 'reminder':
      return [];
  }
}

const requesterNext = (cancelled: boolean, { words: { mail } }: ReaderPlace): string =>
  cancelled ? mail.requester.another : mail.requester.change;
