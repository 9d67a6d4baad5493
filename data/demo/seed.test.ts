import { DateTime } from 'luxon';
import { checkDraft } from '../coupons/rules';
import { DESK_IDS } from '../desks/types';
import { openData } from '../open';
import { openTestData, type TestData } from '../testing';

/** The demo must hold on any day of the year: month ends, leap day, changes of the hour, New Year, a Sunday, minutes after midnight. */
const DAYS = [
  '2026-11-18T10:00',
  '2026-12-01T00:05',
  '2026-12-31T23:59',
  '2027-01-01T08:00',
  '2027-03-01T09:00',
  '2027-03-28T03:30',
  '2027-03-31T12:00',
  '2027-10-31T12:00',
  '2028-02-29T12:00',
];

describe.each(DAYS)('started on %s', (local) => {
  const now = DateTime.fromISO(local, { zone: 'Europe/Paris' }).toJSDate();
  let data: TestData;
  beforeAll(async () => {
    data = await openTestData({ now });
  });
  afterAll(() => data.close());

  it('each desk has two advisors, the administrator, and at least three people', async () => {
    for (const deskId of DESK_IDS) {
      const advisors = await data.services.advisors.ofDesks([deskId]);
      expect(advisors.filter(({ role }) => role !== 'admin')).toHaveLength(2);
      expect(advisors.filter(({ id }) => id === 'advisor-admin')).toHaveLength(1);
      expect((await data.services.people.ofDesk(deskId)).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('no lesson was entered before it ended or after now, and late is what was entered late', async () => {
    for (const { id } of await data.services.people.ofDesk('abc')) {
      for (const coupon of await data.services.coupons.ofPerson(id)) {
        expect(coupon.createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(coupon.createdAt.getTime()).toBeGreaterThanOrEqual(coupon.endsAt.getTime());
        expect(coupon.late).toBe(id === 'abc-ines');
      }
    }
  });

  it('Camille can enter "cours avec Léa hier de 14h à 16h"', async () => {
    const yesterday = DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).minus({ days: 1 }).startOf('day');
    const assignments = await data.services.people.assignments('abc-camille');
    const lea = assignments.find(({ pupil }) => pupil === 'Léa') ?? null;
    const draft = {
      assignmentId: lea?.id ?? '',
      startsAt: yesterday.set({ hour: 14 }).toJSDate(),
      endsAt: yesterday.set({ hour: 16 }).toJSDate(),
    };
    const coupons = await data.services.coupons.ofPerson('abc-camille');
    expect(checkDraft(draft, { assignment: lea, coupons }, now)).toMatchObject({ ok: true });
  });

  it('Sofiane has exactly one coupon left on each assignment', async () => {
    const assignments = await data.services.people.assignments('abc-sofiane');
    expect(assignments.map(({ couponsTotal, couponsUsed }) => couponsTotal - couponsUsed)).toEqual([1, 1]);
    expect(assignments.map(({ endReport }) => endReport).sort()).toEqual(['done', 'none']);
  });

  it('his appointment is still to come, in opening hours', async () => {
    const [appointment] = await data.services.appointments.upcoming('abc-sofiane', now);
    expect(DateTime.fromJSDate(appointment?.startsAt ?? now, { zone: 'Europe/Paris' }).hour).toBe(14);
  });

  it('there is a slot to book within a week', async () => {
    const to = new Date(now.getTime() + 7 * 86_400_000);
    for (const deskId of DESK_IDS) {
      const query = { deskId, personId: 'nobody', from: now, to, now, limit: 1 };
      expect(await data.services.appointments.free(query)).toHaveLength(1);
    }
  });
});

it('is put in once: a second start changes nothing', async () => {
  const data = await openTestData();
  const before = await data.services.people.ofDesk('abc');
  const again = await openData({ url: data.url, demo: true });
  expect(await again.services.people.ofDesk('abc')).toEqual(before);
  await again.close();
  await data.close();
});
