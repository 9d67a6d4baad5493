import type { SavedView } from '../../../bot/advisor-api/contract-queue';
import type { Session } from '../context';
import { ApiFailure, post } from '../lib/api';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';

/** Sends a change of the saved views, then reads them again. @returns why it was refused; null when it is done. */
async function change(session: Session, path: string, body: object): Promise<string | null> {
  try {
    await post(path, body);
    return null;
  } catch (error) {
    const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
    return failureText(session.strings, failure);
  } finally {
    session.resources.refresh((shown) => shown === paths.views);
  }
}

/** Keeps what is shown under a name. @returns why not; null when it is done. */
export async function addView(session: Session, name: string, query: string): Promise<string | null> {
  const refused = await change(session, paths.views, { name, query });
  if (refused === null) session.notify({ text: session.strings.queue.saved.added(name) });
  return refused;
}

/** @returns why not; null when it is done. */
export const renameView = (session: Session, view: SavedView, name: string): Promise<string | null> =>
  change(session, `${paths.views}/${view.id}`, { name });

/** Gives a view the filters that are shown. */
export async function updateView(session: Session, view: SavedView, query: string): Promise<void> {
  const refused = await change(session, `${paths.views}/${view.id}`, { query });
  tell(session, refused, session.strings.queue.saved.updated(view.name));
}

/** Moves a view by one place. */
export async function moveView(
  session: Session,
  views: readonly SavedView[],
  view: SavedView,
  step: 1 | -1,
): Promise<void> {
  const ids = views.map(({ id }) => id);
  const at = ids.indexOf(view.id);
  ids.splice(at, 1);
  ids.splice(Math.max(0, at + step), 0, view.id);
  const refused = await change(session, `${paths.views}/order`, { ids });
  if (refused !== null) session.notify({ text: refused, tone: 'failure' });
}

/** Deletes a view; taking that back puts it where it was. */
export async function removeView(
  session: Session,
  views: readonly SavedView[],
  { id, name, query }: SavedView,
): Promise<void> {
  const position = views.findIndex((view) => view.id === id);
  const refused = await change(session, `${paths.views}/${id}/remove`, {});
  tell(session, refused, session.strings.queue.saved.removed(name), () => {
    void change(session, paths.views, { name, query, position });
  });
}

function tell(session: Session, refused: string | null, done: string, undo?: () => void): void {
  session.notify(refused === null ? { text: done, undo } : { text: refused, tone: 'failure' });
}
