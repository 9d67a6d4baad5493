import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import { useSession } from '../context';
import css from './dialogs.module.css';

const LONGEST_REASON = 500;

/** A change of an appointment: what is asked, what went wrong, and two ways out. */
export function DialogFrame(props: {
  readonly title: string;
  readonly leave: string;
  readonly confirm: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, leave, confirm, ready, busy, fault, onConfirm, onClose, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={css.fields}>
              {children}
              {fault !== null && (
                <p className={css.fault} role="alert">
                  {fault}
                </p>
              )}
            </DialogContent>
            <DialogActions>
              <Button className={css.oneLine} onClick={onClose}>
                {leave}
              </Button>
              <Button
                className={css.oneLine}
                type="submit"
                appearance="primary"
                disabledFocusable={busy || !ready}
              >
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** Why, in the advisor's words; the tutor reads them. */
export function ReasonField(props: {
  readonly person: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { appointments: words } = useSession().strings;
  return (
    <Field label={words.reason} hint={words.reasonHint(props.person)}>
      <Textarea
        value={props.value}
        maxLength={LONGEST_REASON}
        rows={2}
        onChange={(_event, { value }) => props.onChange(value)}
      />
    </Field>
  );
}

/** A reason as it is sent: none rather than an empty one. */
export const reasonOf = (text: string): { readonly reason?: string } =>
  text.trim() === '' ? {} : { reason: text.trim() };
