import type { FormView, Review } from '../form/guided';
import { localClock } from '../form/local-time';
import { sayClock } from '../say';
import { reopening } from './reopening';
import { parseSlot, type WhenEnv } from './when';

/** Keeps the chosen slot for her while she reads it back, and says until when. @param moving the appointment that moves there. */
export async function holdSlot(view: FormView<WhenEnv>, moving?: string): Promise<Review> {
  const { turn, services, words, zone, locale } = view.scene;
  const chosen = parseSlot(String(view.values['slot'] ?? ''));
  if (chosen === null || turn.person === null) return { kind: 'ok', notices: [] };
  const held = await services.appointments.hold({
    deskId: turn.desk,
    personId: turn.person.id,
    advisorId: chosen.advisorId,
    startsAt: new Date(chosen.startsAt),
    now: turn.now,
    ...(moving !== undefined && { moving }),
  });
  if (!held.ok) return { kind: 'reopen', ...reopening(held.fault) };
  const until = sayClock(localClock(held.value.expiresAt, zone), locale);
  return { kind: 'ok', notices: [words.appointment.heldUntil(until)] };
}
