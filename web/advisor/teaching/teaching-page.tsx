import { Button } from '@fluentui/react-components';
import type { TeachingView } from '../../../bot/advisor-api/contract-teaching';
import { useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import { FailurePage, Message, Skeleton } from '../parts/states';
import { ClusterList } from './cluster-list';
import { ProposalCard } from './proposal-card';
import css from './teaching.module.css';
import { useSay, useTeaching } from './use-teaching';

/** What the assistant could learn: phrases proposed, messages not understood, answers that help nobody. */
export default function TeachingPage() {
  const { strings } = useSession();
  const { teaching: words } = strings;
  const { snapshot, refresh } = useTeaching();
  const { data, failure } = snapshot;
  return (
    <div
      className={page.page}
      role="region"
      aria-label={words.title}
      tabIndex={0}
      aria-busy={!data && !failure}
    >
      <h1 className={page.title}>{words.title}</h1>
      <p className={page.lead}>{words.lead}</p>
      {!data && !failure && <Skeleton width="100%" height={240} />}
      {!data && failure && <FailurePage strings={strings} failure={failure} onRetry={refresh} />}
      {data && (
        <>
          <section aria-labelledby="teaching-proposals">
            <h2 id="teaching-proposals" className={css.heading}>
              {words.proposals.title}
            </h2>
            <Proposals teaching={data} onDecided={refresh} />
          </section>
          <section aria-labelledby="teaching-clusters">
            <h2 id="teaching-clusters" className={css.heading}>
              {words.clusters.title}
            </h2>
            <ClusterList teaching={data} />
          </section>
          <LowRated articles={data.lowRated} />
          <Decided decided={data.decided} />
        </>
      )}
    </div>
  );
}

function Proposals(props: { readonly teaching: TeachingView; readonly onDecided: () => void }) {
  const { teaching, onDecided } = props;
  const [emptyTitle = '', emptyText = ''] = useSession().strings.teaching.proposals.empty;
  if (teaching.proposals.length === 0) return <Message title={emptyTitle} text={emptyText} plain />;
  return (
    <ul className={css.list}>
      {teaching.proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} topics={teaching.topics} onDecided={onDecided} />
      ))}
    </ul>
  );
}

function LowRated({ articles }: { readonly articles: TeachingView['lowRated'] }) {
  const { lowRated: words } = useSession().strings.teaching;
  return (
    <section aria-labelledby="teaching-rated">
      <h2 id="teaching-rated" className={css.heading}>
        {words.title}
      </h2>
      <p className={css.origin}>{articles.length === 0 ? words.empty : words.lead}</p>
      <ul className={css.lines}>
        {articles.map(({ topicId, title, helpful, not }) => (
          <li key={topicId}>
            <span>{title}</span>
            <span className={css.origin}>{words.votes(helpful, not)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decided({ decided }: { readonly decided: TeachingView['decided'] }) {
  const { decided: words } = useSession().strings.teaching;
  const say = useSay();
  return (
    <section aria-labelledby="teaching-decided">
      <h2 id="teaching-decided" className={css.heading}>
        {words.title}
      </h2>
      {decided.length === 0 && <p className={css.origin}>{words.empty}</p>}
      <ul className={css.lines}>
        {decided.map(({ id, text, topicTitle, status }) => (
          <li key={id}>
            <span>
              {text}
              <span className={css.origin}>
                {words.states[status]} · {topicTitle}
              </span>
            </span>
            <Button
              size="small"
              aria-label={`${words.undo} : ${text}`}
              onClick={() => void say(() => post(`/phrases/${id}/reopen`, {}).then(() => words.undone))}
            >
              {words.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
