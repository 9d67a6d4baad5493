import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { FilterChoices } from '../../../bot/advisor-api/contract-queue';
import { useResource, useSession } from '../context';
import { type Filters, type ListFilter, LISTS, toggled, without } from '../lib/filters';
import { paths } from '../lib/paths';
import css from './list-header.module.css';

/** The teams and topics of her desks, read when they are needed; null until they are there. */
export function useFilterChoices(needed: boolean): FilterChoices | null {
  return useResource<FilterChoices>(needed ? paths.filters : null).data ?? null;
}

/** The words for a value of a filter. */
export function useValueNames(choices: FilterChoices | null): (key: ListFilter, value: string) => string {
  const { strings, me } = useSession();
  const { queue, ticket, categories } = strings;
  return (key, value) => {
    switch (key) {
      case 'desk':
        return me.desks.find(({ id }) => id === value)?.name ?? value;
      case 'category':
        return categories[value] ?? value;
      case 'status':
        return ticket.status(value);
      case 'priority':
        return (ticket.priority as Readonly<Record<string, string>>)[value] ?? value;
      case 'assignee':
        if (value === 'me') return queue.me;
        if (value === 'none') return queue.nobody;
        return me.colleagues.find(({ id }) => id === value)?.name ?? value;
      case 'team':
        return choices?.teams.find(({ id }) => id === value)?.name ?? value;
      case 'topic':
        return choices?.topics.find(({ id }) => id === value)?.name ?? value;
    }
  };
}

/** Every filter that is set, to be taken away with one click. */
export function FilterChips(props: {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}) {
  const { filters, onChange } = props;
  const { queue } = useSession().strings;
  const nameOf = useValueNames(useFilterChoices(filters.team !== undefined || filters.topic !== undefined));
  return (
    <>
      {filters.q !== undefined && (
        <Chip text={queue.text(filters.q)} onRemove={() => onChange(without(filters, 'q'))} />
      )}
      {LISTS.flatMap((key) =>
        (filters[key] ?? []).map((value) => (
          <Chip
            key={`${key} ${value}`}
            text={queue.chip(queue.lists[key], nameOf(key, value))}
            onRemove={() => onChange(toggled(filters, key, value))}
          />
        )),
      )}
      {filters.sort !== undefined && (
        <Chip
          text={queue.chip(queue.sortTitle, queue.sorts[filters.sort])}
          onRemove={() => onChange(without(filters, 'sort'))}
        />
      )}
    </>
  );
}

function Chip(props: { readonly text: string; readonly onRemove: () => void }) {
  const { queue } = useSession().strings;
  return (
    <button
      type="button"
      className={css.chip}
      aria-label={queue.remove(props.text)}
      title={props.text}
      onClick={props.onRemove}
    >
      <span className={css.chipText}>{props.text}</span>
      <DismissRegular aria-hidden />
    </button>
  );
}
