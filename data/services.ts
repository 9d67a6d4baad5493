import type { AdvisorAdministration } from './advisors/admin-types';
import type { AdvisorService } from './advisors/types';
import type { AppointmentService } from './appointments/types';
import type { AssignmentService } from './assignment/types';
import type { AttachmentService } from './attachments/types';
import type { HoldService } from './conversations/hold-types';
import type { AuditService } from './audit/types';
import type { ConversationService } from './conversations/types';
import type { CouponService } from './coupons/types';
import type { DeliveryService } from './deliveries/types';
import type { DeskAdministration } from './desks/admin-types';
import type { DeskService } from './desks/types';
import type { DigestService } from './digests/types';
import type { ImportService } from './imports/types';
import type { InsightService } from './insights/types';
import type { NoticeService } from './notices/types';
import type { OutboxService } from './outbox/types';
import type { PeopleService } from './people/types';
import type { ReportService } from './reports/types';
import type { SettingService } from './settings/types';
import type { RetentionService } from './retention/service';
import type { SlaService } from './sla/types';
import type { ReplyService } from './replies/types';
import type { TicketRelations } from './tickets/relations';
import type { QueueService } from './tickets/list/types';
import type { TeamsAccountService } from './teams/accounts';
import type { TeamsInvitationService } from './teams/invitations';
import type { TicketCardService } from './teams/cards';
import type { TeamsChannelService } from './teams/channels';
import type { TeachingService } from './teaching/types';
import type { TicketLetterService } from './tickets/letters';
import type { TicketService } from './tickets/types';
import type { SavedViewService } from './views/types';
import type { WebchatKeyService } from './webchat-keys/service';

/** Every service of the business records, built once by the composition root. */
export interface Services {
  readonly desks: DeskService;
  readonly deskAdministration: DeskAdministration;
  readonly advisorAdministration: AdvisorAdministration;
  readonly settings: SettingService;
  readonly people: PeopleService;
  readonly advisors: AdvisorService;
  readonly coupons: CouponService;
  readonly reports: ReportService;
  readonly appointments: AppointmentService;
  readonly tickets: TicketService;
  readonly teamsAccounts: TeamsAccountService;
  readonly teamsInvitations: TeamsInvitationService;
  readonly teamsChannels: TeamsChannelService;
  readonly ticketCards: TicketCardService;
  readonly queue: QueueService;
  readonly savedViews: SavedViewService;
  readonly relations: TicketRelations;
  readonly replies: ReplyService;
  readonly sla: SlaService;
  readonly assignment: AssignmentService;
  readonly conversations: ConversationService;
  readonly holds: HoldService;
  readonly deliveries: DeliveryService;
  readonly attachments: AttachmentService;
  readonly outbox: OutboxService;
  readonly notices: NoticeService;
  readonly imports: ImportService;
  readonly retention: RetentionService;
  readonly webchatKeys: WebchatKeyService;
  readonly insights: InsightService;
  readonly audit: AuditService;
  readonly letters: TicketLetterService;
  readonly digests: DigestService;
  readonly teaching: TeachingService;
}

/** A change that live screens want to know of, published after its transaction has committed. */
export type Change =
  | {
      readonly kind: 'activity';
      readonly conversationId: string;
      readonly sequence: number;
      /** The courier has to send it. */
      readonly toSend?: true;
    }
  | { readonly kind: 'ticket'; readonly deskId: string; readonly ticketId: string }
  /** Who is there, writes or looks on has changed: on a ticket, in a conversation, or (neither) among the desk's advisors. */
  | {
      readonly kind: 'presence';
      readonly deskId: string;
      readonly ticketId: string | null;
      readonly conversationId: string | null;
    }
  | { readonly kind: 'coupon'; readonly deskId: string; readonly couponId: string }
  | { readonly kind: 'appointment'; readonly deskId: string; readonly appointmentId: string };

export interface ChangeFeed {
  publish(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
}
