import type { AppointmentView } from '../../../bot/advisor-api/contract';

/** What every dialog about an appointment is opened with. */
export interface AppointmentDialogProps {
  readonly appointment: AppointmentView;
  readonly byMail: boolean;
  readonly onClose: () => void;
}
