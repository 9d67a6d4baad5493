import type { DeskId } from '../desks/types';
import type { Result } from '../result';

/** A reply that a desk uses again, with {fields} (data/replies/fields.ts). */
export interface CannedReply {
  readonly id: string;
  readonly deskId: DeskId;
  readonly title: string;
  readonly text: string;
  /** Tickets of this category are offered it first; null: all the same. */
  readonly category: string | null;
  readonly version: number;
  readonly updatedById: string | null;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
}

export type ReplyFault =
  | { readonly code: 'not-found' }
  /** Somebody has changed it since it was read. */
  | { readonly code: 'conflict'; readonly current: CannedReply }
  /** Fields that no ticket has. */
  | { readonly code: 'unknown-fields'; readonly fields: readonly string[] }
  /** The desk has one of that title already. */
  | { readonly code: 'title-taken' };

interface Content {
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
}

export interface ReplyService {
  /** The replies of these desks, by title; archived ones too when asked for. */
  list(
    deskIds: readonly string[],
    options?: { readonly archived?: boolean },
  ): Promise<readonly CannedReply[]>;
  find(id: string): Promise<CannedReply | null>;
  create(
    command: Content & { readonly deskId: DeskId; readonly advisorId: string; readonly now: Date },
  ): Promise<Result<CannedReply, ReplyFault>>;
  edit(
    command: Content & {
      readonly id: string;
      readonly advisorId: string;
      readonly expectedVersion: number;
      readonly now: Date;
    },
  ): Promise<Result<CannedReply, ReplyFault>>;
  /** Takes a reply out of use, or back into it; done already, it changes nothing. */
  archive(command: {
    readonly id: string;
    readonly archived: boolean;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<Result<CannedReply, ReplyFault>>;
}
