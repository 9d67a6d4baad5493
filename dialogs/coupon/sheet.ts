import type { FormView } from '../form/guided';
import { clockSlot, daySlot, type Sheet } from '../form/sheet';
import { CLOCK, type CouponEnv } from './form';

/** The coupon on one card: whose lesson, which day, from when to when. */
export const couponSheet = ({ env }: FormView<CouponEnv>): Sheet => ({
  slots: [
    {
      slot: 'assignment',
      kind: 'choice',
      choices: env.assignments.map(({ id, label }) => ({ value: id, label })),
      read: (raw) => (env.assignments.some(({ id }) => id === raw) ? raw : null),
      show: String,
    },
    daySlot('date'),
    clockSlot('start'),
    clockSlot('end'),
  ],
  // A clock time said before without being the start or the end is neither, once both stand there.
  settles: { [CLOCK]: '' },
});
