import type { Clock } from '../../../data/clock';
import type { Conversation, ConversationService, StoredActivity } from '../../../data/conversations/types';
import type { DeliveryService } from '../../../data/deliveries/types';
import type { DeskId, DeskService } from '../../../data/desks/types';
import type { PeopleService } from '../../../data/people/types';
import type { TicketService } from '../../../data/tickets/types';
import type { Log } from '../../log';
import type { Metrics } from '../../metrics';
import type { TurnLock } from '../../middleware/turn-lock';
import type { TurnRunner } from '../../run-turn';
import type { RawActivity } from '../read-activity';
import type { Admit } from './admission';
import type { InvokeTaker } from './invokes';

/** What every kind of activity is answered with. */
export interface ActivityDeps {
  readonly conversations: ConversationService;
  readonly deliveries: Pick<DeliveryService, 'bury'>;
  readonly desks: DeskService;
  readonly people: PeopleService;
  readonly tickets: TicketService;
  readonly turns: TurnRunner;
  readonly lock: TurnLock;
  readonly clock: Clock;
  readonly redact: (text: string) => string;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
  readonly config: { readonly defaultDesk: DeskId | null };
  /** Who writes. */
  readonly admit: Admit;
  /** Brings stored messages to their conversation, in order. */
  readonly deliver: (replies: readonly StoredActivity[]) => Promise<void>;
  /** Shows that an answer is being made. */
  readonly typing: (conversation: Conversation) => Promise<void>;
  /** Those who answer invokes, in the order in which they are asked. */
  readonly invokes: readonly InvokeTaker[];
  /** Those who take an activity before the conversation does (the advisors' channel); true: it is theirs, and done. */
  readonly takers: readonly ((activity: RawActivity) => Promise<boolean>)[];
}
