import type { Facts, FactValue } from '../types';
import { todayFacts } from './dates';

/** The facts that conditions and texts may name besides those that an article asks for (docs/knowledge.md says what each means). */
export const KNOWN_FACTS: ReadonlySet<string> = new Set([
  'today.iso',
  'today.day',
  'today.weekday',
  'today.month',
  'today.last_month',
  'today.is_last_day_of_month',
  'today.days_left_in_month',
  'person.ssn',
  'person.iban',
  'person.days_since_start',
  'invoice.status',
  'invoice.status_on',
  'invoice.amount_cents',
  'invoice.number',
  'invoice.month',
  'invoice.issued_on',
  'invoice.paid_on',
  'invoice.days_since_issued',
  'invoice.days_since_paid',
  'invoice.last_month_call_received',
  'student.name',
  'student.path',
  'student.absences_in_a_row',
  'student.funding_ends_on',
  'student.path_ends_on',
  'student.in_list',
  'student.absence_dates',
  'student.last_absence_on',
  'student.justification_until',
  'student.justified',
  'student.cancellations_in_a_row',
  'students.active',
  'session.on',
  'coupons.last_month_late',
  'coupons.last_month',
  'coupons.this_month',
  'coupons.left',
  'coupons.month',
  'coupons.entered',
  'coupons.entered_count',
  'coupons.entered_late',
]);

/** Adds what follows from `today.iso`; an unreadable date adds nothing, so conditions on today do not hold. */
export function withTodayFacts(facts: Facts): Facts {
  const iso = facts['today.iso'];
  if (typeof iso !== 'string') return facts;
  try {
    return { ...todayFacts(iso), ...facts };
  } catch {
    return facts;
  }
}

/** What an expression is evaluated over: nested maps, null where nothing is known. */
export type ExpressionContext = { readonly [name: string]: unknown };

// CEL tells integers from doubles: a whole number of ours is its int.
const celValue = (value: FactValue | undefined): unknown =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : (value ?? null);

/**
 * Nests flat facts (`invoice.status`) for the expression library. Every name of `names` exists in the result, null when unknown.
 *
 * @param names the names that the expressions use.
 */
export function expressionContext(names: Iterable<string>, facts: Facts): ExpressionContext {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of names) {
    const path = name.split('.');
    const leaf = path.pop() ?? name;
    let at = root;
    for (const part of path) at = (at[part] ??= Object.create(null)) as Record<string, unknown>;
    at[leaf] = celValue(facts[name]);
  }
  return root;
}
