import type { deadlineFr } from './strings-deadline.fr';

/** The deadlines of a request, in English. */
export const deadlineEn: typeof deadlineFr = {
  title: 'Deadlines',
  hint: 'Counted in the desk’s opening hours; they stand still while the requester is awaited.',
  clock: { firstReply: 'First reply', resolution: 'Resolution' },
  shortBefore: (when: string) => `by ${when}`,
  shortLate: 'overdue',
  before: (clock: string, when: string) => `${clock} by ${when}`,
  soon: (clock: string, when: string) => `Due soon: ${clock.toLowerCase()} by ${when}`,
  late: (clock: string, when: string) => `${clock} overdue: it was due by ${when}`,
  headerLate: (clock: string) => `${clock} overdue`,
  headerPaused: 'Deadline on hold',
  state: {
    'on-time': (due: string) => `by ${due}`,
    'due-soon': (due: string) => `due soon, by ${due}`,
    breached: (due: string) => `overdue, due by ${due}`,
    lateDone: (due: string, done: string) => `late: done ${done}, due by ${due}`,
    met: (done: string) => `in time, ${done}`,
    paused: 'on hold: the requester is awaited',
    none: 'does not apply',
  },
  named: (clock: string, text: string) => `${clock}: ${text}`,
};
