import type { TicketSlot } from '../../knowledge/types';
import { localDate } from '../form/local-time';
import type { SlotChoice, SlotValue } from '../form/types';
import type { Messages } from '../messages.fr';
import { sayDate, sayEuros, sayMonth } from '../say';
import type { Scene } from '../scene';
import type { TicketEnv } from './env';
import { STUDENTS } from './spec';
import { lastMonth } from '../months';

/** Buttons are for what can be chosen at a glance; longer lists are typed. */
const MOST_CHOICES = 8;

/** What can be chosen for a slot. */
export function slotChoices(slot: TicketSlot, env: TicketEnv, scene: Scene): readonly SlotChoice[] {
  const { words, locale } = scene;
  switch (slot.kind) {
    case 'yes-no':
      return [
        { value: true, label: words.common.yes },
        { value: false, label: words.common.no },
      ];
    case 'choice':
      return (slot.choices ?? []).map((choice) => ({ value: choice, label: choice }));
    case 'student':
      return env.students.slice(0, MOST_CHOICES).map((name) => ({ value: name, label: name }));
    case 'assignment':
      return env.assignments.slice(0, MOST_CHOICES).map(({ label }) => ({ value: label, label }));
    case 'month': {
      const last = lastMonth(localDate(env.now, env.zone));
      return [last, lastMonth(`${last}-01`)].map((month) => ({
        value: month,
        label: sayMonth(month, locale),
      }));
    }
    default:
      return slot.name === STUDENTS && env.students.length > 0
        ? [{ value: env.students.join(', '), label: words.ticket.allStudents(env.students.length) }]
        : [];
  }
}

/** What an answer to a slot looks like. */
export function slotExample(slot: TicketSlot, { ticket }: Messages): string {
  switch (slot.kind) {
    case 'date':
      return ticket.dateExample;
    case 'month':
      return ticket.monthExample;
    case 'yes-no':
      return ticket.yesNoExample;
    case 'choice':
    case 'student':
    case 'assignment':
      return ticket.choiceExample;
    case 'attachment':
      return ticket.fileExample;
    default:
      return ticket.textExample;
  }
}

/** A slot's value as she and the advisor read it. */
export function displaySlot(
  name: string,
  value: SlotValue,
  env: TicketEnv,
  { words, locale, turn }: Scene,
): string {
  const found = env.slots.find((slot) => slot.name === name);
  const kind = found?.kind;
  const recorded = recordedValue(found?.from, value, words);
  if (recorded !== null) return recorded;
  if (found?.from === 'invoice.amount_cents' && typeof value === 'number') return sayEuros(value, locale);
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  const text = String(value);
  if (kind === 'month' && /^\d{4}-\d{2}$/.test(text)) return sayMonth(text, locale);
  if (/^\d{4}-\d{2}-\d{2}(?: \d{4}-\d{2}-\d{2})*$/.test(text)) {
    return text
      .split(' ')
      .map((day) => sayDate(day, locale, turn.now))
      .join(', ');
  }
  return text;
}

/** A state of the records in words. */
function recordedValue(fact: string | undefined, value: SlotValue, { checks }: Messages): string | null {
  const states: Readonly<Record<string, string>> =
    fact === 'invoice.status'
      ? checks.invoiceStatus
      : fact === 'person.ssn' || fact === 'person.iban'
        ? { present: checks.present, missing: checks.missing, provisional: checks.provisional }
        : fact === 'coupons.entered'
          ? { none: checks.noCoupon }
          : {};
  // A value is her own text: "constructor" is none of the states.
  return Object.hasOwn(states, String(value)) ? (states[String(value)] ?? null) : null;
}
