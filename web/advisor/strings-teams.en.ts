import type { Strings } from './strings.fr';

/** The English strings of the tab in Teams, and of a requester's account there. */
export const teamsEn: Strings['teams'] = {
  unlinked: {
    title: 'Link your Teams account',
    text: 'Teams knows who you are, but this account belongs to no advisor of Guichet yet. Give your Guichet address and password once: from then on this tab knows you.',
  },
  failed: {
    title: 'Teams could not tell who you are',
    text: 'Try again in a moment. If it goes on, open the queue in your browser and tell whoever administers Guichet.',
  },
  left: {
    title: 'Your session is closed',
    text: 'This tab shows nothing of the queue any more. Your Teams account stays linked: to come back, this button is enough, or open the tab again.',
  },
  link: 'Link my account',
  again: 'Sign in again with Teams',
  retry: 'Try again',
  browser: 'Open the queue in the browser',
  account: {
    title: 'Microsoft Teams',
    linked: (date) => `Account linked on ${date}`,
    notLinked: 'Account not linked',
    invite: 'Invite on Teams',
    again: 'New code',
    code: 'Code to pass on',
    hint: (date) =>
      `To be written to Guichet in Teams, in the private chat. It works once, until ${date}, and is not shown again.`,
    copy: 'Copy',
    copied: 'Copied',
  },
};
