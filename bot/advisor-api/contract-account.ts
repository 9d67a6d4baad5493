/**
 * Her own account.
 *
 * GET  /api/advisor/sessions            -> { sessions: SessionView[] }   (open ones, the one used last first)
 * POST /api/advisor/sessions/:id/revoke -> 204; 404 for one that is not hers or has ended
 * POST /api/advisor/sessions/revoke     -> 204 (all but this one)
 */
export interface SessionView {
  readonly id: string;
  /** The one that asks. */
  readonly current: boolean;
  readonly method: 'link' | 'password' | 'openid' | 'teams' | null;
  /** The browser as it names itself. */
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

/**
 * GET  /api/advisor/notifications          -> NotificationsView
 * POST /api/advisor/notifications {digest} -> 204
 */
export interface NotificationsView {
  /** A summary of what waits for her: none, one each open morning, one each open hour. */
  readonly digest: 'off' | 'daily' | 'hourly';
  /** Where it goes. */
  readonly email: string;
  /** Whether there is a server for mails at all. */
  readonly mails: boolean;
}
