import { recordFacts } from '../../data/people/record-facts';
import type { Desk } from '../../data/desks/types';
import type { Person } from '../../data/people/types';
import type { Facts, Knowledge } from '../../knowledge/types';
import { localDate } from '../form/local-time';
import { namedIn, withoutNames } from '../form/name-signs';
import { lastMonth, namedMonth } from '../months';
import type { Records, Scene } from '../scene';

/** Whose records are looked at, when, and how names are found in her words. */
export interface FactSource {
  readonly person: Person | null;
  readonly records: Records;
  readonly desk: Desk;
  readonly now: Date;
  readonly matchNames: Knowledge['matchNames'];
}

/** What a scene's facts come from. */
export const sourceOf = ({ turn, records, desk, knowledge }: Scene): FactSource => ({
  person: turn.person,
  records,
  desk,
  now: turn.now,
  matchNames: (...parts) => knowledge.matchNames(...parts),
});

/**
 * What conditions of articles may name, for her and today: her records and the date in the desk's zone. The rules are the
 * organisation's, and so is the calendar by which they run (facts M087-M090: the 6th and the 7th are days of Paris).
 *
 * @param about her words: a student or a month named in them is the one whose facts count.
 * @param asked what she said when asked: `student.name` (null: none of her students) and `month` there win over her words.
 */
export async function collectFacts(source: FactSource, about: string, asked: Facts = {}): Promise<Facts> {
  const { person, records, desk, now } = source;
  const today = localDate(now, desk.zone);
  const base: Facts = {
    ...sessionFacts(asked),
    'today.iso': today,
    'today.last_month': lastMonth(today),
  };
  if (person === null) return base;
  const [assignments, coupons, students, invoices] = await Promise.all([
    records.assignments(),
    records.coupons(),
    records.students(),
    records.invoices(),
  ]);
  const found = namedIn(source.matchNames, about, students, ({ name }) => [name]);
  const [best, next] = found;
  // Two that fit equally are none.
  const inWords = best !== undefined && best.score > (next?.score ?? 0) ? best.candidate.name : undefined;
  const answered = asked['student.name'];
  const facts = recordFacts({
    person,
    assignments,
    coupons,
    students: answered === null ? [] : students,
    invoices,
    now,
    desk,
    studentName: typeof answered === 'string' ? answered : inWords,
    month: monthIn(asked) ?? namedMonth(withoutNames(about, found), today) ?? undefined,
  });
  return { ...facts, ...base };
}

/** The session's day, where what was asked or said of it is one. */
export function sessionFacts(asked: Facts): Facts {
  const date = asked['session.date'];
  return typeof date === 'string' && ISO_DAY.test(date) ? { 'session.on': date } : {};
}

const monthIn = ({ month }: Facts): string | null =>
  typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? month : null;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
