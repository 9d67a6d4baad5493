import { scheduleNotice } from '../notices/schedule';
import { ASSIGNMENT_PARTS, toAssignment } from '../people/service';
import { inTransaction, type Database } from '../prisma/database';
import { expectingLessons, reminderNow } from './reminders';
import { monthSpan } from './rules';
import { toCoupon } from './rows';

/**
 * Plans the reminders of month end that are near, for everybody whom they concern, once each. When one is due its words look at the records
 * again: who has entered a lesson meanwhile is not reminded.
 *
 * @returns how many people are to be reminded.
 */
export async function planReminders(db: Database, now: Date): Promise<number> {
  const zones = await db.person.findMany({
    where: { assignments: { some: { endedAt: null } } },
    select: { zone: true },
    distinct: ['zone'],
  });
  let planned = 0;
  for (const { zone } of zones) {
    const reminder = reminderNow(now, zone);
    if (reminder === null) continue;
    const { from, before } = monthSpan(reminder.month);
    const people = await db.person.findMany({
      where: { zone, assignments: { some: { endedAt: null } } },
      select: {
        id: true,
        assignments: { include: ASSIGNMENT_PARTS },
        coupons: { where: { startsAt: { gte: from, lt: before } } },
      },
    });
    for (const { id, assignments, coupons } of people) {
      const records = { assignments: assignments.map(toAssignment), coupons: coupons.map(toCoupon) };
      if (expectingLessons(records, reminder.month, now).length === 0) continue;
      planned += 1;
      await inTransaction(db, (tx) =>
        scheduleNotice(tx, {
          dedupeKey: `coupons:${id}:${reminder.month}:${reminder.daysLeft}`,
          target: { personId: id, conversationId: null },
          notice: { kind: 'coupons-not-entered', month: reminder.month, daysLeft: reminder.daysLeft },
          dueAt: reminder.dueAt,
          now,
        }),
      );
    }
  }
  return planned;
}
