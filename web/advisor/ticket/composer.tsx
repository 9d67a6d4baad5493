import { Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { type Draft, keepDraft, readDraft } from '../lib/drafts';
import { lastReplyId } from '../lib/live-ticket';
import type { OutgoingMessage } from '../lib/outgoing';
import { isOngoing } from '../lib/ticket-status';
import { ReplyFileList, useReplyFiles } from './composer-files';
import css from './composer.module.css';
import { RepliedMeanwhile } from './live-meanwhile';
import { ComposerTools } from './composer-tools';
import { ReplyPicker } from './reply-picker';
import { asksForReplies, unfilledIn } from './reply-search';
import { ofThisTab } from '../lib/storage';

/** What the keys and a failed message ask of the composer. */
export interface ComposerHandle {
  write(mode: Draft['mode']): void;
  takeBack(message: Pick<OutgoingMessage, 'kind' | 'text'>): void;
}

const MODES: readonly Draft['mode'][] = ['reply', 'note'];
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
  const [kept, setDraft] = useState(() => readDraft(ofThisTab, ticket.id));
  const modes = takesReplies(ticket.status) ? MODES : MODES.filter((mode) => mode === 'note');
  const draft: Draft = modes.includes(kept.mode) ? kept : { ...kept, mode: 'note' };
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();

  const change = (changed: Draft): void => {
    // What stood there when a reply was begun is what its writer knew.
    const begun = draft.reply === '' && changed.reply !== '';
    const next = begun ? { ...changed, seenReplyId: lastReplyId(ticket.messages) } : changed;
    setDraft(next);
    keepDraft(ofThisTab, ticket.id, next);
  };
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
      <div className={css.modes} role="radiogroup" aria-label={composer.mode}>
        {modes.map((each) => (
          <label key={each} className={css.mode}>
            <input
              type="radio"
              name="mode"
              className={css.radio}
              checked={mode === each}
              onChange={() => change({ ...draft, mode: each })}
            />
            {each === 'note' && <LockClosedRegular aria-hidden />}
            {composer[each]}
            {each !== mode && draft[each] !== '' && (
              <span className={css.begun} title={composer.otherDraft[each]}>
                <span className="visuallyHidden">{composer.otherDraft[each]}</span>
              </span>
            )}
          </label>
        ))}
      </div>
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
        <p
          id={hintId}
          className={css.hint}
          data-excess={excess > 0 || unfilled.length > 0 || undefined}
          role={unfilled.length > 0 ? 'status' : undefined}
        >
          {excess > 0
            ? composer.tooLong(excess)
            : unfilled.length > 0
              ? strings.casework.composer.unfilled(unfilled.join(', '))
              : isReply
                ? composer.replyHint
                : composer.noteHint}
        </p>
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

/** A ticket that has ended for good is only commented among advisors. */
const takesReplies = (status: TicketDetail['status']): boolean => isOngoing(status) || status === 'solved';

/** crypto.randomUUID exists on https and localhost only; a plain address in a local network has getRandomValues. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
