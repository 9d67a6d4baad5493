import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeachingView } from '../../../bot/advisor-api/contract-teaching';
import { useNow, useSession } from '../context';
import { post } from '../lib/api';
import { elapsed } from '../lib/dates';
import { Message } from '../parts/states';
import css from './teaching.module.css';
import { proposePhrase, useSay } from './use-teaching';

type Cluster = TeachingView['clusters'][number];

/** What was not understood, the most asked first: each is told its topic, or ignored. */
export function ClusterList({ teaching }: { readonly teaching: TeachingView }) {
  const { clusters: words } = useSession().strings.teaching;
  const [emptyTitle = '', emptyText = ''] = words.empty;
  if (teaching.clusters.length === 0) return <Message title={emptyTitle} text={emptyText} plain />;
  return (
    <ul className={css.list}>
      {teaching.clusters.map((cluster) => (
        <ClusterCard key={cluster.ids[0]} cluster={cluster} topics={teaching.topics} />
      ))}
    </ul>
  );
}

function ClusterCard(props: { readonly cluster: Cluster; readonly topics: TeachingView['topics'] }) {
  const { cluster, topics } = props;
  const { strings } = useSession();
  const { clusters: words, propose } = strings.teaching;
  const now = useNow();
  const say = useSay();
  const [topicId, setTopicId] = useState('');
  const offer = () =>
    say(async () => {
      await proposePhrase({
        desk: cluster.desk,
        text: cluster.text,
        topicId,
        formerTopicId: null,
        source: { kind: 'message', id: cluster.ids[0] ?? null },
      });
      // The others of the group say the same: they have been looked at with it.
      if (cluster.ids.length > 1) await dismiss(cluster.ids.slice(1), false);
      return propose.done;
    });
  const ignore = () =>
    say(
      async () => words.dismissed(await dismiss(cluster.ids, false)),
      async () => words.restored(await dismiss(cluster.ids, true)),
    );
  return (
    <li className={css.card}>
      <p className={css.said}>{cluster.text}</p>
      {cluster.alike.length > 0 && (
        <p className={css.origin}>
          {words.alike} {cluster.alike.join(' · ')}
        </p>
      )}
      <p className={css.origin}>
        {words.count(cluster.count)}, {strings.time.ago(elapsed(cluster.lastAt, now))}
      </p>
      <div className={css.actions}>
        <Field label={words.topic} className={css.grow}>
          <Select value={topicId} onChange={(_, { value }) => setTopicId(value)}>
            <option value="">{words.choose}</option>
            {topics
              .filter(({ desk }) => desk === cluster.desk)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </Select>
        </Field>
        <Button appearance="primary" disabledFocusable={topicId === ''} onClick={() => void offer()}>
          {words.propose}
        </Button>
        <Button onClick={() => void ignore()}>{words.dismiss}</Button>
      </div>
    </li>
  );
}

const dismiss = async (ids: readonly string[], back: boolean): Promise<number> =>
  (await post<{ readonly count: number }>('/teaching/dismiss', { ids, back })).count;
