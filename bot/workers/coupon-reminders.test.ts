import { fixedClock } from '../../data/clock';
import { silentLog } from '../log';
import { eventually } from '../testing/edge-fixture';
import { createCouponReminders } from './coupon-reminders';

const NOW = new Date('2026-12-28T07:00:00Z');

it('plans as soon as it starts, by the process clock', async () => {
  const asked: Date[] = [];
  const worker = createCouponReminders({
    coupons: { planReminders: async (now) => asked.push(now) },
    clock: fixedClock(NOW),
    log: silentLog,
  });
  worker.start();
  await worker.stop();
  expect(asked).toEqual([NOW]);
});

it('a database that does not answer is logged by the kind of error, and stops nothing', async () => {
  const errors: string[] = [];
  const worker = createCouponReminders({
    coupons: { planReminders: () => Promise.reject(new TypeError('with a name in it')) },
    clock: fixedClock(NOW),
    log: { ...silentLog, error: (fields, event) => void errors.push(`${event} ${JSON.stringify(fields)}`) },
  });
  worker.start();
  await eventually(
    () => errors.length,
    (count) => count === 1,
  );
  await worker.stop();
  expect(errors[0]).toContain('coupon reminders could not be planned');
});
