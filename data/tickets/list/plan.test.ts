import { Connection } from '../../prisma/sqlite-adapter';
import { openTestData, TEST_NOW, type TestData } from '../../testing';
import type { Prisma } from '../../prisma/generated/client';
import { groupsQuery, settledQuery } from './desk-counts';
import { PHASES } from './lanes';
import { phaseQuery } from './page';
import { QUEUE_SORTS, QUEUE_VIEWS, type QueueFilter } from './types';
import { filterOf } from './views';

/** No view may read a table or sort its rows: that would take seconds with 200,000 tickets. SQLite itself says how it would read. */
let data: TestData;
let connection: Connection;
beforeAll(async () => {
  data = await openTestData();
  const options = { busyTimeoutMs: 1_000, readOnly: true };
  connection = await Connection.open(data.url.replace('file:', ''), options);
});
afterAll(async () => {
  await connection.close();
  await data.close();
});

const ALL = ['abc', 'ogestion', 'oc-mentor', 'oc-coach'];
const AFTER = { phase: 0, key: TEST_NOW.toISOString(), id: 't1' };

async function planOf(query: Prisma.Sql): Promise<string[]> {
  const values = query.values.map((value) =>
    value instanceof Date ? value.toISOString() : (value as string),
  );
  const rows = await connection.all(`EXPLAIN QUERY PLAN ${query.sql}`, values);
  return rows.map(({ detail }) => String(detail));
}

const filterFor = (narrowed: Partial<QueueFilter> & { view: (typeof QUEUE_VIEWS)[number] }): QueueFilter =>
  filterOf(narrowed.view, { deskIds: ALL, ...narrowed }, 'advisor-abc-1', TEST_NOW);

const NARROWED: readonly (readonly [string, Partial<QueueFilter>])[] = [
  ['alone', {}],
  ['by category', { categories: ['payment'] }],
  ['by topic', { topicIds: ['abc.salary'] }],
  ['by team', { teamIds: ['team'] }],
  ['by assignee', { assigneeIds: ['advisor-abc-1'] }],
  ['by desk', { deskIds: ['abc'] }],
];

describe.each(QUEUE_VIEWS)('the view %s', (view) => {
  test.each(NARROWED)('%s reads no table whole', async (_how, narrowed) => {
    for (const sort of [undefined, ...QUEUE_SORTS]) {
      const filter = filterFor({ view, ...narrowed, ...(sort && { sort }) });
      for (const phase of PHASES[filter.sort].keys()) {
        for (const after of [null, { ...AFTER, phase }]) {
          const query = phaseQuery(filter, phase, after, 51);
          if (query === null) continue;
          const plan = await planOf(query);
          expect(plan.filter((step) => /SCAN "?(t|Ticket|p|Person|a|Advisor)"?\b/.test(step))).toEqual([]);
        }
      }
    }
  });
});

test.each(['open', 'waiting', 'solved', 'all'] as const)(
  'in %s every desk and state is read in order, and ends with the page',
  async (view) => {
    const filter = filterFor({ view });
    const plan = await planOf(phaseQuery(filter, 0, null, 51) ?? fail());
    const reads = plan.flatMap((step, index) =>
      /^SEARCH t USING INDEX Ticket_deskId/.test(step) ? [index] : [],
    );
    expect(reads.length).toBeGreaterThan(0);
    // Only rows of one instant are sorted, by their id. What the branches give, a page each, is sorted once more to merge it.
    for (const index of reads) expect(plan[index + 1]).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
  },
);

test('counts are read off indexes alone', async () => {
  for (const query of [groupsQuery('abc'), settledQuery('abc')]) {
    const plan = await planOf(query);
    const reads = plan.filter((step) => /\bTicket\b/.test(step));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.filter((step) => !step.includes('USING COVERING INDEX'))).toEqual([]);
  }
  expect((await planOf(groupsQuery('abc'))).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

const fail = (): never => {
  throw new Error('nothing to read');
};
