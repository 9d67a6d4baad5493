import type { Clock } from '../../data/clock';
import { hoursAhead } from '../../data/calendar/opening-hours';
import { isDeskId, type DeskService } from '../../data/desks/types';
import type { Route } from '../http';
import { sendJson } from '../respond';
import { unknownDesk } from './unknown-desk';

export interface DeskRouteDeps {
  readonly desks: Pick<DeskService, 'find'>;
  readonly clock: Clock;
}

/** `GET /api/webchat/desk?desk=`: what the chat's header says of a desk: its hours of the next seven days, holidays and closures
 * taken out. `now` is the clock that its opening hours are read by. */
export function deskRoute({ desks, clock }: DeskRouteDeps): Route {
  return {
    method: 'get',
    path: '/api/webchat/desk',
    summary: 'A desk: its name, organisation and opening hours',
    async handler(req, res) {
      const id = new URL(req.url ?? '/', 'http://localhost').searchParams.get('desk');
      if (!isDeskId(id)) throw unknownDesk();
      const desk = await desks.find(id);
      const { name, organisation, zone } = desk;
      const now = clock.now();
      const openingHours = hoursAhead(desk, now);
      sendJson(res, 200, { id, name, organisation, zone, openingHours, now: now.toISOString() });
    },
  };
}
