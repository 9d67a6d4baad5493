export interface StoredAttachment {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface AttachmentService {
  /** Stores a file that the edge has already checked (size, type by content). */
  store(file: {
    conversationId: string;
    activityId: string | null;
    name: string;
    contentType: string;
    content: Uint8Array;
    now: Date;
  }): Promise<StoredAttachment>;
  find(id: string): Promise<(StoredAttachment & { readonly content: Uint8Array }) | null>;
  ofConversation(conversationId: string): Promise<readonly StoredAttachment[]>;
}
