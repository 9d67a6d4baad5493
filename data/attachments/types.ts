export interface StoredAttachment {
  readonly id: string;
  readonly conversationId: string;
  /** The ticket that it was sent for; null while it belongs to none. */
  readonly ticketId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  /** The activity that carried it; null: none did. */
  readonly activityId: string | null;
  /** The advisor who attached it to a reply; null: it came from the requester. */
  readonly uploadedById: string | null;
}

export interface AttachmentService {
  /** Stores a file that the edge has already checked (size, type by content). */
  store(file: {
    conversationId: string;
    activityId: string | null;
    name: string;
    contentType: string;
    content: Uint8Array;
    /** An advisor uploads it for a reply that she is writing. */
    uploadedById?: string;
    now: Date;
  }): Promise<StoredAttachment>;
  find(id: string): Promise<(StoredAttachment & { readonly content: Uint8Array }) | null>;
  /** What was sent in a conversation; what an advisor has uploaded and not sent yet is left out, here and in `ofTicket`. */
  ofConversation(conversationId: string): Promise<readonly StoredAttachment[]>;
  /** What was sent for a ticket, from whichever conversation, oldest first. Linked by TicketService.file and requesterWrote. */
  ofTicket(ticketId: string): Promise<readonly StoredAttachment[]>;
}
