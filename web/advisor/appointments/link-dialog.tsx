import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../context';
import { hostOf } from '../lib/meeting-link';
import type { AppointmentDialogProps } from './dialog-props';
import { DialogFrame } from './dialog-frame';
import { useAppointmentCommand } from './use-command';

/** Sets or replaces where the two meet; whoever pastes an address sees first where it leads. */
export function LinkDialog({ appointment, byMail, onClose }: AppointmentDialogProps) {
  const { link, close } = useSession().strings.appointments;
  const command = useAppointmentCommand(appointment, byMail, onClose);
  const [url, setUrl] = useState(appointment.meetingUrl ?? '');
  const host = hostOf(url);
  const wrong = url.trim() !== '' && host === null;
  return (
    <DialogFrame
      title={link.title}
      leave={close}
      confirm={link.confirm}
      ready={host !== null && url.trim() !== appointment.meetingUrl}
      busy={command.busy}
      fault={command.fault}
      onConfirm={() => void command.send('link', { url: url.trim() }, link.done)}
      onClose={onClose}
    >
      <Field
        label={link.label}
        hint={link.hint}
        validationState={wrong ? 'error' : 'none'}
        validationMessage={wrong ? link.notOne : host === null ? undefined : link.leadsTo(host)}
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          value={url}
          placeholder="https://"
          onChange={(_event, { value }) => setUrl(value)}
        />
      </Field>
    </DialogFrame>
  );
}
