import { Button, Checkbox, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { ReplyView } from '../../../bot/advisor-api/contract-tickets';
import { useNow, useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { paths } from '../lib/paths';
import { FailurePage, failureText, Message, Skeleton } from '../parts/states';
import { matching } from '../ticket/reply-search';
import css from './page.module.css';
import own from './replies.module.css';
import { ReplyDialog } from './reply-dialog';

export type ReplyList = { readonly replies: readonly ReplyView[] };

/** The replies that desks use again: found, written, changed, taken out of use. */
export default function RepliesPage() {
  const { strings, resources, me } = useSession();
  const { replies: words } = strings;
  const { data, failure } = useResource<ReplyList>(paths.replies);
  const [query, setQuery] = useState('');
  const [archivedToo, setArchivedToo] = useState(false);
  const [editing, setEditing] = useState<ReplyView | 'new' | null>(null);
  const mayEdit = me.role !== 'advisor';
  const kept = (data?.replies ?? []).filter(({ archived }) => archivedToo || !archived);
  const found = matching(kept, query);
  const [emptyTitle = '', emptyText = ''] = words.empty;
  const add = mayEdit && (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  );
  return (
    <div
      className={css.page}
      role="region"
      aria-label={words.title}
      tabIndex={0}
      aria-busy={!data && !failure}
    >
      <h1 className={css.title}>{words.title}</h1>
      <p className={css.lead}>{mayEdit ? words.lead : `${words.lead} ${words.readOnly}`}</p>
      {!data && !failure && <Skeleton width="100%" height={160} />}
      {!data && failure && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {data?.replies.length === 0 && (
        <Message title={emptyTitle} text={emptyText}>
          {add}
        </Message>
      )}
      {data && data.replies.length > 0 && (
        <>
          <div className={own.tools}>
            <Input
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              value={query}
              onChange={(_event, { value }) => setQuery(value)}
            />
            {data.replies.some(({ archived }) => archived) && (
              <Checkbox
                label={words.showArchived}
                checked={archivedToo}
                onChange={() => setArchivedToo(!archivedToo)}
              />
            )}
            <span className={own.add}>{add}</span>
          </div>
          <p role="status" className={own.count}>
            {found.length === 0 ? words.noMatch : words.count(found.length)}
          </p>
          <ul className={own.list}>
            {found.map((reply) => (
              <ReplyItem key={reply.id} reply={reply} mayEdit={mayEdit} onEdit={() => setEditing(reply)} />
            ))}
          </ul>
        </>
      )}
      {editing !== null && (
        <ReplyDialog reply={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

function ReplyItem(props: {
  readonly reply: ReplyView;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}) {
  const { reply, mayEdit, onEdit } = props;
  const { strings, dates, me } = useSession();
  const { replies: words, categories } = strings;
  const now = useNow();
  const setArchived = useSetArchived();
  const desk = me.desks.length > 1 ? me.desks.find(({ id }) => id === reply.desk)?.name : undefined;
  const category = reply.category === null ? undefined : (categories[reply.category] ?? reply.category);
  const when = dates.day(reply.updatedAt, now);
  return (
    <li className={own.reply} data-archived={reply.archived || undefined}>
      <div>
        <h2 className={own.title}>
          {reply.title}
          {reply.archived && <span className={own.mark}>{words.archivedMark}</span>}
        </h2>
        <p className={own.text}>{reply.text}</p>
        <p className={css.quiet}>
          {[desk, category, reply.updatedBy ? words.changed(reply.updatedBy, when) : words.changedOn(when)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {mayEdit && (
        <div className={own.actions}>
          {!reply.archived && (
            <Button size="small" aria-label={words.edit(reply.title)} onClick={onEdit}>
              {words.editShort}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-label={reply.archived ? `${words.restore}, ${reply.title}` : words.archiveOne(reply.title)}
            onClick={() => void setArchived(reply, !reply.archived)}
          >
            {reply.archived ? words.restore : words.archive}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Takes a reply out of use or back into it, with the way back for five seconds. */
function useSetArchived() {
  const { strings, resources, notify } = useSession();
  const { done } = strings.replies;
  const set = async (reply: ReplyView, archived: boolean): Promise<boolean> => {
    try {
      const changed = await post<ReplyView>(`/replies/${reply.id}/archive`, { archived });
      resources.update<ReplyList>(paths.replies, ({ replies }) => ({
        replies: replies.map((one) => (one.id === changed.id ? changed : one)),
      }));
      return true;
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
      return false;
    } finally {
      resources.refresh((path) => path === paths.replies || path.endsWith('/replies'));
    }
  };
  return async (reply: ReplyView, archived: boolean): Promise<void> => {
    if (!(await set(reply, archived))) return;
    notify({
      text: archived ? done.archived : done.restored,
      undo: () => void set(reply, !archived),
    });
  };
}
