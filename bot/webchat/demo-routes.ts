import { z } from 'zod';
import { systemClock } from '../../data/clock';
import type { DeskService } from '../../data/desks/types';
import type { PeopleService } from '../../data/people/types';
import { refusal } from '../errors';
import { readJson, type Route } from '../http';
import { sendJson } from '../respond';
import type { SigningKeys } from '../signing-keys';
import { signIdentity } from './identity';

const BODY = z.object({ personId: z.string() });

export interface DemoDeps {
  readonly desks: DeskService;
  readonly people: PeopleService;
  readonly keys: SigningKeys;
}

/** What the sample portal stands on, in demo mode only: it plays a host page's server that vouches for its visitors. */
export function demoRoutes({ desks, people, keys }: DemoDeps): Route[] {
  return [
    {
      method: 'get',
      path: '/api/demo/people',
      summary: 'Demo mode: the desks and their people',
      async handler(_req, res) {
        const listed = await Promise.all(
          (await desks.all()).map(async (desk) => ({
            id: desk.id,
            name: desk.name,
            organisation: desk.organisation,
            people: (await people.ofDesk(desk.id)).map(({ id, displayName, firstName, zone }) => ({
              id,
              displayName,
              firstName,
              zone,
            })),
          })),
        );
        sendJson(res, 200, { desks: listed });
      },
    },
    {
      method: 'get',
      path: '/api/demo/records',
      summary: 'Demo mode: what the sample portal shows of a person',
      async handler(req, res) {
        const id = new URL(req.url ?? '/', 'http://localhost').searchParams.get('person') ?? '';
        const person = await people.find(id);
        if (person === null) throw refusal('unknown-person');
        const [assignments, students, invoices] = await Promise.all([
          people.assignments(id),
          people.students(id),
          people.invoices(id),
        ]);
        const { ssnState, ibanState } = person;
        sendJson(res, 200, { ssnState, ibanState, assignments, students, invoices });
      },
    },
    {
      method: 'post',
      path: '/api/demo/identity',
      summary: 'Demo mode: an identity token for a demo person',
      async handler(req, res) {
        const body = BODY.safeParse(await readJson(req, 4 * 1024));
        if (!body.success) throw refusal('BadArgument', 'Send { "personId": "..." }.');
        const person = await people.find(body.data.personId);
        if (person === null) throw refusal('unknown-person');
        const identity = await signIdentity(person.id, keys, systemClock.now());
        sendJson(res, 200, { identity, desk: person.deskId });
      },
    },
  ];
}
