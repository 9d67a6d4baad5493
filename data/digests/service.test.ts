import { connect } from '../prisma/database';
import { openTestData, type TestData } from '../testing';

let data: TestData;
beforeEach(async () => {
  data = await openTestData({ demo: false });
});
afterEach(() => data.close());

/** Wednesday 18 November 2026, by the clocks of Paris. */
const at = (time: string, day = '18'): Date => new Date(`2026-11-${day}T${time}:00+01:00`);

/** A desk that opens an hour after the others do. */
async function openLater(deskId: string): Promise<void> {
  const db = connect(data.url.replace(/^file:/, ''));
  const openingHours = { '3': [{ from: '10:00', to: '12:00' }], '4': [{ from: '10:00', to: '12:00' }] };
  await db.desk.update({ where: { id: deskId }, data: { openingHours } });
  await db.$disconnect();
}

const add = (deskIds: readonly ('abc' | 'oc-mentor')[]) =>
  data.services.advisors.add({
    name: 'Nadia',
    email: 'n@x.example',
    role: 'advisor',
    deskIds,
    now: at('08:00'),
  });

it('somebody of two desks that open one after the other gets one summary a day', async () => {
  await openLater('oc-mentor');
  await add(['abc', 'oc-mentor']);
  const planned: number[] = [];
  for (const time of ['08:59', '09:00', '10:00', '15:00']) {
    planned.push(await data.services.digests.watch(at(time), 10));
  }
  expect(planned).toEqual([0, 1, 0, 0]);
  expect(await data.services.digests.watch(at('09:00', '19'), 10)).toBe(1);
});

it('and one an hour while either of them is open, when she asked for that', async () => {
  await openLater('oc-mentor');
  const { id } = await add(['abc', 'oc-mentor']);
  await data.services.digests.setMode(id, 'hourly');
  const planned: number[] = [];
  for (const time of ['09:00', '09:59', '10:00', '10:30', '11:00', '13:00', '14:00', '18:00']) {
    planned.push(await data.services.digests.watch(at(time), 10));
  }
  expect(planned).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
});
