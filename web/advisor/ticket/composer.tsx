import { Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import type { Draft } from '../lib/drafts';
import { newId } from '../lib/new-id';
import type { OutgoingMessage } from '../lib/outgoing';
import { ReplyFileList, useReplyFiles } from './composer-files';
import { ComposerHint } from './composer-hint';
import { ComposerModes } from './composer-modes';
import css from './composer.module.css';
import { RepliedMeanwhile } from './live-meanwhile';
import { ComposerTools } from './composer-tools';
import { ReplyPicker } from './reply-picker';
import { asksForReplies, unfilledIn } from './reply-search';
import { useDraft } from './use-draft';

/** What the keys and a failed message ask of the composer. */
export interface ComposerHandle {
  write(mode: Draft['mode']): void;
  takeBack(message: Pick<OutgoingMessage, 'kind' | 'text'>): void;
}

/** As the API takes it. */
const LONGEST = 8000;

/** Where a reply or a note is written; which of the two is plain from its frame, its words and its button. */
export function Composer(props: {
  readonly ticket: TicketDetail;
  readonly ref: Ref<ComposerHandle>;
  /** Somebody writes here; null: no longer. */
  readonly onWriting: (kind: Draft['mode'] | null) => void;
}) {
  const { ticket, ref, onWriting } = props;
  const { strings, outgoing, now } = useSession();
  const { composer } = strings;
  const { draft, modes, change } = useDraft(ticket);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();

  const write = (mode: Draft['mode']): void => {
    if (!modes.includes(mode)) return;
    change({ ...draft, mode });
    field.current?.focus();
  };
  useImperativeHandle(ref, () => ({
    write,
    takeBack: ({ kind, text }) => {
      change({ ...draft, mode: kind, [kind]: [draft[kind], text].filter(Boolean).join('\n\n') });
      field.current?.focus();
    },
  }));

  const { mode } = draft;
  const text = draft[mode];
  const excess = text.trim().length - LONGEST;
  const files = useReplyFiles(ticket.id);
  const isReply = mode === 'reply';
  const unfilled = isReply ? unfilledIn(text) : [];
  const waiting = isReply && files.uploading.length > 0;
  const ready = text.trim() !== '' && excess <= 0 && unfilled.length === 0 && !waiting;
  const [picking, setPicking] = useState(false);
  const caret = useRef(0);
  const insert = (words: string): void => {
    const at = caret.current;
    // The slash that asked for it makes room.
    const begin = asksForReplies(text, at) ? at - 1 : at;
    change({ ...draft, [mode]: text.slice(0, begin) + words + text.slice(at) });
    setPicking(false);
    field.current?.focus();
  };
  const submit = (): void => {
    if (!ready) return;
    change({ ...draft, [mode]: '' });
    onWriting(null);
    if (isReply) files.clear();
    void outgoing.add({
      clientId: newId(),
      ticketId: ticket.id,
      kind: mode,
      text: text.trim(),
      ...(mode === 'reply' && { seenReplyId: draft.seenReplyId ?? null }),
      at: now().toISOString(),
      ...(isReply && files.ready.length > 0 && { files: files.ready.map(({ id }) => id) }),
    });
  };

  return (
    <form
      className={css.composer}
      data-mode={mode}
      aria-label={composer.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ComposerModes draft={draft} modes={modes} onChange={(each) => change({ ...draft, mode: each })} />
      {mode === 'reply' && text !== '' && (
        <RepliedMeanwhile messages={ticket.messages} seenId={draft.seenReplyId ?? null} />
      )}
      {picking && isReply && (
        <ReplyPicker
          ticketId={ticket.id}
          onPick={({ text: words }) => insert(words)}
          onLeave={() => {
            setPicking(false);
            field.current?.focus();
          }}
        />
      )}
      <textarea
        ref={field}
        className={css.field}
        rows={3}
        value={text}
        aria-label={
          mode === 'reply' && ticket.personName ? composer.replyTo(ticket.personName) : composer[mode]
        }
        aria-describedby={hintId}
        aria-invalid={excess > 0}
        placeholder={mode === 'reply' ? composer.replyPlaceholder : composer.notePlaceholder}
        onChange={({ target }) => {
          caret.current = target.selectionStart;
          change({ ...draft, [mode]: target.value });
          onWriting(target.value.trim() === '' ? null : mode);
          if (isReply && target.value.length > text.length && asksForReplies(target.value, caret.current))
            setPicking(true);
        }}
        onSelect={({ currentTarget }) => {
          caret.current = currentTarget.selectionStart;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            submit();
          }
        }}
      />
      {isReply && <ReplyFileList files={files} />}
      <div className={css.foot}>
        {isReply && (
          <ComposerTools
            picking={picking}
            canAttach={ticket.conversationId !== null}
            onPick={() => setPicking(!picking)}
            onFiles={files.add}
          />
        )}
        <ComposerHint id={hintId} isReply={isReply} excess={excess} unfilled={unfilled} />
        <Button
          type="submit"
          appearance={mode === 'reply' ? 'primary' : 'secondary'}
          icon={mode === 'reply' ? <SendRegular /> : <LockClosedRegular />}
          disabledFocusable={!ready}
        >
          {mode === 'reply' ? composer.send : composer.addNote}
        </Button>
      </div>
    </form>
  );
}
