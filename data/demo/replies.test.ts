import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_IDS } from '../desks/types';
import { fieldsIn } from '../replies/fields';
import { openTestData } from '../testing';
import { DEMO_REPLIES } from './replies';

const facts = new Map(
  readFileSync(join(__dirname, '..', '..', 'knowledge', 'facts.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([id = '', desk = '']) => [id, desk]),
);

test.each(DEMO_REPLIES.map((reply) => [`${reply.deskId}: ${reply.title}`, reply] as const))(
  '%s states facts of its desk, in fields that tickets have',
  (_, reply) => {
    for (const id of reply.facts) expect([id, facts.get(id)]).toEqual([id, reply.deskId]);
    expect(fieldsIn(reply.text).filter(({ known }) => !known)).toEqual([]);
    if (reply.facts.length === 0) expect(reply.text).not.toMatch(/\d/);
  },
);

test('every desk of the demo has a few', async () => {
  const data = await openTestData();
  for (const deskId of DESK_IDS)
    expect((await data.services.replies.list([deskId])).length).toBeGreaterThanOrEqual(3);
  await data.close();
});
