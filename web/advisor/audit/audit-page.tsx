import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AuditLine, AuditPage as Page } from '../../../bot/advisor-api/contract-audit';
import { useNow, useResource, useSession } from '../context';
import { Link } from '../parts/link';
import page from '../pages/page.module.css';
import { FailurePage, Message, Skeleton } from '../parts/states';
import { ColumnHeads } from '../parts/column-heads';
import css from './audit.module.css';
import { actionInWords, detailInWords, subjectInWords } from './in-words';

interface Filters {
  readonly actor: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

const NONE: Filters = { actor: '', about: '', from: '', to: '' };

const pathOf = (filters: Filters, before: number | null): string => {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return `/audit?${new URLSearchParams([...set, ...(before === null ? [] : [['before', String(before)]])])}`;
};

/** The audit log: who changed what, and who looked at whose records. */
export default function AuditPage() {
  const { strings } = useSession();
  const { audit: words } = strings;
  const [filters, setFilters] = useState(NONE);
  /** Where each page that is shown begins; the first begins at the latest line. */
  const [starts, setStarts] = useState<readonly (number | null)[]>([null]);
  const narrow = (part: Partial<Filters>): void => {
    setFilters({ ...filters, ...part });
    setStarts([null]);
  };
  return (
    <div className={page.page} role="region" aria-label={words.title} tabIndex={0}>
      <h1 className={page.title}>{words.title}</h1>
      <p className={page.lead}>{words.lead}</p>
      <FilterBar filters={filters} onNarrow={narrow} />
      <table className={page.table}>
        <ColumnHeads columns={words.columns} />
        {starts.map((start, index) => (
          <Lines
            key={start ?? 'latest'}
            path={pathOf(filters, start)}
            isLast={index === starts.length - 1}
            onMore={(next) => setStarts([...starts, next])}
          />
        ))}
      </table>
    </div>
  );
}

function FilterBar(props: {
  readonly filters: Filters;
  readonly onNarrow: (part: Partial<Filters>) => void;
}) {
  const { filters, onNarrow } = props;
  const { strings, me } = useSession();
  const { filters: words, subjects } = strings.audit;
  return (
    <form className={css.filters} aria-label={words.label} onSubmit={(event) => event.preventDefault()}>
      <Field label={words.who}>
        <Select value={filters.actor} onChange={(_, { value }) => onNarrow({ actor: value })}>
          <option value="">{words.anybody}</option>
          {me.colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.what}>
        <Select value={filters.about} onChange={(_, { value }) => onNarrow({ about: value })}>
          <option value="">{words.anything}</option>
          {Object.entries(subjects).map(([subject, name]) => (
            <option key={subject} value={subject}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.from}>
        <Input type="date" value={filters.from} onChange={(_, { value }) => onNarrow({ from: value })} />
      </Field>
      <Field label={words.to}>
        <Input type="date" value={filters.to} onChange={(_, { value }) => onNarrow({ to: value })} />
      </Field>
    </form>
  );
}

/** The lines of one page of the log, and what comes under the last. */
function Lines(props: {
  readonly path: string;
  readonly isLast: boolean;
  readonly onMore: (next: number) => void;
}) {
  const { path, isLast, onMore } = props;
  const { strings, resources } = useSession();
  const { audit: words } = strings;
  const { data, failure } = useResource<Page>(path);
  const [emptyTitle = '', emptyText = ''] = words.empty;
  const columns = Object.keys(words.columns).length;
  return (
    <>
      <tbody aria-busy={!data && !failure}>
        {data?.lines.map((line) => (
          <LineRow key={line.id} line={line} names={data.names} />
        ))}
      </tbody>
      {isLast && (
        <tfoot>
          <tr>
            <td colSpan={columns}>
              {!data && !failure && <Skeleton width="100%" height={96} />}
              {!data && failure && (
                <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
              )}
              {data?.lines.length === 0 && <Message title={emptyTitle} text={emptyText} />}
              {data && data.lines.length > 0 && (
                <p className={css.foot}>
                  {data.next === null ? (
                    words.end
                  ) : (
                    <Button onClick={() => data.next !== null && onMore(data.next)}>{words.more}</Button>
                  )}
                </p>
              )}
            </td>
          </tr>
        </tfoot>
      )}
    </>
  );
}

function LineRow({ line, names }: { readonly line: AuditLine; readonly names: Page['names'] }) {
  const { strings, dates } = useSession();
  const now = useNow();
  const { columns } = strings.audit;
  return (
    <tr>
      <th scope="row" data-label={columns.at}>
        <time dateTime={line.at}>
          {dates.shortDay(line.at)} {dates.time(line.at)}
        </time>
      </th>
      <td data-label={columns.actor}>{line.actor}</td>
      <td data-label={columns.action}>{actionInWords(line.action, strings)}</td>
      <td data-label={columns.about}>
        <Thing line={line} />
      </td>
      <td data-label={columns.detail} className={css.detail}>
        {detailInWords(line.detail, { strings, dates, names, now })}
      </td>
    </tr>
  );
}

/** What a line is about: a request by its reference, which opens it; anything else by its name. */
function Thing({ line: { action, about } }: { readonly line: AuditLine }) {
  const { strings } = useSession();
  if (about === null) return <>{subjectInWords(action, strings)}</>;
  const { name, ticket } = about;
  if (ticket === null) return <>{name}</>;
  return (
    <>
      {name !== ticket && `${name}, `}
      <Link className={css.reference} to={{ page: 'queue', view: 'all', ticket }}>
        {ticket}
      </Link>
    </>
  );
}
