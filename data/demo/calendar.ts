import { DateTime } from 'luxon';

const ZONE = 'Europe/Paris';

/** Dates relative to the moment at which the demo data is created, in Paris. */
export interface DemoCalendar {
  readonly now: Date;
  /** A local time some days from now (negative: ago), for example at(-3, '17:00'). */
  at(days: number, time: string): Date;
  /** The date some days from now, as dates without a time are kept: at noon UTC, so that it is the same date in every zone. */
  day(days: number): Date;
  /** A month as 2026-11; 0 is the running one, -1 the last. */
  month(offset: number): string;
  /** A local time on a day of a month; days that a month does not have become its last. */
  dayOfMonth(offset: number, day: number, time: string): Date;
}

/** The demo's calendar. */
export function demoCalendar(now: Date): DemoCalendar {
  const today = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day');
  const timeOn = (day: DateTime, time: string): Date => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return day.set({ hour, minute }).toJSDate();
  };
  return {
    now,
    at: (days, time) => timeOn(today.plus({ days }), time),
    day: (days) => today.plus({ days }).setZone('UTC', { keepLocalTime: true }).set({ hour: 12 }).toJSDate(),
    month: (offset) => today.startOf('month').plus({ months: offset }).toFormat('yyyy-LL'),
    dayOfMonth(offset, day, time) {
      const month = today.startOf('month').plus({ months: offset });
      return timeOn(month.set({ day: Math.min(day, month.daysInMonth ?? 28) }), time);
    },
  };
}
