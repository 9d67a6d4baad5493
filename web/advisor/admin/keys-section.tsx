import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { NewWebchatKey, WebchatKeyView } from '../../../bot/advisor-api/contract-records';
import { DialogFrame } from '../appointments/dialog-frame';
import { useCall } from '../casework/use-call';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import { FailurePage, Message, Skeleton } from '../parts/states';
import css from './records.module.css';

const PATH = '/webchat-keys';
const LONGEST_LABEL = 80;

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
      {!data && !failure && <Skeleton width="100%" height={160} />}
      {!data && failure && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {data?.keys.length === 0 && <Message title={emptyTitle} text={emptyText} />}
      {data && data.keys.length > 0 && <KeyTable keys={data.keys} onRevoke={setOpen} />}
      {open === 'new' && (
        <NewKey
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
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
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

function NewKey(props: { readonly onMade: (key: NewWebchatKey) => void; readonly onClose: () => void }) {
  const { strings, me } = useSession();
  const { keys: words } = strings.admin;
  const [desk, setDesk] = useState(me.desks[0]?.id ?? '');
  const [label, setLabel] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, fault, run } = useCall();
  const missing = label.trim() === '';
  const create = async (): Promise<void> => {
    setChecked(true);
    if (missing) return;
    const made = await run(() => post<NewWebchatKey>(PATH, { desk, label: label.trim() }));
    if (made !== null) props.onMade(made);
  };
  return (
    <DialogFrame
      title={words.add}
      leave={words.cancel}
      confirm={words.create}
      ready
      busy={busy}
      fault={fault}
      onConfirm={() => void create()}
      onClose={props.onClose}
    >
      <Field label={words.desk}>
        <Select value={desk} onChange={(_event, { value }) => setDesk(value)}>
          {me.desks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={words.label}
        hint={words.labelHint}
        required
        validationState={checked && missing ? 'error' : 'none'}
        validationMessage={checked && missing ? words.labelMissing : undefined}
      >
        <Input value={label} maxLength={LONGEST_LABEL} onChange={(_event, { value }) => setLabel(value)} />
      </Field>
    </DialogFrame>
  );
}

/** The one time that the secret is on a screen. */
function Secret({ made, onClose }: { readonly made: NewWebchatKey; readonly onClose: () => void }) {
  const { strings, notify } = useSession();
  const { keys: words } = strings.admin;
  const copy = (): void => {
    void navigator.clipboard.writeText(made.secret).then(() => notify({ text: words.copied }));
  };
  return (
    <DialogFrame
      title={words.secretTitle}
      leave={words.copy}
      confirm={words.close}
      ready
      busy={false}
      fault={null}
      onConfirm={onClose}
      onClose={copy}
    >
      <code className={css.code} data-testid="secret">
        {made.secret}
      </code>
      <p>
        {words.secretText} <code>{made.key.id}</code>
      </p>
    </DialogFrame>
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
