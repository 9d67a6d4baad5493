import type { RecordCheck } from '../../data/tickets/types';
import type { FactValue, Facts } from '../../knowledge/types';
import type { Scene } from '../scene';
import { sayDate, sayMonth } from '../say';

type CheckReader = (facts: Facts, scene: Scene) => RecordCheck | null;

const known = (facts: Facts, name: string): Exclude<FactValue, null> | null => facts[name] ?? null;

const textOf = (facts: Facts, name: string): string | null => {
  const value = known(facts, name);
  return typeof value === 'string' ? value : null;
};

/** Fact A020: without the number no wage can be approved. */
const ssn: CheckReader = (facts, { words: { checks } }) => {
  const state = known(facts, 'person.ssn');
  if (state === null) return null;
  const detail =
    state === 'present' ? checks.present : state === 'provisional' ? checks.provisional : checks.missing;
  return { label: checks.ssn, outcome: state === 'present' ? 'ok' : 'problem', detail };
};

const iban: CheckReader = (facts, { words: { checks } }) => {
  const state = known(facts, 'person.iban');
  if (state === null) return null;
  const isPresent = state === 'present';
  return {
    label: checks.iban,
    outcome: isPresent ? 'ok' : 'problem',
    detail: isPresent ? checks.present : checks.missing,
  };
};

/** Facts A042, A044: a lesson's coupon is entered by the end of its month; hours entered late are not paid the following month. */
const couponsOfMonth: CheckReader = (facts, { words: { checks }, locale }) => {
  const count = known(facts, 'coupons.entered_count');
  const late = known(facts, 'coupons.entered_late');
  const month = textOf(facts, 'coupons.month');
  if (typeof count !== 'number' || typeof late !== 'number' || month === null) return null;
  const label = checks.couponsOf(sayMonth(month, locale));
  if (count === 0) return { label, outcome: 'problem', detail: checks.noCoupon };
  return {
    label,
    outcome: late === 0 ? 'ok' : 'problem',
    detail: late === 0 ? checks.allOnTime(count) : checks.lateCount(late, count),
  };
};

/** Facts M091-M095, C038-C041: more than 30 days in progress, or more than a week after "paid", is no longer a normal delay. */
const isOverdue = (facts: Facts, status: string): boolean => {
  const days = known(facts, status === 'paid' ? 'invoice.days_since_paid' : 'invoice.days_since_issued');
  const limit = status === 'paid' ? 7 : 30;
  return (status === 'paid' || status === 'in-progress') && typeof days === 'number' && days > limit;
};

const invoice: CheckReader = (facts, { words: { checks }, locale, turn }) => {
  const status = known(facts, 'invoice.status');
  if (status !== 'none' && status !== 'call-sent' && status !== 'in-progress' && status !== 'paid')
    return null;
  const month = textOf(facts, 'invoice.month');
  const since = textOf(facts, 'invoice.status_on');
  const number = textOf(facts, 'invoice.number');
  const name = [number, month === null ? null : sayMonth(month, locale)].filter((part) => part !== null);
  const state = checks.invoiceStatus[status];
  const told = since === null ? state : checks.since(state, sayDate(since, locale, turn.now));
  return {
    label: checks.invoice,
    outcome: status === 'none' ? 'unknown' : 'ok',
    detail: [...name, told].join(', '),
  };
};

/** The same where the money is waited for. */
const payment: CheckReader = (facts, scene) => {
  const check = invoice(facts, scene);
  const isLate = isOverdue(facts, String(facts['invoice.status']));
  return check !== null && isLate ? { ...check, outcome: 'problem' } : check;
};

/** Facts M089, M090, C043, C044: until the 6th it is being prepared, from the 7th on it is missing. */
const CALL_MISSING_FROM = 7;

const invoiceCall: CheckReader = (facts, { words: { checks } }) => {
  const received = known(facts, 'invoice.last_month_call_received');
  if (typeof received !== 'boolean') return null;
  const day = Number(textOf(facts, 'today.iso')?.slice(8));
  return {
    label: checks.call,
    outcome: received ? 'ok' : day < CALL_MISSING_FROM ? 'unknown' : 'problem',
    detail: received ? checks.received : checks.notReceived,
  };
};

/** Facts M107, C051: a session is planned ahead, never after the fact. */
const sessionAhead: CheckReader = (facts, { words: { checks }, locale, turn }) => {
  const date = textOf(facts, 'session.date');
  const today = textOf(facts, 'today.iso');
  if (date === null || today === null) return null;
  const label = checks.sessionAhead;
  if (date === 'past' || date === 'future') {
    return {
      label,
      outcome: date === 'past' ? 'problem' : 'ok',
      detail: date === 'past' ? checks.past : checks.ahead,
    };
  }
  const day = sayDate(date, locale, turn.now);
  return { label, outcome: date < today ? 'problem' : 'ok', detail: day };
};

