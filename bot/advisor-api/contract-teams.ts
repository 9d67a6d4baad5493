/**
 * The requester of a ticket on Microsoft Teams.
 *
 * GET  /api/advisor/tickets/:id/teams            -> TeamsLinkView; 404 where nobody is known behind the ticket, as for POST
 * POST /api/advisor/tickets/:id/teams-invitation -> TeamsInvitationView   (the former code of that person ends)
 *
 * The tab of Teams signs in without a cookie:
 *
 * POST /advisor/sign-in/teams {token, email?, password?} -> TeamsSession | 401 {error} | 429
 */
export interface TeamsLinkView {
  /** When she linked her account; null: she has not. */
  readonly linkedAt: string | null;
}

/** A code that she writes to the assistant in her own chat on Teams, once. It is shown now and never again. */
export interface TeamsInvitationView {
  /** As BCDF-2345. */
  readonly code: string;
  readonly expiresAt: string;
}

/** A session that the page keeps in memory, and sends as `Authorization: Bearer`. */
export interface TeamsSession {
  readonly session: string;
  readonly expiresAt: string;
}

/** Why Teams does not sign somebody in: `unlinked` can be mended there, with her address and password. */
export type TeamsSignInFault =
  'teams-token' | 'teams-unlinked' | 'wrong-credentials' | 'too-many-requests' | 'try-later';
