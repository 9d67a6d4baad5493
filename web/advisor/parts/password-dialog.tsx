import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Me } from '../../../bot/advisor-api/contract';
import { useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import css from './password-dialog.module.css';

/** Sets or changes her own password. */
export default function PasswordDialog(props: { readonly onClose: () => void }) {
  const { me: atStart, strings, notify, resources } = useSession();
  const me = useResource<Me>('/me').data ?? atStart;
  const words = strings.passwordDialog;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await post('/password', me.hasPassword ? { current, next } : { next });
      resources.refresh((path) => path === '/me');
      notify({ text: words.done });
      props.onClose();
    } catch (error) {
      setFault(error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', strings.failure.offline));
    } finally {
      setBusy(false);
    }
  };
  const isCurrent = fault?.code === 'wrong-password';
  const message = fault === null ? undefined : fault.message || strings.failure.offline;

  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <form onSubmit={(event) => void save(event)}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={css.fields}>
              <p>{me.hasPassword ? words.lead.change : words.lead.set}</p>
              <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
              {me.hasPassword && (
                <Field label={words.current} required validationMessage={isCurrent ? message : undefined}>
                  <Input
                    type="password"
                    autoComplete="current-password"
                    value={current}
                    onChange={(_event, { value }) => setCurrent(value)}
                  />
                </Field>
              )}
              <Field
                label={words.next}
                hint={words.hint}
                required
                validationMessage={isCurrent ? undefined : message}
              >
                <Input
                  type="password"
                  autoComplete="new-password"
                  value={next}
                  onChange={(_event, { value }) => setNext(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={props.onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={busy || next === ''}>
                {words.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
