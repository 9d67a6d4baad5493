import { useEffect, useRef } from 'react';
import type { FilterChoices } from '../../../bot/advisor-api/contract-queue';
import { useSession } from '../context';
import { type Filters, type ListFilter, PRIORITIES, SORTS, STATUSES, toggled, without } from '../lib/filters';
import { useShortcuts } from '../lib/shortcuts';
import { useFilterChoices, useValueNames } from './filter-chips';
import css from './list-header.module.css';

/** Everything that can be filtered, as boxes to tick; what is ticked holds at once. */
export default function FilterMenu(props: {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  readonly onClose: () => void;
}) {
  const { filters, onChange } = props;
  const { strings, me } = useSession();
  const { queue } = strings;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('summary')?.focus(), []);
  useShortcuts({ Escape: props.onClose });

  const choices = useFilterChoices(true);
  const teams = choices?.teams ?? [];
  const colleagues = me.colleagues.filter(({ id }) => id !== me.id).map(({ id }) => id);
  const offered: readonly (readonly [ListFilter, readonly string[]])[] = [
    ['status', STATUSES],
    ['priority', PRIORITIES],
    ['category', categoriesOf(strings.categories)],
    ['assignee', ['me', 'none', ...colleagues]],
    ...(me.desks.length > 1 ? [['desk', me.desks.map(({ id }) => id)] as const] : []),
    ...(teams.length > 0 ? [['team', teams.map(({ id }) => id)] as const] : []),
  ];
  return (
    <div ref={panel} className={css.panel} role="group" aria-label={queue.filters}>
      {offered.map(([key, values]) => (
        <ListOf
          key={key}
          list={key}
          values={values}
          choices={choices}
          filters={filters}
          onChange={onChange}
        />
      ))}
      {choices !== null && choices.topics.length > 0 && (
        <TopicChoice choices={choices} filters={filters} onChange={onChange} />
      )}
      <details className={css.group} open={filters.sort !== undefined}>
        <summary>{queue.sortTitle}</summary>
        {filters.q === undefined ? (
          <SortChoice filters={filters} onChange={onChange} />
        ) : (
          <p className={css.hint}>{queue.sortOfSearch}</p>
        )}
      </details>
    </div>
  );
}

const categoriesOf = (names: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(names)
    .sort(([, one], [, other]) => one.localeCompare(other))
    .map(([id]) => id);

function ListOf(props: {
  readonly list: ListFilter;
  readonly values: readonly string[];
  readonly choices: FilterChoices | null;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}) {
  const { list, values, filters, onChange } = props;
  const { queue } = useSession().strings;
  const nameOf = useValueNames(props.choices);
  const chosen: readonly string[] = filters[list] ?? [];
  return (
    <details className={css.group} open={chosen.length > 0 || list === 'status'}>
      <summary>{queue.lists[list]}</summary>
      <div className={css.boxes}>
        {values.map((value) => (
          <label key={value} className={css.box}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => onChange(toggled(filters, list, value))}
            />
            {nameOf(list, value)}
          </label>
        ))}
      </div>
    </details>
  );
}

/** There are too many topics for boxes: one that is chosen is added, and stands among the chips. */
function TopicChoice(props: {
  readonly choices: FilterChoices;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}) {
  const { choices, filters, onChange } = props;
  const { strings, me } = useSession();
  const { queue } = strings;
  const left = choices.topics.filter(({ id }) => !filters.topic?.includes(id));
  return (
    <details className={css.group} open={filters.topic !== undefined}>
      <summary>{queue.lists.topic}</summary>
      <div className={css.choice}>
        <select
          className={css.select}
          aria-label={queue.lists.topic}
          value=""
          onChange={(event) => onChange(toggled(filters, 'topic', event.target.value))}
        >
          <option value="" disabled>
            {queue.addTopic}
          </option>
          {me.desks.map(({ id: desk, name }) => (
            <optgroup key={desk} label={name}>
              {left
                .filter((topic) => topic.desk === desk)
                .map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topic.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
    </details>
  );
}

function SortChoice(props: { readonly filters: Filters; readonly onChange: (filters: Filters) => void }) {
  const { filters, onChange } = props;
  const { queue } = useSession().strings;
  return (
    <div className={css.boxes}>
      {[undefined, ...SORTS].map((sort) => (
        <label key={sort ?? 'default'} className={css.box}>
          <input
            type="radio"
            name="queue-sort"
            checked={filters.sort === sort}
            onChange={() => onChange(sort === undefined ? without(filters, 'sort') : { ...filters, sort })}
          />
          {queue.sorts[sort ?? 'default']}
        </label>
      ))}
    </div>
  );
}
