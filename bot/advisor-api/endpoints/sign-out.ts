import { endpoint } from '../endpoint';

/** POST /sign-out: ends the session, its open streams included. */
export const signOut = endpoint({
  method: 'post',
  path: '/sign-out',
  summary: 'End the session',
  answer: null,
  async handle({ req, sessionToken }, { endSession, streams }) {
    const cookieAway = await endSession(req);
    streams.closeSession(sessionToken);
    return { kind: 'nothing', headers: { 'set-cookie': cookieAway } };
  },
});
