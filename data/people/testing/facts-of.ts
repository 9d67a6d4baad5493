import { DateTime } from 'luxon';
import { recordFacts, type Records } from '../record-facts';
import type { Person } from '../types';

/** An instant by the clock of Paris. */
export const at = (local: string): Date => DateTime.fromISO(local, { zone: 'Europe/Paris' }).toJSDate();
export const NOW = at('2026-11-18T10:00');

/** A mentor of whom little is known. */
export const person: Person = {
  id: 'p',
  deskId: 'oc-mentor',
  displayName: 'Alice Perrin',
  firstName: 'Alice',
  email: null,
  phone: null,
  zone: 'Europe/Paris',
  locale: 'fr',
  advisorId: null,
  ssnState: 'provisional',
  ibanState: 'missing',
  startedAt: null,
};

/** The facts of a mentor with these records and no others, on a Wednesday morning in November. */
export const facts = (rest: Partial<Records> = {}) =>
  recordFacts({
    person,
    assignments: [],
    coupons: [],
    students: [],
    invoices: [],
    now: NOW,
    desk: { id: 'oc-mentor', zone: 'Europe/Paris' },
    ...rest,
  });
