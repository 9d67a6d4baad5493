import type { TicketList } from '../../../bot/advisor-api/contract';
import { Resources } from './resources';
import { TicketPages } from './ticket-pages';

const PAGE = 50;

/** A server with so many tickets; a cursor is the id that a page ends with. */
function serverWith(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `t${index}`);
  const asked: string[] = [];
  const read = (path: string): Promise<unknown> => {
    asked.push(path);
    const cursor = new URLSearchParams(path.split('?')[1]).get('cursor');
    const from = cursor === null ? 0 : ids.indexOf(cursor) + 1;
    const tickets = ids.slice(from, from + PAGE).map((id) => ({ id }));
    const next = from + PAGE < ids.length ? (tickets.at(-1)?.id ?? null) : null;
    return Promise.resolve({ tickets, next } as unknown as TicketList);
  };
  return { ids, asked, read };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function open(count: number) {
  const server = serverWith(count);
  const resources = new Resources(server.read);
  const pages = new TicketPages(
    resources,
    (cursor) => `/tickets?${cursor === null ? '' : `cursor=${cursor}`}`,
  );
  const close = pages.subscribe(() => undefined);
  await settle();
  const shown = () => pages.snapshot().rows?.map(({ id }) => id);
  return { ...server, resources, pages, close, shown };
}

test('the next page is read before its rows are needed, and no further', async () => {
  const { pages, shown, asked, ids } = await open(500);
  expect(shown()).toEqual(ids.slice(0, 50));
  pages.show(0, 15);
  await settle();
  expect(asked).toHaveLength(1);
  pages.show(10, 25);
  await settle();
  expect(shown()).toEqual(ids.slice(0, 100));
  expect(pages.snapshot().more).toBe(true);
});

test('scrolled to its end, a list is whole', async () => {
  const { pages, shown, ids } = await open(220);
  for (let last = 20; last < 220; last += 20) {
    pages.show(last - 15, last);
    await settle();
  }
  expect(shown()).toEqual(ids);
  expect(pages.snapshot().more).toBe(false);
});

test('what arrives at the top pushes nothing out of sight', async () => {
  const { pages, shown, ids, resources } = await open(150);
  pages.show(30, 45);
  await settle();
  ids.unshift('fresh');
  resources.refresh();
  await settle();
  expect(shown()).toEqual(ids.slice(0, 100));
});

test('a list that has become shorter loses its last pages', async () => {
  const { pages, shown, ids, resources } = await open(90);
  pages.show(30, 45);
  await settle();
  expect(shown()).toHaveLength(90);
  ids.splice(0, 60);
  resources.refresh();
  await settle();
  expect(shown()).toEqual(ids);
});

test('pages far from sight are not read again', async () => {
  const { pages, asked, resources } = await open(1_000);
  for (let last = 20; last < 400; last += 20) {
    pages.show(last - 15, last);
    await settle();
  }
  asked.length = 0;
  resources.refresh();
  await settle();
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('after the last look nothing is read any more', async () => {
  const { asked, close, resources } = await open(100);
  close();
  asked.length = 0;
  resources.refresh();
  await settle();
  expect(asked).toEqual([]);
});
