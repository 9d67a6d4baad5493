import type { AdvisorRole } from '../../../data/advisors/types';
import type { CASES } from './cases';

/**
 * Who may do what, as it is meant: docs/rights.md is checked against this table, and every endpoint is called as it says. Nothing here is
 * read from the endpoints: whoever adds one says here who may call it.
 */

/** What the id in an endpoint's path names. `view` and `session` belong to one advisor, the others to a desk. */
export type Named =
  | 'ticket'
  | 'appointment'
  | 'coupon'
  | 'reply'
  | 'phrase'
  | 'attachment'
  | 'view'
  | 'session'
  | 'key'
  | 'channel'
  | 'advisor'
  | 'absence'
  | 'team'
  | 'desk';

export interface Row {
  /** Roles that may call it; any other is answered 403, whatever she names. */
  readonly who: readonly AdvisorRole[];
  /** Roles that may do it to a thing of their desks (403 for the others, after the 404 of what is not theirs). Absent: as `who`. */
  readonly whoOfDesk?: readonly AdvisorRole[];
  readonly names: Named | null;
  /** What is answered to whoever may. */
  readonly ok: 200 | 204;
}

export const EVERYONE: readonly AdvisorRole[] = ['advisor', 'supervisor', 'admin'];
export const SUPERVISORS: readonly AdvisorRole[] = ['supervisor', 'admin'];
export const ADMINS: readonly AdvisorRole[] = ['admin'];

const of = (who: readonly AdvisorRole[], names: Named | null = null, ok: Row['ok'] = 200): Row => ({
  who,
  names,
  ok,
});

export const TABLE: Readonly<Record<keyof typeof CASES, Row>> = {
  // Her own account
  'GET /me': of(EVERYONE),
  'POST /sign-out': of(EVERYONE, null, 204),
  'POST /password': of(EVERYONE, null, 204),
  'GET /notifications': of(EVERYONE),
  'POST /notifications': of(EVERYONE, null, 204),
  'GET /sessions': of(EVERYONE),
  'POST /sessions/revoke': of(EVERYONE, null, 204),
  'POST /sessions/:id/revoke': of(EVERYONE, 'session', 204),
  'GET /filters': of(EVERYONE),
  'GET /views': of(EVERYONE),
  'POST /views': of(EVERYONE),
  'POST /views/order': of(EVERYONE),
  'POST /views/:id': of(EVERYONE, 'view'),
  'POST /views/:id/remove': of(EVERYONE, 'view'),

  // The queue and its tickets
  'GET /tickets': of(EVERYONE),
  'POST /bulk': of(EVERYONE),
  'GET /tickets/:id': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/messages': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/assign': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/priority': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/status': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/topics': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/topic': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/duplicates': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/merge': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/unmerge': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/split': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/links': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/links/remove': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/teams': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/teams-invitation': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/replies': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/files': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/slots': of(EVERYONE, 'ticket'),
  'POST /tickets/:id/proposal': of(EVERYONE, 'ticket'),
  'GET /tickets/:id/similar': of(EVERYONE, 'ticket'),
  'GET /similar': of(EVERYONE),
  'POST /answers': of(EVERYONE),
  'GET /attachments/:id': of(EVERYONE, 'attachment'),
  'GET /events': of(EVERYONE),

  // The live chat
  'GET /live/advisors': of(EVERYONE),
  'GET /live/tickets/:id': of(EVERYONE, 'ticket'),
  'POST /live/tickets/:id/presence': of(EVERYONE, 'ticket'),
  'POST /live/tickets/:id/take-over': of(EVERYONE, 'ticket'),
  'POST /live/tickets/:id/hand-back': of(EVERYONE, 'ticket'),

  // Coupons and appointments
  'GET /coupons': of(EVERYONE),
  'GET /coupons/export': of(EVERYONE),
  'POST /coupons/:id/reject': of(EVERYONE, 'coupon'),
  'GET /appointments': of(EVERYONE),
  'GET /appointments/:id/slots': of(EVERYONE, 'appointment'),
  'POST /appointments/:id/move': of(EVERYONE, 'appointment'),
  'POST /appointments/:id/cancel': of(EVERYONE, 'appointment'),
  'POST /appointments/:id/link': of(EVERYONE, 'appointment'),

  // Replies that a desk uses again
  'GET /replies': of(EVERYONE),
  'POST /replies': of(SUPERVISORS),
  'POST /replies/:id': { ...of(EVERYONE, 'reply'), whoOfDesk: SUPERVISORS },
  'POST /replies/:id/archive': { ...of(EVERYONE, 'reply'), whoOfDesk: SUPERVISORS },

  // What the assistant learns
  'POST /phrases': of(EVERYONE),
  'GET /teaching': of(SUPERVISORS),
  'POST /phrases/:id/try': of(SUPERVISORS, 'phrase'),
  'POST /phrases/:id/accept': of(SUPERVISORS, 'phrase'),
  'POST /phrases/:id/refuse': of(SUPERVISORS, 'phrase'),
  'POST /phrases/:id/reopen': of(SUPERVISORS, 'phrase'),
  'POST /teaching/dismiss': of(SUPERVISORS),

  // Figures and the log
  'GET /figures': of(EVERYONE),
  'GET /figures/export': of(EVERYONE),
  'GET /audit': of(SUPERVISORS),

  // Records, keys, retention, channels
  'GET /imports': of(SUPERVISORS),
  'POST /imports': of(SUPERVISORS),
  'GET /imports/template': of(SUPERVISORS),
  'GET /imports/export': of(SUPERVISORS),
  'GET /webchat-keys': of(ADMINS),
  'POST /webchat-keys': of(ADMINS),
  'POST /webchat-keys/:id/revoke': of(ADMINS, 'key'),
  'GET /retention': of(ADMINS),
  'POST /retention/try': of(ADMINS),
  'POST /retention': of(ADMINS),
  'GET /channels': of(SUPERVISORS),
  'POST /channels/:id/unlink': of(SUPERVISORS, 'channel'),

  // The administration of advisors, teams, hours, closures and deadlines
  'GET /advisors': of(SUPERVISORS),
  'POST /advisors': of(SUPERVISORS),
  'POST /advisors/:id': of(SUPERVISORS, 'advisor'),
  'POST /advisors/:id/active': of(SUPERVISORS, 'advisor'),
  'POST /advisors/:id/link': of(SUPERVISORS, 'advisor'),
  'POST /advisors/:id/sessions/revoke': of(SUPERVISORS, 'advisor'),
  'POST /advisors/:id/absences': of(SUPERVISORS, 'advisor'),
  'POST /absences/:id/remove': of(SUPERVISORS, 'absence'),
  'GET /teams': of(SUPERVISORS),
  'POST /teams': of(SUPERVISORS),
  'POST /teams/:id': of(SUPERVISORS, 'team'),
  'POST /teams/:id/remove': of(SUPERVISORS, 'team', 204),
  'GET /settings/:id/hours': of(SUPERVISORS, 'desk'),
  'POST /settings/:id/hours': of(SUPERVISORS, 'desk'),
  'GET /settings/:id/holidays': of(SUPERVISORS, 'desk'),
  'POST /settings/:id/holidays': of(SUPERVISORS, 'desk'),
  'POST /settings/:id/holidays/remove': of(SUPERVISORS, 'desk'),
  'GET /settings/:id/deadlines': of(SUPERVISORS, 'desk'),
  'POST /settings/:id/deadlines': of(SUPERVISORS, 'desk'),
};
