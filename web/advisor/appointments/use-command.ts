import { useState } from 'react';
import type { AppointmentList, AppointmentView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { isAgenda, isSlots, paths } from '../lib/paths';
import { failureText } from '../parts/states';

/** A change of an appointment on its way, and why the last try failed. */
export interface AppointmentCommand {
  readonly busy: boolean;
  readonly fault: string | null;
  /** Sends it; on success says what was done and who hears of it, then closes the dialog. */
  send(action: 'move' | 'cancel' | 'link', body: object, done: string): Promise<void>;
}

export function useAppointmentCommand(
  appointment: AppointmentView,
  byMail: boolean,
  onDone: () => void,
): AppointmentCommand {
  const { resources, notify, strings } = useSession();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const again = (): void => resources.refresh((path) => isAgenda(path) || isSlots(path));

  return {
    busy,
    fault,
    async send(action, body, done) {
      setBusy(true);
      setFault(null);
      try {
        const path = `${paths.appointments}/${encodeURIComponent(appointment.id)}/${action}`;
        const changed = await post<AppointmentView>(path, { version: appointment.version, ...body });
        for (const agenda of resources.paths().filter(isAgenda)) {
          resources.update<AppointmentList>(agenda, (known) => ({
            ...known,
            appointments: known.appointments.map((one) => (one.id === changed.id ? changed : one)),
          }));
        }
        notify({ text: strings.appointments.told(done, appointment.personName, byMail) });
        onDone();
      } catch (error) {
        const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
        setFault(failureText(strings, failure));
      } finally {
        setBusy(false);
        again();
      }
    },
  };
}
