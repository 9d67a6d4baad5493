import type { ChangeFeed, Services } from '../../data/services';
import type { Clock } from '../../data/clock';
import type { Knowledge } from '../../knowledge/types';
import type { Presence } from '../live/presence';
import type { Log } from '../log';
import type { Teacher } from '../teaching/teacher';

/** What the advisors' API is built from. */
export interface AdvisorApiDeps {
  readonly services: Services;
  readonly changes: ChangeFeed;
  readonly knowledge: Pick<Knowledge, 'topic' | 'topics' | 'understand'>;
  readonly clock: Clock;
  /** The address at which browsers reach this server. */
  readonly publicUrl: string;
  /** Whether there is a server for mails. */
  readonly mails: boolean;
  /** What else is configured: Microsoft Teams, and the identity provider's address. */
  readonly linked: { readonly teams: boolean; readonly openId: string | null };
  readonly log: Log;
  /** Teaches the assistant phrases. */
  readonly teacher: Teacher;
  /** Who is there, now. */
  readonly presence: Presence;
  /** Shows the requester that an advisor types. */
  readonly showTyping: (conversationId: string, advisorName: string) => void;
}
