import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { TicketList, TicketView } from '../../../bot/advisor-api/contract';
import type { Appearance } from '../app';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { hrefOf, PAGE_IDS, type Route, VIEWS } from '../lib/route';
import { PAGE_GROUPS, PAGES } from '../pages/registry';
import { Link } from '../parts/link';
import { AccountMenu } from './account-menu';
import { GroupItems } from './group-items';
import css from './nav.module.css';
import { SavedViewItems } from './saved-view-items';
import { useShownList } from './use-listed-tickets';

const ICONS: Readonly<Record<TicketView, ComponentType>> = {
  mine: PersonRegular,
  unassigned: PersonAddRegular,
  open: MailInboxRegular,
  overdue: ClockAlarmRegular,
  waiting: HourglassRegular,
  solved: CheckmarkCircleRegular,
  all: AppsListRegular,
};

/** The views with their counts, the pages, and the account. */
export function Nav(props: {
  readonly appearance: Appearance;
  readonly onHelp: () => void;
  readonly onPassword: () => void;
  readonly onSessions: () => void;
  readonly onNotifications: () => void;
  readonly onSignOut: () => void;
}) {
  const { strings, route, me } = useSession();
  const { counts, groups } = useCounts();
  const { nav } = strings;
  const view = route.page === 'queue' && route.filters === undefined ? route.view : null;
  useEffect(() => {
    const waiting = counts && counts.open > 0 ? `(${counts.open}) ` : '';
    document.title = `${waiting}${strings.title} · ${strings.product}`;
  }, [counts, strings]);

  const list = useRef<HTMLElement>(null);
  const shown = hrefOf(route.page === 'queue' ? { ...route, ticket: null } : route);
  const counted = counts !== undefined;
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    // Also once the counts or other words are there: they move what stands after them.
  }, [shown, counted, strings]);

  const desks = me.desks.map(({ name }) => name).join(' · ');
  return (
    <header className={css.nav}>
      <div className={css.brand}>
        <span className={css.product}>{strings.product}</span>
        <span className={css.desks} title={desks}>
          {desks}
        </span>
      </div>
      <nav ref={list} className={css.groups} aria-label={nav.label}>
        <h2 className={css.heading}>{nav.requests}</h2>
        <ul className={css.items}>
          {VIEWS.map((each) => (
            <Item
              key={each}
              to={{ page: 'queue', view: each, ticket: null }}
              icon={ICONS[each]}
              label={nav.views[each]}
              current={each === view}
              count={each === 'all' ? undefined : counts?.[each]}
              alarming={each === 'overdue'}
              capped={each === 'solved'}
            />
          ))}
        </ul>
        <SavedViewItems />
        <GroupItems groups={groups ?? []} />
        {PAGE_GROUPS.map((group) => (
          <PageGroup key={group} group={group} />
        ))}
      </nav>
      <AccountMenu {...props} />
    </header>
  );
}

/** The pages of a group that her role may open; nothing where there are none. */
function PageGroup({ group }: { readonly group: (typeof PAGE_GROUPS)[number] }) {
  const { strings, route, me } = useSession();
  const pages = PAGE_IDS.filter(
    (id) => PAGES[id].group === group && (PAGES[id].roles?.includes(me.role) ?? true),
  );
  if (pages.length === 0) return null;
  return (
    <>
      <h2 className={css.heading}>{strings.nav.groups[group]}</h2>
      <ul className={css.items}>
        {pages.map((id) => (
          <Item
            key={id}
            to={{ page: id }}
            icon={PAGES[id].icon}
            label={strings.nav.pages[id]}
            current={route.page === id}
          />
        ))}
      </ul>
    </>
  );
}

function Item(props: {
  readonly to: Route;
  readonly icon: ComponentType;
  readonly label: string;
  readonly current: boolean;
  readonly count?: number;
  /** Whether a count above zero means that time has run out. */
  readonly alarming?: boolean;
  /** Whether the server stops counting at COUNT_LIMIT. */
  readonly capped?: boolean;
}) {
  const { nav, queue } = useSession().strings;
  const { to, icon: Icon, label, current, count, alarming, capped } = props;
  return (
    <li>
      <Link to={to} className={css.item} aria-current={current ? 'page' : undefined} title={label}>
        <span className={css.icon} aria-hidden>
          <Icon />
        </span>
        <span className={css.label}>{label}</span>
        {count !== undefined && (
          <span
            className={css.count}
            data-zero={count === 0 || undefined}
            data-alarming={alarming || undefined}
          >
            {count >= COUNT_LIMIT && capped ? queue.atLeast(COUNT_LIMIT) : count}
            <span className="visuallyHidden"> {nav.count(count).replace(/^\d+ /, '')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** As the server counts what is settled: this many mean as many or more. */
const COUNT_LIMIT = 1_000;

/** The counts come with every list; the last ones stand while the next list is on its way. */
function useCounts(): Partial<Pick<TicketList, 'counts' | 'groups'>> {
  const { view, filters } = useShownList();
  const { data } = useResource<TicketList>(paths.tickets(view, filters));
  const [kept, setKept] = useState(data);
  useEffect(() => {
    if (data) setKept(data);
  }, [data]);
  return data ?? kept ?? {};
}
