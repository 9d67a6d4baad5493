import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { FilledReply } from '../../../bot/advisor-api/contract-tickets';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { Skeleton } from '../parts/states';
import css from './reply-picker.module.css';
import { matching } from './reply-search';

/** Finds a reply of the desk and puts it into the composer. Arrows choose, Enter takes, Escape leaves. */
export function ReplyPicker(props: {
  readonly ticketId: string;
  readonly onPick: (reply: FilledReply) => void;
  readonly onLeave: () => void;
}) {
  const { ticketId, onPick, onLeave } = props;
  const { composer } = useSession().strings.casework;
  const { data } = useResource<{ readonly replies: readonly FilledReply[] }>(
    paths.ofTicket(ticketId, 'replies'),
  );
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => matching(data?.replies ?? [], query), [data, query]);
  const active = Math.min(at, Math.max(0, found.length - 1));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = found[active];
    switch (event.key) {
      case 'ArrowDown':
        setAt((active + 1) % Math.max(1, found.length));
        break;
      case 'ArrowUp':
        setAt((active - 1 + found.length) % Math.max(1, found.length));
        break;
      case 'Enter':
        if (chosen) onPick(chosen);
        break;
      case 'Escape':
        onLeave();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className={css.picker}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <input
        ref={field}
        className={css.search}
        type="text"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={composer.search}
        placeholder={composer.search}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {!data && <Skeleton width="100%" height={48} />}
      <p role="status" className={css.none}>
        {data && found.length === 0 && (data.replies.length === 0 ? composer.noReplies : composer.noReply)}
      </p>
      <ul ref={list} id={listId} role="listbox" aria-label={composer.replies} className={css.list}>
        {found.map((reply, index) => (
          <li
            key={reply.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={css.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(reply)}
          >
            <span className={css.title}>{reply.title}</span>
            <span className={css.text}>{reply.text}</span>
            {reply.missing.length > 0 && (
              <span className={css.missing}>
                {composer.missing(reply.missing.map((name) => `{${name}}`).join(', '))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
