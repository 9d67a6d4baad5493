import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useSession } from '../context';
import type { CaseDialogProps } from './dialogs';
import { useCall } from './use-call';
import { useCasework } from './use-casework';

/** Links a ticket to another one by its reference. */
export default function LinkDialog({ ticket, onClose }: CaseDialogProps) {
  const { link, cancel } = useSession().strings.casework;
  const [typed, setTyped] = useState('');
  const casework = useCasework();
  const call = useCall();
  const confirm = async (): Promise<void> => {
    const done = await call.run(() => casework.link(ticket, typed.trim().toUpperCase()).then(() => true));
    if (done) onClose();
  };
  return (
    <DialogFrame
      title={link.title}
      leave={cancel}
      confirm={link.confirm}
      ready={typed.trim() !== ''}
      busy={call.busy}
      fault={call.fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={css.lead}>{link.lead}</p>
      <Field label={link.field} hint={link.hint} required>
        <Input value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
    </DialogFrame>
  );
}
