import type { letterFr } from './letter.fr';

/** The English sentences of the mails about requests, to their requester and to advisors: see ../messages.en.ts. */
export const letterEn: typeof letterFr = {
  replyLetter: {
    subject: (reference, topic) => `[${reference}] Reply to your request: ${topic}`,
    again: (subject) => `Re: ${subject}`,
    lead: (organisation) => `${organisation} has replied to your request. You had left the chat:`,
    said: (who, text) => `${who}: ${text}`,
    labels: { reference: 'Request', topic: 'Topic' },
    inChat: 'To answer, open the chat where you wrote: the conversation waits for you there.',
    byMail: 'You can answer this message, or write in the chat where you wrote.',
    foot: (organisation) => `Message from Guichet for ${organisation}.`,
  },
  digest: {
    subject: (count) =>
      count === 1 ? 'A request is waiting for you' : `${count} requests are waiting for you`,
    lead: 'This is waiting for a reply from you:',
    labels: { mine: 'My requests', overdue: 'Overdue', unassigned: 'Unassigned' },
    line: (reference, topic, waiting) => `${reference}, ${topic}: waiting for ${waiting}`,
    hours: (count) => (count === 1 ? `${count} hour` : `${count} hours`),
    days: (count) => (count === 1 ? `${count} day` : `${count} days`),
    more: (count) => (count === 1 ? 'and one more' : `and ${count} more`),
    open: 'Open my queue',
    stop: 'To stop this summary, or to have it more often: the menu of your account, “Notifications”.',
  },
};
