import { endpoint } from '../endpoint';

/** POST /sign-out: ends the session, its open streams included. */
export const signOut = endpoint({
  method: 'post',
  path: '/sign-out',
  summary: 'End the session',
  answer: null,
  async handle({ req, sessionToken, advisor, now }, { endSession, streams, services }) {
    const cookieAway = await endSession(req);
    streams.closeSession(sessionToken);
    if (!(await services.advisors.isConnected(advisor.id, now))) {
      await services.holds.releaseAllOf(advisor.id, 'signed-out', now);
    }
    return { kind: 'nothing', headers: { 'set-cookie': cookieAway } };
  },
});
