import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import Bowser from 'bowser';
import { useState } from 'react';
import type { SessionView } from '../../../bot/advisor-api/contract-account';
import { useNow, useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { elapsed } from '../lib/dates';
import type { Strings } from '../strings.fr';
import css from './sessions-dialog.module.css';
import { FailurePage, failureText, Skeleton } from './states';

const PATH = '/sessions';

/** Where she is signed in; any other place can be signed out from here. */
export default function SessionsDialog(props: { readonly onClose: () => void }) {
  const { strings, resources, notify } = useSession();
  const { sessions: words } = strings;
  const { data, failure } = useResource<{ readonly sessions: readonly SessionView[] }>(PATH);
  const [busy, setBusy] = useState(false);
  const end = async (path: string, done: string): Promise<void> => {
    setBusy(true);
    try {
      await post(path, {});
      notify({ text: done });
    } catch (error) {
      const fault = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, fault), tone: 'failure' });
    }
    resources.refresh((each) => each === PATH);
    setBusy(false);
  };
  const others = data?.sessions.some(({ current }) => !current) ?? false;
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent aria-busy={!data && !failure}>
            <p>{words.lead}</p>
            {!data && !failure && <Skeleton width="100%" height={96} />}
            {!data && failure && (
              <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
            )}
            <ul className={css.list}>
              {data?.sessions.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  busy={busy}
                  onEnd={() => void end(`${PATH}/${session.id}/revoke`, words.ended)}
                />
              ))}
            </ul>
            {data && !others && <p>{words.onlyThis}</p>}
          </DialogContent>
          <DialogActions>
            {others && (
              <Button disabledFocusable={busy} onClick={() => void end(`${PATH}/revoke`, words.othersEnded)}>
                {words.endOthers}
              </Button>
            )}
            <Button appearance="primary" onClick={props.onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function SessionRow(props: {
  readonly session: SessionView;
  readonly busy: boolean;
  readonly onEnd: () => void;
}) {
  const { session, busy, onEnd } = props;
  const { strings } = useSession();
  const now = useNow();
  const { sessions: words } = strings;
  const name = browserOf(session.userAgent, words);
  const used = words.seen(strings.time.ago(elapsed(session.lastSeenAt ?? session.createdAt, now)));
  const opened = session.method === null ? '' : `, ${words.opened(words.methods[session.method])}`;
  return (
    <li className={css.session}>
      <span>
        <span className={css.name}>{name}</span>
        <span className={css.detail}>{used + opened}</span>
      </span>
      {session.current ? (
        <span className={css.mark}>{words.current}</span>
      ) : (
        <Button size="small" disabledFocusable={busy} aria-label={words.endLabel(name)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}

function browserOf(userAgent: string | null, words: Strings['sessions']): string {
  const { browser, os } = Bowser.parse(userAgent ?? ' ');
  if (!browser.name) return words.unknown;
  return os.name ? words.on(browser.name, os.name) : browser.name;
}
