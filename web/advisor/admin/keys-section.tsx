import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NewWebchatKey, WebchatKeyView } from '../../../bot/advisor-api/contract-records';
import { DialogFrame } from '../appointments/dialog-frame';
import { useCall } from '../casework/use-call';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import { ColumnHeads } from '../parts/column-heads';
import { Loaded } from '../parts/loaded';
import { Message } from '../parts/states';
import { NewKeyDialog } from './new-key-dialog';
import { History } from './parts';
import css from './records.module.css';
import { ShownOnceDialog } from './shown-once-dialog';

const PATH = '/webchat-keys';

/** The keys with which host pages say who their visitor is. */
export default function KeysSection() {
  const { strings, resources } = useSession();
  const { keys: words } = strings.admin;
  const { data, failure } = useResource<{ readonly keys: readonly WebchatKeyView[] }>(PATH);
  const [open, setOpen] = useState<'new' | WebchatKeyView | null>(null);
  const [made, setMade] = useState<NewWebchatKey | null>(null);
  const refresh = (): void => resources.refresh((path) => path === PATH);
  const [emptyTitle = '', emptyText = ''] = words.empty;
  return (
    <>
      <div className={css.tools}>
        <Button appearance="primary" onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      </div>
      <Loaded data={data} failure={failure}>
        {({ keys }) =>
          keys.length === 0 ? (
            <Message title={emptyTitle} text={emptyText} />
          ) : (
            <KeyTable keys={keys} onRevoke={setOpen} />
          )
        }
      </Loaded>
      <History about="webchat-keys" />
      {open === 'new' && (
        <NewKeyDialog
          onMade={(key) => {
            setOpen(null);
            setMade(key);
            refresh();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <Revoke
          shown={open}
          onClose={() => {
            setOpen(null);
            refresh();
          }}
        />
      )}
      {made !== null && <Secret made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function KeyTable(props: {
  readonly keys: readonly WebchatKeyView[];
  readonly onRevoke: (key: WebchatKeyView) => void;
}) {
  const { strings, dates, me } = useSession();
  const { keys: words } = strings.admin;
  const now = useNow();
  const { columns } = words;
  return (
    <table className={page.table}>
      <ColumnHeads columns={columns} />
      <tbody>
        {props.keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" data-label={columns.label}>
              {key.label}
            </th>
            <td data-label={columns.desk}>{me.desks.find(({ id }) => id === key.desk)?.name ?? key.desk}</td>
            <td className={css.wide} data-label={columns.key}>
              <span>
                {key.id}
                <span className={page.quiet}>
                  {words.ends(key.ending)}, {words.print(key.fingerprint)}
                </span>
              </span>
            </td>
            <td data-label={columns.made}>
              <span>
                {dates.day(key.createdAt, now)}
                {key.createdBy !== null && <span className={page.quiet}>{words.by(key.createdBy)}</span>}
              </span>
            </td>
            <td data-label={columns.action}>
              {key.revokedAt === null ? (
                <Button
                  size="small"
                  aria-label={words.revokeOf(key.label)}
                  onClick={() => props.onRevoke(key)}
                >
                  {words.revoke}
                </Button>
              ) : (
                <span>
                  {words.revoked}
                  <span className={page.quiet}>{dates.day(key.revokedAt, now)}</span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one time that the secret is on a screen. */
function Secret({ made, onClose }: { readonly made: NewWebchatKey; readonly onClose: () => void }) {
  const { keys: words } = useSession().strings.admin;
  return (
    <ShownOnceDialog
      title={words.secretTitle}
      secret={made.secret}
      copy={words.copy}
      copied={words.copied}
      onClose={onClose}
    >
      <p>
        {words.secretText} <code>{made.key.id}</code>
      </p>
    </ShownOnceDialog>
  );
}

function Revoke({ shown, onClose }: { readonly shown: WebchatKeyView; readonly onClose: () => void }) {
  const { strings, notify } = useSession();
  const { keys: words } = strings.admin;
  const { busy, fault, run } = useCall();
  const revoke = async (): Promise<void> => {
    if ((await run(() => post<WebchatKeyView>(`${PATH}/${shown.id}/revoke`))) === null) return;
    notify({ text: words.revokedDone });
    onClose();
  };
  return (
    <DialogFrame
      title={words.revokeTitle(shown.label)}
      leave={words.cancel}
      confirm={words.revoke}
      ready
      busy={busy}
      fault={fault}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <p>{words.revokeText}</p>
    </DialogFrame>
  );
}
