import type { AttachmentService } from '../../../data/attachments/types';
import type { Clock } from '../../../data/clock';
import type { ConversationService } from '../../../data/conversations/types';
import type { DeskId } from '../../../data/desks/types';
import type { Presence } from '../../live/presence';
import type { RateLimit } from '../../rate-limit';
import type { SigningKeys } from '../../signing-keys';
import type { ActivitySets } from './activity-set';
import type { ConversationDoor } from './conversation-door';
import type { DirectLineTokens } from './tokens';

/** What the Direct Line routes are built from. */
export interface DirectLineDeps {
  readonly conversations: ConversationService;
  readonly presence: Pick<Presence, 'requesterWriting' | 'requesterWrote'>;
  readonly attachments: AttachmentService;
  readonly door: ConversationDoor;
  readonly tokens: DirectLineTokens;
  readonly keys: SigningKeys;
  readonly activitySets: ActivitySets;
  readonly clock: Clock;
  readonly redact: (text: string) => string;
  readonly messageLimit: RateLimit;
  readonly tokenLimit: RateLimit;
  readonly config: {
    readonly publicUrl: string;
    readonly publicUrlGiven: boolean;
    readonly trustProxy: boolean;
    /** The desk of a conversation for which none was named; null: it must be named. */
    readonly defaultDesk: DeskId | null;
    /** Whether tokens are given without a key (demo mode, which answers only to this machine). */
    readonly openTokens: boolean;
  };
}
