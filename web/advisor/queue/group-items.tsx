import type { TicketList } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { toggled } from '../lib/filters';
import { viewRoute } from '../lib/route';
import { Link } from '../parts/link';
import css from './nav.module.css';

/** What is ours to answer by desk, for those who have several, and by category: folded until somebody wants it. */
export function GroupItems({ groups }: { readonly groups: TicketList['groups'] }) {
  const { strings, me } = useSession();
  const { desks, categories } = strings.queue.nav;
  const nameOfDesk = (id: string): string => me.desks.find((desk) => desk.id === id)?.name ?? id;
  return (
    <div className={css.folds}>
      {me.desks.length > 1 && (
        <Fold title={desks} filter="desk" counts={summed(groups, 'desk')} nameOf={nameOfDesk} />
      )}
      <Fold
        title={categories}
        filter="category"
        counts={summed(groups, 'category')}
        nameOf={(id) => strings.categories[id] ?? id}
      />
    </div>
  );
}

/** The most first. */
function summed(
  groups: TicketList['groups'],
  by: 'desk' | 'category',
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group[by], (counts.get(group[by]) ?? 0) + group.open);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function Fold(props: {
  readonly title: string;
  readonly filter: 'desk' | 'category';
  readonly counts: readonly (readonly [string, number])[];
  readonly nameOf: (id: string) => string;
}) {
  const { title, filter, counts, nameOf } = props;
  const { route, strings } = useSession();
  const only = route.page === 'queue' && route.view === 'open' ? route.filters?.[filter] : undefined;
  if (counts.length === 0) return null;
  return (
    <details open={only !== undefined || undefined}>
      <summary className={css.fold}>{title}</summary>
      <ul className={css.items}>
        {counts.map(([id, count]) => (
          <li key={id}>
            <Link
              to={viewRoute('open', toggled({}, filter, id))}
              className={css.item}
              aria-current={only?.length === 1 && only[0] === id ? 'page' : undefined}
            >
              <span className={css.label}>{nameOf(id)}</span>
              <span className={css.count}>
                {count}
                <span className="visuallyHidden"> {strings.nav.count(count).replace(/^\d+ /, '')}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
