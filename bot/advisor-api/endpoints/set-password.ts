import { ApiFault } from '../errors';
import { endpoint } from '../endpoint';
import { setPasswordBody } from '../schemas';

/** POST /password: sets or changes her own password. Her other sessions end, their open streams included. */
export const setPassword = endpoint({
  method: 'post',
  path: '/password',
  summary: 'Set or change your own password',
  body: setPasswordBody,
  answer: null,
  async handle({ advisor, sessionToken, body, now }, { services, streams }) {
    const set = await services.advisors.setPassword({
      advisorId: advisor.id,
      current: body.current ?? null,
      next: body.next,
      keepSession: sessionToken,
      now,
    });
    if (!set.ok) {
      throw new ApiFault(
        set.fault.code === 'wrong-password' ? 'wrong-password' : `password-${set.fault.code}`,
      );
    }
    await streams.recheck(advisor.id);
    return { kind: 'nothing' };
  },
});
