import { openTestData, TEST_NOW, type TestData } from '../testing';
import { MOST_SAVED_VIEWS } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const JULIE = 'advisor-abc-1';
const add = async (name: string, position?: number, advisorId = JULIE) => {
  const added = await data.services.savedViews.add({
    advisorId,
    name,
    query: 'view=open&category=payment',
    position,
    now: TEST_NOW,
  });
  return added.ok ? added.value.id : added.fault.code;
};
const names = async (advisorId = JULIE) =>
  (await data.services.savedViews.of(advisorId)).map(({ name }) => name);

test('views are kept in the order their owner gives them', async () => {
  const ids = [await add('Paiements'), await add('Urgences'), await add('Coupons')];
  expect(await names()).toEqual(['Paiements', 'Urgences', 'Coupons']);
  await data.services.savedViews.order(JULIE, [ids[2] ?? '', 'unknown', ids[0] ?? '']);
  expect(await names()).toEqual(['Coupons', 'Paiements', 'Urgences']);
});

test('taking back a removal puts it where it was', async () => {
  await add('Paiements');
  const id = await add('Urgences');
  await add('Coupons');
  expect((await data.services.savedViews.remove(JULIE, id)).ok).toBe(true);
  expect(await names()).toEqual(['Paiements', 'Coupons']);
  await add('Urgences', 1);
  expect(await names()).toEqual(['Paiements', 'Urgences', 'Coupons']);
});

test('names are told apart whatever their case; renaming to itself is allowed', async () => {
  const id = await add('Échéances');
  expect(await add('échéances')).toBe('view-name-taken');
  const same = await data.services.savedViews.change({ advisorId: JULIE, id, name: 'ÉCHÉANCES' });
  expect(same.ok && same.value.name).toBe('ÉCHÉANCES');
});

test('what is somebody else’s does not exist', async () => {
  const id = await add('Miennes');
  const other = 'advisor-abc-2';
  expect(await names(other)).toEqual([]);
  expect(await data.services.savedViews.change({ advisorId: other, id, name: 'Prises' })).toMatchObject({
    fault: { code: 'not-found' },
  });
  expect(await data.services.savedViews.remove(other, id)).toMatchObject({ fault: { code: 'not-found' } });
  await data.services.savedViews.order(other, [id]);
  expect(await names()).toEqual(['Miennes']);
});

test('there is an end to it', async () => {
  for (let index = 0; index < MOST_SAVED_VIEWS; index += 1) await add(`Vue ${index}`);
  expect(await add('Une de trop')).toBe('too-many-views');
});
