import { join } from 'node:path';
import type { Invoice } from '../../data/people/types';
import { openTestData, type TestData } from '../../data/testing';
import { createKnowledge } from '../../knowledge/create';
import { fr } from '../messages.fr';
import { comeBack } from './come-back';
import type { Telling } from './telling';

const ROOT = join(__dirname, '..', '..');
const knowledge = createKnowledge({
  dir: join(ROOT, 'knowledge'),
  cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
});
const NOW = new Date('2026-12-09T08:00:00Z');

let data: TestData;
beforeAll(async () => {
  data = await openTestData();
});
afterAll(() => data.close());

/** Her records as they are on the day. */
async function telling(invoices: readonly Partial<Invoice>[], person = 'mentor-alice'): Promise<Telling> {
  const listener = {
    desk: 'oc-mentor',
    person: await data.services.people.find(person),
    locale: 'fr',
    now: NOW,
  } as const;
  const full = invoices.map((invoice, index) => ({
    id: String(index),
    number: 'F-1',
    month: '2026-10',
    amountCents: 1000,
    status: 'in-progress' as const,
    callSentAt: null,
    issuedAt: null,
    paidAt: null,
    ...invoice,
  }));
  const people = { ...data.services.people, invoices: () => Promise.resolve(full) };
  return { services: { ...data.services, people }, knowledge, listener, words: fr, locale: 'fr' };
}

const PAYMENT = {
  kind: 'come-back',
  topicId: 'oc-mentor.payment-late',
  query: 'pas payée',
  next: 'in-progress-write',
} as const;
const ISSUED = new Date('2026-11-08T09:00:00Z');

it('nothing has changed: it is asked, with a request ready', async () => {
  const reply = await comeBack(PAYMENT, await telling([{ issuedAt: ISSUED }]));
  expect(reply).toMatchObject({
    kind: 'text',
    text: expect.stringContaining('Est-ce réglé depuis ?') as string,
  });
  expect(reply?.choices.map(({ action }) => action)).toEqual([
    { type: 'choose', value: 'notice:settled' },
    { type: 'start-form', form: 'ticket', topicId: 'oc-mentor.payment-late' },
  ]);
});

it('the invoice was paid meanwhile: that is told, and not asked; coming back after the bank’s delay is offered', async () => {
  const paidAt = new Date('2026-12-07T10:00:00Z');
  const reply = await comeBack(PAYMENT, await telling([{ status: 'paid', issuedAt: ISSUED, paidAt }]));
  expect(reply).toMatchObject({ kind: 'answer', date: { value: 'mardi 15 décembre' } });
  expect(reply?.kind === 'answer' ? reply.body : '').toContain('a changé depuis');
  expect(reply?.choices[0]?.action).toEqual({
    type: 'choose',
    value: 'come-back:oc-mentor.payment-late=2026-12-15',
  });
});

it('the invoicing call has come meanwhile', async () => {
  const notice = {
    kind: 'come-back',
    topicId: 'oc-mentor.invoice-call-late',
    query: '',
    next: 'write',
  } as const;
  const called = await telling([
    { month: '2026-11', status: 'call-sent', callSentAt: new Date('2026-12-08T09:00:00Z') },
  ]);
  expect(await comeBack(notice, called)).toMatchObject({ kind: 'answer' });
  expect(await comeBack(notice, await telling([]))).toMatchObject({ kind: 'text' });
});

it('a first student has come meanwhile', async () => {
  const notice = {
    kind: 'come-back',
    topicId: 'oc-mentor.first-student-wait',
    query: '',
    next: 'write',
  } as const;
  expect(await comeBack(notice, await telling([]))).toMatchObject({ kind: 'answer' });
});

it('where the records do not decide, it is asked', async () => {
  const notice = {
    kind: 'come-back',
    topicId: 'oc-mentor.application-status',
    query: '',
    next: 'late',
  } as const;
  expect(await comeBack(notice, await telling([]))).toMatchObject({ kind: 'text' });
});

it('a topic that is no longer known is not spoken of', async () => {
  expect(await comeBack({ ...PAYMENT, topicId: 'oc-mentor.gone' }, await telling([]))).toBeNull();
});
