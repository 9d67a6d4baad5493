import { openData } from '../open';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { ReportAnswers } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

/** Sofiane has one coupon left with Jules: his end report is due. */
const JULES = { personId: 'abc-sofiane', assignmentId: 'assignment-petit', kind: 'end' } as const;
const FULL: ReportAnswers = {
  workedOn: 'le prétérit',
  level: 'solide',
  difficulties: 'aucune',
  goals: 'tenir une conversation',
  nextSteps: 'lire une page par jour',
};

const draft = (set: ReportAnswers, rest: object = {}) =>
  data.services.reports.saveDraft({ ...JULES, set, clear: [], now: TEST_NOW, ...rest });
const handIn = (answers: ReportAnswers = FULL, now = TEST_NOW) =>
  data.services.reports.handIn({ ...JULES, answers, now });
const stored = async () =>
  (await data.services.reports.ofPerson('abc-sofiane')).filter(
    ({ assignmentId, kind }) => assignmentId === 'assignment-petit' && kind === 'end',
  );
const endReport = async () =>
  (await data.services.people.assignments('abc-sofiane')).find(({ id }) => id === 'assignment-petit')
    ?.endReport;

it('every answer is kept at once, and survives a restart', async () => {
  await draft({ workedOn: 'le prétérit' });
  await draft({ level: 'solide' });
  const second = await openData({ url: data.url });
  expect(await second.services.reports.ofPerson('abc-sofiane')).toContainEqual({
    assignmentId: 'assignment-petit',
    kind: 'end',
    status: 'draft',
    answers: { workedOn: 'le prétérit', level: 'solide' },
    updatedAt: TEST_NOW,
    doneAt: null,
  });
  await second.close();
  expect(await endReport()).toBe('draft');
});

it('two windows that answer different questions at once lose nothing', async () => {
  await Promise.all(Object.entries(FULL).map(([question, value]) => draft({ [question]: value })));
  expect(await stored()).toMatchObject([{ answers: FULL }]);
});

it('an answer taken back is gone, the others stay; the same change again changes nothing', async () => {
  await draft({ workedOn: 'x', level: 'y' });
  await draft({}, { clear: ['level'] });
  expect(await draft({}, { clear: ['level'], now: new Date(TEST_NOW.getTime() + 1000) })).toMatchObject({
    value: { answers: { workedOn: 'x' }, updatedAt: TEST_NOW },
  });
});

it('is handed in once, however often it is sent', async () => {
  await draft({ workedOn: 'un brouillon' });
  const results = await Promise.all(Array.from({ length: 10 }, () => handIn()));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await stored()).toMatchObject([{ status: 'done', answers: FULL, doneAt: TEST_NOW }]);
  expect(await endReport()).toBe('done');
});

it('what is handed in is not changed any more', async () => {
  await handIn();
  const later = new Date(TEST_NOW.getTime() + 60_000);
  expect(await handIn({ ...FULL, level: 'autre' }, later)).toMatchObject({
    fault: { code: 'already-done', report: { answers: FULL } },
  });
  expect(await draft({ level: 'autre' })).toMatchObject({ fault: { code: 'already-done' } });
  expect(await stored()).toMatchObject([{ answers: FULL, doneAt: TEST_NOW }]);
});

it('with its end report the last coupon can be entered', async () => {
  const lesson = {
    idempotencyKey: 'k',
    personId: 'abc-sofiane',
    draft: {
      assignmentId: 'assignment-petit',
      startsAt: new Date('2026-11-17T13:00:00Z'),
      endsAt: new Date('2026-11-17T14:00:00Z'),
    },
    now: TEST_NOW,
  };
  expect(await data.services.coupons.enter(lesson)).toMatchObject({ fault: { code: 'end-report-due' } });
  await handIn();
  expect(await data.services.coupons.enter(lesson)).toMatchObject({ ok: true });
});

it.each([
  ['not hers', { personId: 'abc-camille' }, { code: 'unknown-assignment' }],
  ['nobody’s', { assignmentId: 'nothing' }, { code: 'unknown-assignment' }],
  [
    'the first coupon has not come',
    { personId: 'abc-thomas', assignmentId: 'assignment-durand', kind: 'start' as const },
    { code: 'not-open' },
  ],
  [
    'more than one coupon is left',
    { personId: 'abc-camille', assignmentId: 'assignment-martin' },
    { code: 'not-open' },
  ],
])('%s: refused, draft and hand-in', async (_, ref, fault) => {
  expect(await draft({ level: 'x' }, ref)).toEqual({ ok: false, fault });
  expect(await data.services.reports.handIn({ ...JULES, ...ref, answers: FULL, now: TEST_NOW })).toEqual({
    ok: false,
    fault,
  });
});

it('one with questions open is not handed in, and says which', async () => {
  expect(await handIn({ ...FULL, goals: ' ', nextSteps: undefined })).toEqual({
    ok: false,
    fault: { code: 'incomplete', missing: ['goals', 'nextSteps'] },
  });
  expect(await stored()).toEqual([]);
});
