import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { TeamsIdentity } from '../teams/accounts';
import type { PasswordFault } from './passwords';

export const ADVISOR_ROLES = ['advisor', 'supervisor', 'admin'] as const;
export type AdvisorRole = (typeof ADVISOR_ROLES)[number];

export interface Advisor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AdvisorRole;
  readonly deskIds: readonly DeskId[];
}

export interface OpenedSession {
  readonly advisor: Advisor;
  /** What the browser keeps; only its hash is stored here. */
  readonly sessionToken: string;
  readonly expiresAt: Date;
}

/** How a session was opened, and in which browser, as it names itself; null: it did not say. */
export const SESSION_METHODS = ['link', 'password', 'openid', 'teams'] as const;
export type SessionMethod = (typeof SESSION_METHODS)[number];

/** A session as its owner sees it in a list. Its id is no secret: nothing can be opened with it. */
export interface SessionInfo {
  readonly id: string;
  /** null: opened before this was kept. */
  readonly method: SessionMethod | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly expiresAt: Date;
}

/** Somebody as the organisation's identity provider names her. */
export interface OpenIdPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Her address, where the provider has verified it. */
  readonly verifiedEmail: string | null;
}

/** Somebody as Microsoft Entra names her to the tab of Teams. */
export interface TeamsPerson {
  readonly identity: TeamsIdentity;
  /** The address of her Entra account, where the configuration trusts it; null: it finds nobody. */
  readonly trustedEmail: string | null;
}

export interface AdvisorService {
  find(id: string): Promise<Advisor | null>;
  findByEmail(email: string): Promise<Advisor | null>;
  ofDesks(deskIds: readonly DeskId[]): Promise<readonly Advisor[]>;
  add(advisor: {
    name: string;
    email: string;
    role: AdvisorRole;
    deskIds: readonly DeskId[];
    now: Date;
  }): Promise<Advisor>;
  /** A one-time sign-in token (only its hash is stored), valid for an hour. */
  createSignInLink(advisorId: string, now: Date): Promise<{ token: string; expiresAt: Date }>;
  /** Spends a one-time token and opens a session; null when unknown, spent or expired. */
  redeemSignInLink(token: string, now: Date, userAgent?: string): Promise<OpenedSession | null>;
  /** Opens a session for somebody whom the identity provider named; null when she is no advisor here. */
  signInWithOpenId(person: OpenIdPerson, now: Date, userAgent?: string): Promise<OpenedSession | null>;
  /** Opens a session for somebody whom Teams named; null when her account is linked to no active advisor. */
  signInWithTeams(person: TeamsPerson, now: Date, userAgent?: string): Promise<OpenedSession | null>;
  /** The same for an account that is not linked yet, with her address and password: they link it. null for wrong ones. */
  linkTeamsWithPassword(
    command: { readonly identity: TeamsIdentity; readonly email: string; readonly password: string },
    now: Date,
    userAgent?: string,
  ): Promise<OpenedSession | null>;
  /** Opens a session for an address and its password; null for any other, without a hint at which was wrong. */
  signInWithPassword(
    email: string,
    password: string,
    now: Date,
    userAgent?: string,
  ): Promise<OpenedSession | null>;
  hasPassword(advisorId: string): Promise<boolean>;
  /** Sets her password, against the current one when she has one; every session but `keepSession` ends. */
  setPassword(command: {
    advisorId: string;
    current: string | null;
    next: string;
    keepSession: string;
    now: Date;
  }): Promise<Result<null, PasswordFault | { readonly code: 'wrong-password' }>>;
  /** Her sessions that are open, the one that was used last first. */
  sessions(advisorId: string, now: Date): Promise<readonly SessionInfo[]>;
  /** Which of them a token opened. */
  sessionId(sessionToken: string): string;
  /** Ends one of her sessions. @returns whether it was open. */
  revokeSession(advisorId: string, sessionId: string, now: Date): Promise<boolean>;
  /** Ends all of her sessions but the one named; null: all. */
  revokeSessions(advisorId: string, kept: string | null, now: Date): Promise<void>;
  session(sessionToken: string, now: Date): Promise<Advisor | null>;
  endSession(sessionToken: string, now: Date): Promise<void>;
  /** Keeps that a session is in use, to the minute. */
  seen(sessionToken: string, now: Date): Promise<void>;
  /** Whether one of her open sessions was in use within the last minutes (SEEN_MINUTES). */
  isConnected(advisorId: string, now: Date): Promise<boolean>;
}
