import type { RecordCheck } from '../../data/tickets/types';
import type { FactValue, Facts } from '../../knowledge/types';
import type { Messages } from '../messages.fr';
import { sayDate } from '../say';

type CheckReader = (facts: Facts, words: Messages, now: Date) => RecordCheck | null;

const known = (facts: Facts, name: string): Exclude<FactValue, null> | null => facts[name] ?? null;

const ssn: CheckReader = (facts, { checks }) => {
  const state = known(facts, 'person.ssn');
  if (state === null) return null;
  const detail =
    state === 'present' ? checks.present : state === 'provisional' ? checks.provisional : checks.missing;
  return { label: checks.ssn, outcome: state === 'present' ? 'ok' : 'problem', detail };
};

const iban: CheckReader = (facts, { checks }) => {
  const state = known(facts, 'person.iban');
  if (state === null) return null;
  const isPresent = state === 'present';
  return {
    label: checks.iban,
    outcome: isPresent ? 'ok' : 'problem',
    detail: isPresent ? checks.present : checks.missing,
  };
};

/** Fact A044: hours entered after the month's end are not paid the following month. */
const lateCoupons: CheckReader = (facts, { checks }) => {
  const late = known(facts, 'coupons.last_month_late');
  if (typeof late !== 'number') return null;
  return {
    label: checks.lateCoupons,
    outcome: late === 0 ? 'ok' : 'problem',
    detail: late === 0 ? checks.allOnTime : checks.lateCount(late),
  };
};

const invoice: CheckReader = (facts, { checks }) => {
  const status = known(facts, 'invoice.status');
  if (status !== 'none' && status !== 'call-sent' && status !== 'in-progress' && status !== 'paid')
    return null;
  const number = known(facts, 'invoice.number');
  return {
    label: checks.invoice,
    outcome: status === 'none' ? 'unknown' : 'ok',
    detail: [number, checks.invoiceStatus[status]].filter((part) => part !== null).join(' : '),
  };
};

const invoiceCall: CheckReader = (facts, { checks }) => {
  const received = known(facts, 'invoice.last_month_call_received');
  if (typeof received !== 'boolean') return null;
  return {
    label: checks.call,
    outcome: received ? 'ok' : 'problem',
    detail: received ? checks.received : checks.notReceived,
  };
};

const student: CheckReader = (facts, { checks }) => {
  const inList = known(facts, 'student.in_list');
  if (typeof inList !== 'boolean') return null;
  const name = known(facts, 'student.name');
  const detail = inList ? checks.inList : checks.notInList;
  return {
    label: checks.student,
    outcome: inList ? 'ok' : 'problem',
    detail: name === null ? detail : `${String(name)} : ${detail}`,
  };
};

const endDate =
  (fact: string, label: 'funding' | 'pathEnd'): CheckReader =>
  (facts, { checks }, now) => {
    const ends = known(facts, fact);
    if (typeof ends !== 'string') return null;
    const today = now.toISOString().slice(0, 10);
    return {
      label: checks[label],
      outcome: ends >= today ? 'ok' : 'problem',
      detail: sayDate(ends, 'fr', now),
    };
  };

const absences: CheckReader = (facts, { checks }) => {
  const count = known(facts, 'student.absences_in_a_row');
  return typeof count === 'number'
    ? { label: checks.absences, outcome: count >= 2 ? 'problem' : 'ok', detail: String(count) }
    : null;
};

/** What an advisor would look up first, by the ticket's category. */
const CHECKS: Readonly<Record<string, readonly CheckReader[]>> = {
  payment: [ssn, iban, lateCoupons, invoice, invoiceCall],
  invoicing: [invoice, invoiceCall],
  coupon: [lateCoupons],
  session: [
    student,
    endDate('student.funding_ends_on', 'funding'),
    endDate('student.path_ends_on', 'pathEnd'),
  ],
  'student-absent': [student, absences],
  transfer: [student],
};

/** The checks made against her records before a ticket is filed: only what the records really tell. */
export function recordChecks(
  category: string,
  facts: Facts,
  words: Messages,
  now: Date,
): readonly RecordCheck[] {
  return (CHECKS[category] ?? []).flatMap((check) => check(facts, words, now) ?? []);
}
