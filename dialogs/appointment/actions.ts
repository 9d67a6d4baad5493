import type { Choice } from '../reply';

/** What the buttons under an appointment order. */
export const APPOINTMENT_ACTIONS = {
  cancel: 'appointment-cancel:',
  cancelSurely: 'appointment-cancel-surely:',
  keep: 'appointment-keep:',
  move: 'appointment-move:',
} as const;

/** A button about one appointment. */
export const appointmentChoice = (
  order: keyof typeof APPOINTMENT_ACTIONS,
  appointmentId: string,
  label: string,
): Choice => ({ label, action: { type: 'choose', value: `${APPOINTMENT_ACTIONS[order]}${appointmentId}` } });

/** The button that books one. */
export const bookChoice = (label: string): Choice => ({
  label,
  action: { type: 'start-form', form: 'appointment' },
});

/** The order of a button about an appointment; undefined: another kind of button. */
export const appointmentOrderOf = ({ action }: Choice): string | undefined =>
  action.type === 'choose'
    ? Object.values(APPOINTMENT_ACTIONS).find((prefix) => action.value.startsWith(prefix))
    : undefined;
