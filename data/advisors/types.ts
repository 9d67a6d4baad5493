import type { DeskId } from '../desks/types';

export const ADVISOR_ROLES = ['advisor', 'supervisor', 'admin'] as const;
export type AdvisorRole = (typeof ADVISOR_ROLES)[number];

export interface Advisor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AdvisorRole;
  readonly deskIds: readonly DeskId[];
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
  redeemSignInLink(
    token: string,
    now: Date,
  ): Promise<{ advisor: Advisor; sessionToken: string; expiresAt: Date } | null>;
  session(sessionToken: string, now: Date): Promise<Advisor | null>;
  endSession(sessionToken: string, now: Date): Promise<void>;
}
