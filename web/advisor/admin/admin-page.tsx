import { Suspense } from 'react';
import { useSession } from '../context';
import page from '../pages/page.module.css';
import { Link } from '../parts/link';
import { Skeleton } from '../parts/states';
import css from './admin.module.css';
import { SECTIONS, sectionsFor } from './sections';

/** The administration: its sections beside each other, each under an address of its own. */
export default function AdminPage({ section }: { readonly section?: string }) {
  const { strings, me } = useSession();
  const { admin: words } = strings;
  const allowed = sectionsFor(me.role);
  const shown = allowed.find((id) => id === section) ?? allowed[0];
  if (shown === undefined) return null;
  const { content: Content } = SECTIONS[shown];
  return (
    <div className={page.page} role="region" aria-label={words.title} tabIndex={0}>
      <h1 className={page.title}>{words.title}</h1>
      <nav className={css.tabs} aria-label={words.sectionsLabel}>
        {allowed.map((id) => (
          <Link
            key={id}
            className={css.tab}
            to={{ page: 'admin', section: id }}
            aria-current={id === shown ? 'page' : undefined}
          >
            {words.sections[id].name}
          </Link>
        ))}
      </nav>
      <h2 className={css.heading}>{words.sections[shown].name}</h2>
      <p className={page.lead}>{words.sections[shown].lead}</p>
      <Suspense fallback={<Skeleton width="100%" height={160} />}>
        <Content key={shown} />
      </Suspense>
    </div>
  );
}
