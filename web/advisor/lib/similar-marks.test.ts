import type { TicketStatus } from '../../../bot/advisor-api/contract';
import { SimilarMarks } from './similar-marks';

const AT = new Date('2026-11-18T09:00:00Z');
const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1_000);
const row = (id: string, topicId = 'abc.payment', version = 1, status: TicketStatus = 'open') => ({
  id,
  version,
  desk: 'abc',
  topicId,
  status,
});

let asked: (readonly string[])[];
let known: Record<string, number>;
let marks: SimilarMarks;
beforeEach(() => {
  asked = [];
  known = {};
  marks = new SimilarMarks(async (ids) => {
    asked.push(ids);
    return Object.fromEntries(Object.entries(known).filter(([id]) => ids.includes(id)));
  });
});

test('asks for what is in sight and still to be answered, once, and tells who listens', async () => {
  known = { a: 2 };
  let told = 0;
  marks.subscribe(() => (told += 1));
  const rows = [row('a'), row('b'), row('c', 'abc.payment', 1, 'solved')];
  await marks.show(rows, AT);
  await marks.show(rows, later(30));
  expect(asked).toEqual([['a', 'b']]);
  expect([...marks.snapshot()]).toEqual([['a', 2]]);
  expect(told).toBe(1);
});

test('a new row, or a changed one, is asked for with the others on its topic only', async () => {
  await marks.show([row('a'), row('b', 'abc.other')], AT);
  await marks.show([row('a'), row('b', 'abc.other'), row('c')], later(5));
  await marks.show([row('a'), row('b', 'abc.other', 2), row('c')], later(6));
  expect(asked).toEqual([['a', 'b'], ['a', 'c'], ['b']]);
});

test('a count that has gone takes its mark away; after a minute it is asked for again', async () => {
  known = { a: 2, b: 2 };
  await marks.show([row('a'), row('b')], AT);
  known = { b: 1 };
  await marks.show([row('a'), row('b')], later(60));
  expect(Object.fromEntries(marks.snapshot())).toEqual({ b: 1 });
});

test('a server that cannot tell leaves the marks as they were', async () => {
  known = { a: 2 };
  await marks.show([row('a')], AT);
  const failing = new SimilarMarks(() => Promise.reject(new Error('offline')));
  await failing.show([row('a')], AT);
  expect(failing.snapshot().size).toBe(0);
  expect(marks.snapshot().size).toBe(1);
});

test('no more than the server answers at once', async () => {
  await marks.show(
    Array.from({ length: 80 }, (_, index) => row(`t${index}`)),
    AT,
  );
  expect(asked[0]).toHaveLength(50);
});
