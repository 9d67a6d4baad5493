import type { appointmentsFr } from './strings-appointments.fr';

/** Every word of the agenda and its dialogs, in English. */
export const appointmentsEn: typeof appointmentsFr = {
  title: 'Appointments',
  channel: { phone: 'Phone', teams: 'Teams' },
  with: (name) => `with ${name}`,
  now: 'Now',
  cancelled: 'Cancelled',
  noLink: 'Link to be added',
  mailRefused: 'Mail refused',
  mailRefusedHint: 'The address refuses our mails. The chat and the phone remain.',
  joinAt: (host) => `Join (${host})`,
  empty: ['No appointments', 'Appointments booked in the chat will appear here.'],
  emptyWeek: ['No appointments in that week', 'Go back to the coming ones, or to another week.'],

  period: {
    label: 'Period',
    upcoming: 'Coming',
    earlier: 'Week before',
    later: 'Week after',
    earlierShort: '← Week',
    laterShort: 'Week →',
    fromYesterday: 'From yesterday on, in order.',
    week: (from, to) => `${from} to ${to}.`,
  },

  action: (what, reference, person) => `${what} ${reference}, ${person}`,
  reason: 'Reason (optional)',
  reasonHint: (person) => `${person} will read it.`,
  told: (done, person, byMail) =>
    `${done} ${person} receives a message in the chat${byMail ? ' and by mail' : ''}.`,
  close: 'Close',

  cancel: {
    short: 'Cancel',
    title: 'Cancel this appointment?',
    text: (person, day, time) =>
      `The slot of ${day} at ${time} becomes free again, and a message goes to ${person}.`,
    keep: 'Keep the appointment',
    confirm: 'Cancel the appointment',
    done: 'Appointment cancelled.',
  },

  move: {
    short: 'Move',
    title: 'Move this appointment',
    lead: (person, day, time) => `${person}, ${day} at ${time}`,
    advisor: 'With',
    day: 'Day',
    time: 'Time',
    none: 'No free slot in these two weeks.',
    later: 'Two weeks later',
    earlier: 'Back to the first two weeks',
    confirm: (day, time) => `Move to ${day} at ${time}`,
    choose: 'Choose a time',
    done: 'Appointment moved.',
  },

  link: {
    add: 'Add the link',
    replace: 'Change the link',
    title: 'Link of the appointment',
    label: 'Address of the meeting',
    hint: 'Paste the link of the meeting: it begins with https://',
    leadsTo: (host) => `This link leads to ${host}.`,
    notOne: 'This is no address that begins with https://',
    confirm: 'Save and send',
    done: 'Link saved.',
  },
};
