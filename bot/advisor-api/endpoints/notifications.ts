import { z } from 'zod';
import { DIGEST_MODES } from '../../../data/digests/rules';
import type { NotificationsView } from '../contract-account';
import { endpoint } from '../endpoint';

const view = z.object({ digest: z.enum(DIGEST_MODES), email: z.string(), mails: z.boolean() });

/** GET /notifications: how she hears by mail of what waits for her. */
export const showNotifications = endpoint({
  method: 'get',
  path: '/notifications',
  summary: 'How you hear by mail of what waits for you',
  answer: view,
  async handle({ advisor }, { services, mails }) {
    const digest = await services.digests.mode(advisor.id);
    const body: NotificationsView = { digest, email: advisor.email, mails };
    return { kind: 'json', body };
  },
});

/** POST /notifications: changes it. */
export const setNotifications = endpoint({
  method: 'post',
  path: '/notifications',
  summary: 'Choose how you hear by mail of what waits for you',
  body: z.strictObject({ digest: z.enum(DIGEST_MODES) }),
  answer: null,
  async handle({ advisor, body }, { services }) {
    await services.digests.setMode(advisor.id, body.digest);
    return { kind: 'nothing' };
  },
});
