import type { sessionsFr } from './strings-sessions.fr';

/** The English strings of the dialog of open sessions: see strings.en.ts. */
export const sessionsEn: typeof sessionsFr = {
  title: 'Open sessions',
  lead: 'The browsers where you are signed in. End those that you do not recognise.',
  current: 'This session',
  seen: (ago) => `Used ${ago}`,
  opened: (when) => `opened ${when}`,
  methods: {
    link: 'by sign-in link',
    password: 'by password',
    openid: 'with the organisation’s account',
    teams: 'in Microsoft Teams',
  },
  on: (browser, system) => `${browser} on ${system}`,
  unknown: 'Unknown browser',
  end: 'End',
  endLabel: (name) => `End the session ${name}`,
  ended: 'Session ended.',
  endOthers: 'End all others',
  othersEnded: 'All other sessions have ended.',
  onlyThis: 'You are signed in nowhere else.',
  close: 'Done',
};
