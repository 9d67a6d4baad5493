/**
 * The administration of records and channels; for supervisors and admins, retention and keys for admins only. Of one's own desks.
 *
 * GET  /api/advisor/imports -> { imports: ImportLine[] }            (the latest first)
 * POST /api/advisor/imports?kind=&mode=try|write&name= the file's bytes -> ImportReportView     (faults are no error: 200, written: false)
 * GET  /api/advisor/imports/template?kind= -> CSV
 * GET  /api/advisor/imports/export?kind= -> CSV, in the columns that an import takes
 * GET  /api/advisor/webchat-keys -> { keys: WebchatKeyView[] }
 * POST /api/advisor/webchat-keys { desk, label } -> { key, secret }  (the secret is answered here and never again)
 * POST /api/advisor/webchat-keys/:id/revoke -> WebchatKeyView
 * GET  /api/advisor/retention -> RetentionPageView
 * POST /api/advisor/retention/try { scope, days } -> RetentionCountsView
 * POST /api/advisor/retention { scope, follows, days, version } -> RetentionView
 * GET  /api/advisor/channels -> ChannelsView
 * POST /api/advisor/channels/:id/unlink -> ChannelsView
 */
export type ImportKindName = 'people' | 'assignments' | 'students' | 'invoices';

export interface ImportFaultView {
  /** The head is line 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly expected: readonly string[];
}

export interface ImportReportView {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** At most 200. */
  readonly faults: readonly ImportFaultView[];
  readonly faultCount: number;
  readonly written: boolean;
}

export interface ImportLine {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly desk: string;
  readonly kind: string;
  readonly file: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface WebchatKeyView {
  /** Also what a token may name as `kid`. */
  readonly id: string;
  readonly desk: string;
  readonly label: string;
  readonly ending: string;
  readonly fingerprint: string;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export interface NewWebchatKey {
  readonly key: WebchatKeyView;
  readonly secret: string;
}

export type RetentionItemName = 'conversations' | 'attachments' | 'routedMessages' | 'audit';
/** null: never. */
export type RetentionDaysView = Readonly<Record<RetentionItemName, number | null>>;
export type RetentionCountsView = Readonly<Record<RetentionItemName, number>>;

export interface RetentionView {
  /** A desk's id, or `house`. */
  readonly scope: string;
  /** A desk that does as the house does. */
  readonly follows: boolean;
  readonly days: RetentionDaysView;
  readonly version: number;
}

export interface RetentionChange {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly scope: string;
  readonly before: RetentionDaysView;
  readonly after: RetentionDaysView;
}

export interface RetentionPageView {
  /** `house` is there for an admin of every desk. */
  readonly settings: readonly RetentionView[];
  readonly limits: Readonly<Record<RetentionItemName, { readonly min: number; readonly max: number }>>;
  readonly history: readonly RetentionChange[];
}

export interface TeamsChannelView {
  readonly id: string;
  readonly desk: string;
  readonly category: string | null;
  readonly name: string;
  readonly linkedAt: string;
  /** Since when nothing can be sent there, and why. */
  readonly dead: { readonly at: string; readonly reason: string } | null;
}

export interface ChannelsView {
  /** The address of the embed script. */
  readonly script: string;
  readonly teams: { readonly configured: boolean; readonly channels: readonly TeamsChannelView[] };
  readonly mail: { readonly configured: boolean };
  /** What was given up for good, of the whole installation; null: for admins only. */
  readonly dead: readonly { readonly kind: string; readonly reason: string; readonly count: number }[] | null;
  /** The identity provider's address; null: none is configured. */
  readonly openId: string | null;
}
