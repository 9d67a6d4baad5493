import { useState } from 'react';
import type { FiguresView } from '../../../bot/advisor-api/contract-figures';
import { useResource, useSession } from '../context';
import page from '../pages/page.module.css';
import { FailurePage, Message, Skeleton } from '../parts/states';
import { BacklogCard, CategoriesCard, DaysCard, HoursCard } from './cards';
import { Filters, isAnswerable } from './filters';
import css from './figures.module.css';
import { Headline } from './headline';
import { apiQuery, type Asked, askedIn, searchOf } from './period';
import { ArticlesCard, TimesCard } from './tables';

/** What happened on her desks: six figures, four charts that each answer a question, and two tables. */
export default function FiguresPage() {
  const { strings, resources, me, dates, now } = useSession();
  const { figures: words } = strings;
  const today = dates.dayKey(now().toISOString());
  const [asked, setAsked] = useState(() =>
    askedIn(
      window.location.search,
      today,
      me.desks.map(({ id }) => id),
    ),
  );
  const ask = (next: Asked): void => {
    window.history.replaceState(null, '', window.location.pathname + searchOf(next));
    setAsked(next);
  };
  const query = apiQuery(asked);
  const { data, failure } = useResource<FiguresView>(isAnswerable(asked) ? `/figures?${query}` : null);
  return (
    <div
      className={page.page}
      role="region"
      aria-label={words.title}
      tabIndex={0}
      aria-busy={isAnswerable(asked) && !data && !failure}
    >
      <h1 className={page.title}>{words.title}</h1>
      <p className={page.lead}>{words.lead}</p>
      <Filters asked={asked} today={today} onAsk={ask} />
      {!data && failure && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {!data && !failure && isAnswerable(asked) && <Drawing />}
      {data && <Content figures={data} query={query} />}
    </div>
  );
}

/** While the figures are on their way: where they will stand. */
function Drawing() {
  return (
    <>
      <div className={css.headline}>
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} width="100%" height={96} />
        ))}
      </div>
      <div className={css.cards}>
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} width="100%" height={280} />
        ))}
      </div>
    </>
  );
}

function Content({ figures, query }: { readonly figures: FiguresView; readonly query: string }) {
  const { strings } = useSession();
  const [emptyTitle = '', emptyText = ''] = strings.figures.empty;
  const open = figures.backlog.some(({ ours, waiting }) => ours + waiting > 0);
  const { messages, tickets } = figures.totals;
  if (messages === 0 && tickets === 0 && !open) return <Message title={emptyTitle} text={emptyText} />;
  return (
    <>
      <Headline figures={figures} />
      <div className={css.cards}>
        <CategoriesCard figures={figures} query={query} />
        <DaysCard figures={figures} query={query} />
        <BacklogCard figures={figures} query={query} />
        <HoursCard figures={figures} query={query} />
        <TimesCard figures={figures} query={query} />
        <ArticlesCard figures={figures} query={query} />
      </div>
    </>
  );
}
