import type { AppointmentFault } from '../../data/appointments/types';
import type { Reason } from '../form/types';

/** What is asked again when a slot could not be had, and why. */
export function reopening(fault: AppointmentFault): { readonly slot: string; readonly reason: Reason } {
  switch (fault.code) {
    case 'taken':
    case 'too-soon':
      return { slot: 'slot', reason: { code: fault.code } };
    case 'in-past':
    case 'closed':
      return { slot: 'day', reason: { code: fault.code } };
  }
}
