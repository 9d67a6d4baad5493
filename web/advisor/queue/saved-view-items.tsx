import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { lazy, Suspense, useState } from 'react';
import type { SavedView } from '../../../bot/advisor-api/contract-queue';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { hrefOf, queryOf, routeOfQuery } from '../lib/route';
import { Link } from '../parts/link';
import css from './nav.module.css';
import { moveView, removeView, renameView, updateView } from './saved-views';

const NameDialog = lazy(() => import('./name-dialog'));

/** Her saved views, each with what can be done to it; nothing where there are none. */
export function SavedViewItems() {
  const { strings } = useSession();
  const { data } = useResource<{ readonly views: readonly SavedView[] }>(paths.views);
  const [renaming, setRenaming] = useState<SavedView | null>(null);
  const session = useSession();
  const views = data?.views ?? [];
  if (views.length === 0) return null;
  return (
    <>
      <h2 className={css.heading}>{strings.queue.nav.saved}</h2>
      <ul className={css.items}>
        {views.map((view) => (
          <Item key={view.id} view={view} views={views} onRename={() => setRenaming(view)} />
        ))}
      </ul>
      {renaming && (
        <Suspense>
          <NameDialog
            title={strings.queue.saved.renameTitle}
            name={renaming.name}
            onClose={() => setRenaming(null)}
            onName={(name) => renameView(session, renaming, name)}
          />
        </Suspense>
      )}
    </>
  );
}

function Item(props: {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  readonly onRename: () => void;
}) {
  const { view, views } = props;
  const session = useSession();
  const { strings, route } = session;
  const { saved } = strings.queue;
  const to = routeOfQuery(view.query);
  const shown = route.page === 'queue' ? queryOf(route.view, route.filters) : null;
  const current = route.page === 'queue' && hrefOf({ ...route, ticket: null }) === hrefOf(to);
  const at = views.indexOf(view);
  return (
    <li className={css.savedItem}>
      <Link to={to} className={css.item} aria-current={current ? 'page' : undefined} title={view.name}>
        <span className={css.label}>{view.name}</span>
      </Link>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={css.savedMore} aria-label={saved.actions(view.name)}>
            <MoreHorizontalRegular aria-hidden />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={props.onRename}>{saved.rename}</MenuItem>
            <MenuItem
              disabled={shown === null || current}
              onClick={() => shown !== null && void updateView(session, view, shown)}
            >
              {saved.update}
            </MenuItem>
            <MenuItem disabled={at === 0} onClick={() => void moveView(session, views, view, -1)}>
              {saved.up}
            </MenuItem>
            <MenuItem
              disabled={at === views.length - 1}
              onClick={() => void moveView(session, views, view, 1)}
            >
              {saved.down}
            </MenuItem>
            <MenuItem onClick={() => void removeView(session, views, view)}>{saved.remove}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}
