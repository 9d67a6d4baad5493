import { setImmediate as otherWork } from 'node:timers/promises';
import type { SimilarCounts } from '../contract-queue';
import { endpoint } from '../endpoint';
import { textLikeness } from '../likeness';
import { similarCountsAnswer, similarCountsQuery } from '../schemas-queue';
import { similarTo } from '../similar';

/** Tickets that are compared, on all the topics together; the newest, when there are more. */
const MOST_COMPARED = 2_000;

/** GET /similar: which rows of the queue could be answered together with others. */
export const countSimilar = endpoint({
  method: 'get',
  path: '/similar',
  summary: 'How many tickets on the same topic say about the same, for some tickets',
  query: similarCountsQuery,
  answer: similarCountsAnswer,
  async handle({ query, scope }, { services }) {
    const rows = await services.relations.onTopicsOf(query.tickets, scope.deskIds, MOST_COMPARED);
    const counts: Record<string, number> = {};
    for (const id of new Set(query.tickets)) {
      const own = rows.find((row) => row.id === id);
      if (own === undefined) continue;
      const others = similarTo(own, rows, textLikeness).filter(({ similar }) => similar).length - 1;
      if (others > 0) counts[id] = others;
      // A topic of hundreds takes milliseconds a ticket: others are served in between.
      await otherWork();
    }
    const body: SimilarCounts = { counts };
    return { kind: 'json', body };
  },
});
