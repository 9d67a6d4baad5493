import { endpoint } from '../endpoint';
import { readFigures } from '../figures';
import { figuresAnswer, figuresQuery } from '../schemas-figures';

/** GET /figures: what happened on her desks, or on one of them, in some days. */
export const showFigures = endpoint({
  method: 'get',
  path: '/figures',
  summary: 'What happened on her desks in some days, beside as many days before',
  query: figuresQuery,
  answer: figuresAnswer,
  async handle({ query, scope, now }, parts) {
    return { kind: 'json', body: await readFigures(query, { scope, now }, parts) };
  },
});
