import { adminEn } from './strings-admin.en';
import { appointmentsEn } from './strings-appointments.en';
import { caseworkEn } from './strings-casework.en';
import { couponsEn } from './strings-coupons.en';
import { auditEn } from './strings-audit.en';
import { figuresEn } from './strings-figures.en';
import { notificationsEn } from './strings-notifications.en';
import { teachingEn } from './strings-teaching.en';
import { sessionsEn } from './strings-sessions.en';
import { deadlineEn } from './strings-deadline.en';
import { queueEn } from './strings-queue.en';
import { repliesEn } from './strings-replies.en';
import { liveEn } from './strings-live.en';
import { ticketEn } from './strings-ticket.en';
import { teamsEn } from './strings-teams.en';
import { signInEn } from './strings-sign-in.en';
import type { Elapsed } from './lib/dates';
import { pluralEn } from './lib/plural';
import type { Strings } from './strings.fr';

/** Every word of the queue, in English. */
export const en: Strings = {
  locale: 'en-GB',
  product: 'Guichet',
  title: 'Request queue',
  loading: 'Loading…',
  skip: 'Skip to the content',

  nav: {
    label: 'Views',
    requests: 'Requests',
    groups: { calendar: 'Lessons and appointments', improve: 'Improve', settings: 'Settings' },
    views: {
      mine: 'My requests',
      unassigned: 'Unassigned',
      open: 'To answer',
      overdue: 'Overdue',
      waiting: 'Waiting',
      solved: 'Solved',
      all: 'All',
    },
    pages: {
      coupons: '“Coupons”',
      appointments: 'Appointments',
      figures: 'Figures',
      teaching: 'Learning',
      replies: 'Replies',
      audit: 'Log',
      admin: 'Administration',
    },
    count: (count: number) => pluralEn(count, 'request', 'requests'),
  },

  account: {
    label: (name: string) => `Account of ${name}`,
    theme: 'Appearance',
    themes: { system: 'Same as device', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    language: 'Language',
    shortcuts: 'Keyboard shortcuts',
    notifications: 'Notifications',
    sessions: 'Open sessions',
    password: 'Password…',
    signOut: 'Sign out',
  },

  list: {
    label: (view: string) => `Requests: ${view}`,
    unknownPerson: 'Unidentified visitor',
    unassigned: 'Unassigned',
    assignedTo: (name: string) => `Assigned to ${name}`,
    waitingSince: (length: string) => `Waiting for ${length}`,
    arrived: (subject: string) => `New request: ${subject}`,
    empty: {
      mine: [
        'Nothing waits for you',
        'Take a request from “Unassigned”, or wait for the next one: it will appear here.',
      ],
      unassigned: ['Everything is assigned', 'Every request has its advisor. New ones will appear here.'],
      open: [
        'All answered',
        'Nobody is waiting for an answer. The next request will appear here without a reload.',
      ],
      overdue: [
        'Nothing is overdue',
        'Requests whose deadline passes while they wait for us will appear here.',
      ],
      waiting: ['Nobody is awaited', 'Requests that you answered stay here until the requester writes back.'],
      solved: ['Nothing solved yet', 'Solved requests stay here and can be reopened in one click.'],
      all: ['No requests', 'Requests filed in the chat will appear here.'],
    },
  },

  ...ticketEn,

  deadline: deadlineEn,

  takeover: liveEn,
  teams: teamsEn,

  casework: caseworkEn,

  replies: repliesEn,

  queue: queueEn,

  done: {
    solved: 'Request solved.',
    open: 'Request reopened.',
    waiting: 'Waiting for the requester.',
    closed: 'Request closed.',
    assigned: (name: string) => `Assigned to ${name}.`,
    unassigned: 'No longer assigned.',
    undo: 'Undo',
    dismiss: 'Close',
  },

  coupons: couponsEn,
  figures: figuresEn,
  audit: auditEn,
  admin: adminEn,
  sessions: sessionsEn,
  teaching: teachingEn,
  notifications: notificationsEn,

  appointments: appointmentsEn,

  categories: {
    account: 'Account',
    content: 'Content',
    coupon: '“Coupons”',
    defense: 'Defences',
    documents: 'Documents',
    invoicing: 'Invoicing',
    legal: 'Legal',
    mission: 'Assignments',
    other: 'Other',
    appointment: 'Appointment',
    pause: 'Pause',
    payment: 'Payment',
    recruiting: 'Recruiting',
    referral: 'Referral',
    session: 'Sessions',
    'student-absent': 'Absent student',
    tool: 'Tools',
    transfer: 'Transfer',
  },

  time: {
    today: 'Today',
    yesterday: 'Yesterday',
    tomorrow: 'Tomorrow',
    elapsed: ({ unit, count }: Elapsed): string => {
      if (unit === 'now') return 'less than a minute';
      const units = {
        minutes: ['minute', 'minutes'],
        hours: ['hour', 'hours'],
        days: ['day', 'days'],
      } as const;
      const [one, many] = units[unit];
      return pluralEn(count, one, many);
    },
    ago: (length: Elapsed): string => `${en.time.elapsed(length)} ago`,
    elapsedShort: ({ unit, count }: Elapsed): string =>
      unit === 'now' ? '< 1 min' : `${count} ${{ minutes: 'min', hours: 'h', days: 'd' }[unit]}`,
    length: (minutes: number): string => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return `${rest} min`;
      return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
    },
  },

  live: {
    offline:
      'Connection lost. The page catches up by itself as soon as the server answers; your drafts are kept.',
    retry: 'Try now',
  },

  failure: {
    title: 'This page cannot be shown',
    offline: 'The server does not answer. Check your connection; nothing was lost.',
    internal: 'Something went wrong. Try again in a moment.',
    retry: 'Try again',
    crashed: 'This page has stopped. Reload it: your drafts are kept.',
    reload: 'Reload',
  },

  ...signInEn,

  help: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    keys: [
      [['j', 'k'], 'Next, previous request'],
      [['Enter'], 'Open the request'],
      [['r'], 'Write a reply'],
      [['n'], 'Write an internal note'],
      [['a'], 'Assign the request to me'],
      [['e'], 'Resolve or reopen'],
      [['Ctrl', 'Enter'], 'Send what I am writing'],
      [[liveEn.key], liveEn.help],
      [['i'], 'Show or hide the information'],
      [['Esc'], 'Leave the text, then the request'],
      [['x'], queueEn.keys.select],
      [['/'], queueEn.keys.search],
      [['?'], 'This help'],
    ],
  },
};
