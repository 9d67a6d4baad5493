import { namesOneOfHers, orderCancel, orderMove } from '../appointment/own';
import { orderIn } from '../appointment/own-order';
import type { FormStack } from '../form/bridge';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import { openFormRank } from './open-form';

/** An appointment of hers must be moved or cancelled: taken at any point, also in the middle of a form. */
export const ownAppointmentRank: Rank = {
  name: 'own-appointment',
  async take(scene, forms) {
    if (!isHers(scene)) return null;
    const { receipt, stack } = scene.state;
    const spokenOf =
      stack.length === 0 && (receipt?.form === 'appointment' || receipt?.form === 'reschedule');
    const order = orderIn(scene.turn.text, spokenOf);
    if (order === 'cancel') return isBooking(scene) ? cancelWhileBooking(scene, forms) : orderCancel(scene);
    // A form about an appointment hears "plutôt décaler à 15h" itself.
    return order === 'move' && !isBooking(scene) && !isMoving(scene) ? orderMove(scene, forms) : null;
  },
};

/** Only desk abc books, and only for those whom it knows (facts A053, A054). */
const isHers = ({ turn }: Scene): boolean =>
  turn.desk === 'abc' && turn.person !== null && turn.action === null && turn.text !== '';

const isBooking = ({ state }: Scene): boolean => state.stack.some(({ id }) => id === 'appointment');
const isMoving = ({ state }: Scene): boolean => state.stack.some(({ id }) => id === 'reschedule');

/** "Annule le rendez-vous" while she is booking one: that one, unless she names one that she has. */
async function cancelWhileBooking(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  if (await namesOneOfHers(scene)) return orderCancel(scene);
  return openFormRank.take(
    { ...scene, turn: { ...scene.turn, text: '', action: { type: 'cancel' } } },
    forms,
  );
}
