/** What is being written on a ticket: a reply or a note, each with its own text, so that neither becomes the other by mistake. */
export interface Draft {
  readonly mode: 'reply' | 'note';
  readonly reply: string;
  readonly note: string;
  /** The advisors' last reply that stood there when this reply was begun. */
  readonly seenReplyId?: string | null;
}

export const EMPTY_DRAFT: Draft = { mode: 'reply', reply: '', note: '' };
const PREFIX = 'guichet.draft.';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts live with the tab: they survive a reload and another ticket, and leave no trace on the machine afterwards. */
export function readDraft(store: Store, ticketId: string): Draft {
  try {
    const kept = JSON.parse(store.getItem(PREFIX + ticketId) ?? '{}') as Partial<Draft>;
    return { ...EMPTY_DRAFT, ...kept };
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(store: Store, ticketId: string, draft: Draft): void {
  if (draft.reply === '' && draft.note === '' && draft.mode === 'reply') store.removeItem(PREFIX + ticketId);
  else store.setItem(PREFIX + ticketId, JSON.stringify(draft));
}

/** Takes away everything that this tab kept, at sign-out. */
export function forgetAll(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith('guichet.')) store.removeItem(key);
}
