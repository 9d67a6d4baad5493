import type { Result } from '../../../data/result';
import type { SavedView, SavedViewFault } from '../../../data/views/types';
import { type Answer, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { addViewBody, changeViewBody, orderViewsBody, viewAnswer, viewListAnswer } from '../schemas-queue';

function answerOf(result: Result<SavedView, SavedViewFault>): Answer {
  if (!result.ok) throw new ApiFault(result.fault.code);
  return { kind: 'json', body: result.value };
}

/** GET /views: the caller's saved views. */
export const listViews = endpoint({
  method: 'get',
  audit: 'none',
  path: '/views',
  summary: 'Your saved views, in your order',
  answer: viewListAnswer,
  async handle({ advisor }, { services }) {
    return { kind: 'json', body: { views: await services.savedViews.of(advisor.id) } };
  },
});

/** POST /views: keeps filters under a name. */
export const addView = endpoint({
  method: 'post',
  audit: 'none',
  path: '/views',
  summary: 'Keep filters of the queue under a name',
  body: addViewBody,
  answer: viewAnswer,
  async handle({ advisor, body, now }, { services }) {
    return answerOf(await services.savedViews.add({ ...body, advisorId: advisor.id, now }));
  },
});

/** POST /views/order: puts them in an order. */
export const orderViews = endpoint({
  method: 'post',
  audit: 'none',
  path: '/views/order',
  summary: 'Put your saved views in an order',
  body: orderViewsBody,
  answer: viewListAnswer,
  async handle({ advisor, body }, { services }) {
    return { kind: 'json', body: { views: await services.savedViews.order(advisor.id, body.ids) } };
  },
});

/** POST /views/:id: gives it another name or other filters. */
export const changeView = endpoint({
  method: 'post',
  audit: 'none',
  path: '/views/:id',
  summary: 'Rename a saved view, or change its filters',
  body: changeViewBody,
  answer: viewAnswer,
  async handle({ advisor, params, body }, { services }) {
    return answerOf(
      await services.savedViews.change({ ...body, advisorId: advisor.id, id: params.id ?? '' }),
    );
  },
});

/** POST /views/:id/remove. */
export const removeView = endpoint({
  method: 'post',
  audit: 'none',
  path: '/views/:id/remove',
  summary: 'Remove a saved view',
  answer: viewAnswer,
  async handle({ advisor, params }, { services }) {
    return answerOf(await services.savedViews.remove(advisor.id, params.id ?? ''));
  },
});
