import type { Advisor } from '../../data/advisors/types';
import type { AppointmentRow } from '../../data/appointments/types';
import type { StoredAttachment } from '../../data/attachments/types';
import type { CouponRow } from '../../data/coupons/types';
import { type DeskId, isDeskId } from '../../data/desks/types';
import type { Services } from '../../data/services';
import type { Ticket } from '../../data/tickets/types';
import { ApiFault } from './errors';

/**
 * The one place that says what an advisor may see: what belongs to her desks. Whatever else exists is answered exactly like what
 * does not exist, so that nobody learns a foreign reference. Every role is bound to desks in the same way.
 */
export class DeskScope {
  readonly deskIds: readonly DeskId[];
  /** What she was last let see in this call, for the audit log. */
  lastSeen: { readonly id: string; readonly deskId: DeskId } | null = null;
  /** What a setting was and has become in this call, for the audit log: enough to take it back. Nothing secret, nothing that somebody said. */
  changed: { readonly before: unknown; readonly after: unknown } | null = null;

  constructor(
    private readonly services: Services,
    advisor: Advisor,
  ) {
    this.deskIds = advisor.deskIds;
  }

  allows(deskId: string): boolean {
    return isDeskId(deskId) && this.deskIds.includes(deskId);
  }

  /** The zone in which days of some of her desks are told: that of the first. */
  async zone(deskIds: readonly DeskId[] = this.deskIds): Promise<string> {
    const [first] = deskIds;
    return first === undefined ? 'Europe/Paris' : (await this.services.desks.find(first)).zone;
  }

  /** @throws ApiFault `not-found` for an unknown ticket and for one of another desk, as do all the finders below. */
  async ticket(idOrReference: string): Promise<Ticket> {
    const ticket = await this.services.tickets.find(idOrReference);
    return this.owned(ticket, ticket?.deskId);
  }

  async appointment(id: string): Promise<AppointmentRow> {
    const appointment = await this.services.appointments.find(id);
    return this.owned(appointment, appointment?.deskId);
  }

  async coupon(id: string): Promise<CouponRow> {
    const coupon = await this.services.coupons.find(id);
    return this.owned(coupon, coupon?.deskId);
  }

  async attachment(id: string): Promise<StoredAttachment & { readonly content: Uint8Array }> {
    const file = await this.services.attachments.find(id);
    const ticket = file?.ticketId ? await this.services.tickets.find(file.ticketId) : null;
    // A file that belongs to a ticket is its desk's, whatever became of the chat that it was sent in.
    if (ticket !== null) return this.owned(file, ticket.deskId);
    const conversation = file && (await this.services.conversations.find(file.conversationId));
    return this.owned(file, conversation?.deskId);
  }

  /** @throws ApiFault `not-found` for a desk that is not hers. */
  desk(deskId: string): DeskId {
    if (!isDeskId(deskId) || !this.allows(deskId)) throw new ApiFault('not-found');
    return deskId;
  }

  /** A thing of one of her desks. @throws ApiFault `not-found` for any other, and for none. */
  owned<T extends { readonly id: string }>(thing: T | null, deskId: DeskId | undefined): T {
    if (thing === null || deskId === undefined || !this.allows(deskId)) throw new ApiFault('not-found');
    this.lastSeen = { id: thing.id, deskId };
    return thing;
  }
}
