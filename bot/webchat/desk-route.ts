import type { Clock } from '../../data/clock';
import { isDeskId, type DeskService } from '../../data/desks/types';
import { queryOf } from '../channels/direct-line/conversation-routes';
import type { Route } from '../http';
import { sendJson } from '../respond';
import { unknownDesk } from './unknown-desk';

/** `GET /api/webchat/desk?desk=`: what the chat's header says of a desk before anybody has written. */
export function webChatDeskRoute(deps: { readonly desks: DeskService; readonly clock: Clock }): Route {
  return {
    method: 'get',
    path: '/api/webchat/desk',
    summary: 'The name and opening hours of a desk, and the time there',
    async handler(req, res) {
      const id = queryOf(req).get('desk');
      if (!isDeskId(id)) throw unknownDesk();
      const { name, organisation, zone, openingHours } = await deps.desks.find(id);
      sendJson(res, 200, { name, organisation, zone, openingHours, now: deps.clock.now().toISOString() });
    },
  };
}
