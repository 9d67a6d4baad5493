import { join } from 'node:path';
import type { Desk } from '../../data/desks/types';
import type { Invoice, Person, Student } from '../../data/people/types';
import { createKnowledge } from '../../knowledge/create';
import type { Facts } from '../../knowledge/types';
import { collectFacts } from './facts';

/** Both sides of every date that decides, at the instant and by the records: what she is shown, and from when writing makes sense. */
const ROOT = join(__dirname, '..', '..');
const knowledge = createKnowledge({
  dir: join(ROOT, 'knowledge'),
  cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
});
const desk = { id: 'oc-mentor', zone: 'Europe/Paris' } as Desk;

interface Her {
  readonly invoices?: readonly Partial<Invoice>[];
  readonly students?: readonly Partial<Student>[];
  readonly zone?: string;
}

async function shown(topicId: string, at: string, her: Her = {}, asked: Facts = {}) {
  const none = () => Promise.resolve([]);
  const facts = await collectFacts(
    {
      person: {
        zone: her.zone ?? 'Europe/Paris',
        ssnState: 'present',
        ibanState: 'present',
        startedAt: null,
      } as Person,
      records: {
        assignments: none,
        coupons: none,
        invoices: () => Promise.resolve((her.invoices ?? []) as readonly Invoice[]),
        students: () =>
          Promise.resolve(
            (her.students ?? []).map((one) => ({ sessions: [], active: true, ...one }) as Student),
          ),
      },
      desk,
      now: new Date(at),
      matchNames: (...parts) => knowledge.matchNames(...parts),
    },
    '',
    asked,
  );
  const answer = knowledge.answer(topicId, 'fr', { ...facts, ...asked });
  return answer?.kind === 'answer'
    ? { branch: answer.branchId, from: answer.date?.iso ?? null }
    : answer?.fact.name;
}

describe.each(['oc-mentor', 'oc-coach'])(
  '%s: the invoicing call (M089-M090, C043-C044), by the calendar of Paris',
  (role) => {
    test.each([
      ['the 1st, 00:00', '2026-11-30T23:00:00Z', 'wait', '2026-12-07'],
      ['the 6th, 23:59', '2026-12-06T22:59:00Z', 'wait', '2026-12-07'],
      ['the 7th, 00:00', '2026-12-06T23:00:00Z', 'write', null],
      ['the last day of the month, 23:59', '2026-12-31T22:59:00Z', 'write', null],
      ['the 6th, 23:59 in summer time', '2027-06-06T21:59:00Z', 'wait', '2027-06-07'],
      ['29 February', '2028-02-29T12:00:00Z', 'write', null],
    ])('%s', async (_, at, branch, from) => {
      expect(await shown(`${role}.invoice-call-late`, at)).toEqual({ branch, from });
    });

    test('it is the 7th on Réunion, still the 6th where the call is sent', async () => {
      const her = { zone: 'Indian/Reunion' };
      expect(await shown(`${role}.invoice-call-late`, '2026-12-06T21:00:00Z', her)).toMatchObject({
        branch: 'wait',
      });
    });
  },
);

describe.each(['oc-mentor', 'oc-coach'])('%s: the payment (M091-M095, C038-C041)', (role) => {
  const paid = (at: string): Her => ({
    invoices: [{ month: '2026-11', status: 'paid', paidAt: new Date(at) }],
  });
  const issued = (at: string): Her => ({
    invoices: [{ month: '2026-11', status: 'in-progress', issuedAt: new Date(at) }],
  });

  test.each([
    ['a week ago is not more than a week', paid('2026-12-02T10:00:00Z'), 'paid-wait', '2026-12-10'],
    ['paid this minute', paid('2026-12-09T09:00:00Z'), 'paid-wait', '2026-12-17'],
    ['eight days ago', paid('2026-12-01T22:59:00Z'), 'paid-write', null],
    ['thirty days in progress', issued('2026-11-09T10:00:00Z'), 'in-progress-wait', '2026-12-10'],
    ['thirty-one days in progress', issued('2026-11-08T22:59:00Z'), 'in-progress-write', null],
    [
      'the call waits for her',
      { invoices: [{ month: '2026-11', status: 'call-sent' }] } as Her,
      'call-to-accept',
      null,
    ],
    ['no invoice, the 9th', {}, 'no-invoice', null],
  ])('%s', async (_, her, branch, from) => {
    expect(await shown(`${role}.payment-late`, '2026-12-09T11:00:00Z', her)).toEqual({ branch, from });
  });

  test('no invoice, the 6th at 23:59', async () => {
    expect(await shown(`${role}.payment-late`, '2026-12-06T22:59:00Z')).toEqual({
      branch: 'no-invoice-wait',
      from: '2026-12-07',
    });
  });
});

describe('planning a session', () => {
  const ends = new Date('2028-02-29T12:00:00Z');
  const mentors = { students: [{ name: 'Maya', fundingEndsOn: ends, pathEndsOn: null }] };
  const coaches = { students: [{ name: 'Maya', fundingEndsOn: null, pathEndsOn: ends }] };

  test.each([
    ['oc-mentor', mentors, '2028-02-29', 'still-stuck'],
    ['oc-mentor', mentors, '2028-03-01', 'after-funding'],
    ['oc-mentor', mentors, '2028-02-27', 'past-date'],
    ['oc-coach', coaches, '2028-02-29', 'still-stuck'],
    ['oc-coach', coaches, '2028-03-01', 'after-path'],
  ])('%s, ends on 29 February 2028, session %#: %s', async (role, her, day, branch) => {
    const asked = { 'session.date': day };
    expect(await shown(`${role}.session-planning`, '2028-02-28T12:00:00Z', her, asked)).toMatchObject({
      branch,
    });
  });

  test('the last day at 23:59, then the day after', async () => {
    const asked = { 'session.date': '2028-03-02' };
    expect(await shown('oc-mentor.session-planning', '2028-02-29T22:59:00Z', mentors, asked)).toMatchObject({
      branch: 'after-funding',
    });
    expect(await shown('oc-mentor.session-planning', '2028-02-29T23:00:00Z', mentors, asked)).toMatchObject({
      branch: 'funding-over',
    });
  });

  test('mentors are not held to the path, coaches not to the funding', async () => {
    const asked = { 'session.date': '2028-03-01', after_end: false };
    expect(await shown('oc-mentor.session-planning', '2028-02-28T12:00:00Z', coaches, asked)).toMatchObject({
      branch: 'still-stuck',
    });
    expect(await shown('oc-coach.session-planning', '2028-02-28T12:00:00Z', mentors, asked)).toMatchObject({
      branch: 'still-stuck',
    });
  });
});
