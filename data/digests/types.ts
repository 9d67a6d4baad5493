import type { Advisor } from '../advisors/types';
import type { Ticket } from '../tickets/types';
import type { DigestMode } from './rules';

/** What waits for an advisor, as it stands when it is mailed. */
export interface Digest {
  readonly advisor: Advisor;
  /** Hers that wait for us, the longest waiting first. */
  readonly mine: readonly Ticket[];
  readonly overdue: number;
  /** Of her desks, with nobody. */
  readonly unassigned: number;
}

export interface DigestService {
  mode(advisorId: string): Promise<DigestMode>;
  setMode(advisorId: string, mode: DigestMode): Promise<void>;
  /** Plans the summaries that are due, each in one transaction with its mark. @returns how many. */
  watch(now: Date, limit: number): Promise<number>;
  /** What waits for her; null: nothing, or she does not work here any more. */
  of(advisorId: string, now: Date): Promise<Digest | null>;
}
