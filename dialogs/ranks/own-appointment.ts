import { appointmentOrderOf } from '../appointment/actions';
import { cannotCome, namesOneOfHers, orderCancel, orderMove } from '../appointment/own';
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
    const order = orderIn(scene.turn.text, isSpokenOf(scene));
    if (order === 'cannot') return isBooking(scene) || isMoving(scene) ? null : cannotCome(scene);
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

/** Whether an appointment was the last thing done or shown: "le décaler" means it. */
const isSpokenOf = ({ state }: Scene): boolean =>
  state.stack.length === 0 &&
  (state.receipt?.form === 'appointment' ||
    state.receipt?.form === 'reschedule' ||
    state.offered.some((choice) => appointmentOrderOf(choice) !== undefined));

/** "Annule le rendez-vous" while she is booking one: that one, unless she names one that she has. */
async function cancelWhileBooking(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  if (await namesOneOfHers(scene)) return orderCancel(scene);
  return openFormRank.take(
    { ...scene, turn: { ...scene.turn, text: '', action: { type: 'cancel' } } },
    forms,
  );
}
