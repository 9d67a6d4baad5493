import type { Clock } from '../../data/clock';
import type { CouponService } from '../../data/coupons/types';
import { errorFields, type Log } from '../log';

/** How often reminders are planned. They are planned a day ahead and once each, so that any hour of the day will do. */
const INTERVAL_MS = 3_600_000;

export interface CouponRemindersDeps {
  readonly coupons: Pick<CouponService, 'planReminders'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Plans the reminders of month end for tutors who have entered no lesson (data/coupons/reminders.ts says whom they concern). */
export function createCouponReminders({ coupons, clock, log }: CouponRemindersDeps): {
  start(): void;
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function plan(): Promise<void> {
    const people = await coupons.planReminders(clock.now());
    if (people > 0) log.info({ people }, 'coupon reminders planned');
  }

  const tick = (): void => {
    running = running.then(plan).catch((error: unknown) => {
      log.error(errorFields(error), 'coupon reminders could not be planned');
    });
  };

  return {
    start() {
      tick();
      timer = setInterval(tick, INTERVAL_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
