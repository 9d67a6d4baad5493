import { endpoint } from '../endpoint';

/** GET /events: what changes on her desks, as it happens. No ids of events: the screen refetches what it shows after a gap. */
export const streamEvents = endpoint({
  method: 'get',
  path: '/events',
  summary: 'What changes, as it happens',
  answer: 'event-stream',
  async handle({ advisor, sessionToken, req, res }, { streams }) {
    if (req.method === 'HEAD') return { kind: 'nothing' };
    streams.open(advisor, sessionToken, res);
    return { kind: 'taken' };
  },
});
