import type { notificationsFr } from './strings-notifications.fr';

/** The English strings of the dialog of notifications: see strings.en.ts. */
export const notificationsEn: typeof notificationsFr = {
  title: 'Notifications',
  lead: (email) =>
    `A summary of what waits for you can be sent to ${email}. When nothing does, nothing is sent.`,
  noMails: 'No mail server is set up: these choices take effect once there is one.',
  digest: 'Summary by mail',
  modes: {
    daily: 'Every working day, when the desk opens',
    hourly: 'Every hour that the desk is open',
    off: 'Never',
  },
  saved: 'Choice saved.',
  close: 'Done',
};