const studentInList: CheckReader = (facts, { words: { checks } }) => {
  const inList = known(facts, 'student.in_list');
  if (typeof inList !== 'boolean') return null;
  const name = textOf(facts, 'student.name');
  const detail = inList ? checks.inList : checks.notInList;
  return {
    label: checks.student,
    outcome: inList ? 'ok' : 'problem',
    detail: name === null ? detail : checks.named(name, detail),
  };
};

/** Facts M109 (mentors: end of funding) and C053 (coaches: end of path): the session's day, or today, against that end. */
const endDate =
  (fact: string, label: 'funding' | 'pathEnd'): CheckReader =>
  (facts, { words: { checks }, locale, turn }) => {
    const ends = textOf(facts, fact);
    const day = textOf(facts, 'session.on') ?? textOf(facts, 'today.iso');
    if (ends === null || day === null) return null;
    return {
      label: checks[label],
      outcome: day <= ends ? 'ok' : 'problem',
      detail: sayDate(ends, locale, turn.now),
    };
  };

const fields: CheckReader = (facts, { words: { checks } }) => {
  const filled = known(facts, 'fields_filled');
  if (typeof filled !== 'boolean') return null;
  return {
    label: checks.fields,
    outcome: filled ? 'ok' : 'problem',
    detail: filled ? checks.saidFilled : checks.notFilled,
  };
};

/** Fact M032: from the second absence in a row on the team has to know. */
const ABSENCES_TO_REPORT = 2;

const absences: CheckReader = (facts, { words: { checks } }) => {
  const count = known(facts, 'student.absences_in_a_row');
  if (typeof count !== 'number') return null;
  return {
    label: checks.absences,
    outcome: count >= ABSENCES_TO_REPORT ? 'problem' : 'ok',
    detail: String(count),
  };
};

const cancellations: CheckReader = (facts, { words: { checks } }) => {
  const count = known(facts, 'student.cancellations_in_a_row');
  if (typeof count !== 'number' || count === 0) return null;
  return { label: checks.cancellations, outcome: count > 1 ? 'problem' : 'ok', detail: String(count) };
};

/** Mentors plan until the end of funding, coaches until the end of the path (M109, C053). */
const FUNDING = endDate('student.funding_ends_on', 'funding');
const PATH = endDate('student.path_ends_on', 'pathEnd');

/** Topics whose checks she is shown with the answer, what is in order and what is not; a ticket on them carries the same. */
const OF_TOPIC: Readonly<Record<string, readonly CheckReader[]>> = {
  'abc.pay-missing': [ssn, iban, couponsOfMonth],
  'ogestion.payments': [iban],
  'ogestion.bank-details': [iban],
  'oc-mentor.payment-late': [payment, iban],
  'oc-coach.payment-late': [payment, iban],
  'oc-mentor.invoice-call-late': [invoiceCall, invoice, iban],
  'oc-coach.invoice-call-late': [invoiceCall, invoice, iban],
  'oc-mentor.invoice-dispute': [invoice],
  'oc-coach.invoice-dispute': [invoice],
  'oc-mentor.session-planning': [studentInList, sessionAhead, FUNDING],
  'oc-coach.session-planning': [studentInList, sessionAhead, PATH],
  'oc-mentor.student-absent': [studentInList, absences, cancellations],
};

/** The other topics' checks, for the advisor alone. */
const OF_CATEGORY: Readonly<Record<string, readonly CheckReader[]>> = {
  payment: [iban],
  invoicing: [invoice, invoiceCall],
  coupon: [couponsOfMonth],
  session: [studentInList, fields],
  'student-absent': [studentInList, absences, cancellations],
  transfer: [studentInList],
};

const read = (readers: readonly CheckReader[], facts: Facts, scene: Scene): readonly RecordCheck[] =>
  readers.flatMap((check) => check(facts, scene) ?? []);

/** The checks made against her records before a ticket is filed: only what the records, or she, really tell. */
export const recordChecks = (
  topicId: string,
  category: string,
  facts: Facts,
  scene: Scene,
): readonly RecordCheck[] => read(OF_TOPIC[topicId] ?? OF_CATEGORY[category] ?? [], facts, scene);

/** What is in order in her records and what is not, as a list under the answer; null where there is nothing to check for her. */
export function checklist(topicId: string, facts: Facts, scene: Scene): string | null {
  if (scene.turn.person === null) return null;
  const { checklist: said } = scene.words;
  const lines = read(OF_TOPIC[topicId] ?? [], facts, scene).map(
    ({ label, outcome, detail }) => `- ${said.line(said[outcome], label, plain(detail))}`,
  );
  return lines.length === 0 ? null : [said.title, ...lines].join('\n');
}

/** Names come from records: nothing in them is Markdown. */
const plain = (text: string): string => text.replace(/[*_`[\]<>#|~]/g, ' ').trim();
