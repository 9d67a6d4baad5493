import { redact } from '../../data/redaction';
import type { FormView } from '../form/guided';
import { daySlot, type Sheet } from '../form/sheet';
import type { AppointmentEnv } from './form';
import { ANY_TIME, parseWish, writeWish } from './wish';

/** The appointment on one card, up to the choice of a slot: that is a card of its own, once the day is known. */
export function appointmentSheet({ state, scene }: FormView<AppointmentEnv>): Sheet | null {
  if (state.asked === 'slot' || (state.asked === 'day' && state.reopened.includes('day'))) return null;
  const { appointment } = scene.words;
  const day = daySlot('day');
  return {
    slots: [
      {
        slot: 'channel',
        kind: 'choice',
        choices: [
          { value: 'teams', label: appointment.teams },
          { value: 'phone', label: appointment.phone },
        ],
        read: (raw) => (raw === 'teams' || raw === 'phone' ? raw : null),
        show: String,
      },
      { slot: 'phone', kind: 'text', read: (raw) => raw, show: String },
      { slot: 'subject', kind: 'text', read: (raw) => redact(raw), show: String },
      {
        ...day,
        read: (raw) => {
          const date = day.read(raw);
          const days = { from: String(date), to: String(date) };
          return date === null ? null : writeWish({ any: [{ ...ANY_TIME, days }], none: [], advisors: [] });
        },
        // A wish that is more than one day ("la semaine prochaine, plutôt le matin") has no place in a calendar field.
        show: (value) => {
          const wish = parseWish(String(value));
          const [only, ...others] = wish?.any ?? [];
          const isDay = only?.days?.from === only?.days?.to && only?.clock === null;
          return isDay && others.length === 0 && wish?.none.length === 0 ? (only.days?.from ?? null) : null;
        },
      },
    ],
  };
}
