import type { Me } from '../contract';
import { endpoint } from '../endpoint';
import { meAnswer } from '../schemas';

/** GET /me: who is signed in, her desks and the colleagues who share one with her. */
export const me = endpoint({
  method: 'get',
  path: '/me',
  summary: 'Who is signed in',
  answer: meAnswer,
  async handle({ advisor, scope, now }, { services }) {
    const [desks, colleagues, hasPassword] = await Promise.all([
      services.desks.all(),
      services.advisors.ofDesks(scope.deskIds),
      services.advisors.hasPassword(advisor.id),
    ]);
    const body: Me = {
      id: advisor.id,
      name: advisor.name,
      email: advisor.email,
      role: advisor.role,
      hasPassword,
      desks: desks.filter(({ id }) => scope.allows(id)).map(({ id, name, zone }) => ({ id, name, zone })),
      now: now.toISOString(),
      colleagues: colleagues.map(({ id, name, deskIds }) => ({
        id,
        name,
        deskIds: deskIds.filter((deskId) => scope.allows(deskId)),
      })),
    };
    return { kind: 'json', body };
  },
});
