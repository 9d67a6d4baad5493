import type { AppointmentRow } from '../../../data/appointments/types';
import { DEFAULT_DESKS } from '../../../data/desks/defaults';
import type { Person } from '../../../data/people/types';
import type { LetterContent } from '../appointment-letter';

const NOW = new Date('2026-11-18T09:00:00Z');

/** Camille meets Nadia on Tuesday 24 November 2026, at 14:00 in Paris, by phone. */
export const appointment: AppointmentRow = {
  id: '3f0c',
  reference: 'R-2611-0001',
  deskId: 'abc',
  personId: 'abc-camille',
  personName: 'Camille Moreau',
  advisorId: 'advisor-abc-1',
  advisorName: 'Nadia Benali',
  channel: 'phone',
  phone: '0612345678',
  subject: 'Ma paie de novembre',
  startsAt: new Date('2026-11-24T13:00:00Z'),
  endsAt: new Date('2026-11-24T13:30:00Z'),
  status: 'booked',
  meetingUrl: null,
  sequence: 0,
  updatedAt: NOW,
};

const camille: Person = {
  id: 'abc-camille',
  deskId: 'abc',
  displayName: 'Camille Moreau',
  firstName: 'Camille',
  email: 'camille@exemple.fr',
  phone: null,
  zone: 'Europe/Paris',
  locale: 'fr',
  advisorId: null,
  ssnState: 'present',
  ibanState: 'present',
  startedAt: null,
};
/** Camille, changed as told, as the reader. */
export const requester = (change: Partial<Person> = {}) =>
  ({ side: 'requester', person: { ...camille, ...change } }) as const;
/** Her advisor, as the reader. */
export const nadia = {
  side: 'advisor',
  advisor: {
    id: 'advisor-abc-1',
    name: 'Nadia Benali',
    email: 'nadia@abc.example',
    role: 'advisor',
    deskIds: ['abc'],
  },
} as const;

/** What a test changes of the letter about that appointment. */
export type Changes = Partial<Omit<LetterContent, 'appointment'>> & { appointment?: Partial<AppointmentRow> };

/** What Camille is told of the appointment that she has just booked, changed as told. */
export function content({ appointment: changed, ...rest }: Changes = {}): LetterContent {
  const [desk] = DEFAULT_DESKS;
  if (desk === undefined) throw new Error('no desk');
  return {
    desk,
    reader: requester(),
    occasion: 'booked',
    by: 'requester',
    reason: null,
    was: null,
    agendaUrl: 'https://guichet.example/advisor/appointments',
    now: NOW,
    ...rest,
    appointment: { ...appointment, ...changed },
  };
}

/** By Teams instead. */
export const TEAMS = { channel: 'teams', phone: null } as const;
export const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%7d&anon=true';
