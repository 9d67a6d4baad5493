import { useState } from 'react';
import { useDeskDates, useSession } from '../context';
import type { AppointmentDialogProps } from './dialog-props';
import { DialogFrame, ReasonField, reasonOf } from './dialog-frame';
import { useAppointmentCommand } from './use-command';

/** Cancels an appointment, once it has been said what that means. */
export function CancelDialog({ appointment, byMail, onClose }: AppointmentDialogProps) {
  const { strings, now } = useSession();
  const dates = useDeskDates(appointment.desk);
  const { cancel } = strings.appointments;
  const command = useAppointmentCommand(appointment, byMail, onClose);
  const [reason, setReason] = useState('');
  const { personName: person, startsAt } = appointment;
  return (
    <DialogFrame
      title={cancel.title}
      leave={cancel.keep}
      confirm={cancel.confirm}
      ready
      busy={command.busy}
      fault={command.fault}
      onConfirm={() => void command.send('cancel', reasonOf(reason), cancel.done)}
      onClose={onClose}
    >
      <p>{cancel.text(person, dates.day(startsAt, now()), dates.time(startsAt))}</p>
      <ReasonField person={person} value={reason} onChange={setReason} />
    </DialogFrame>
  );
}
