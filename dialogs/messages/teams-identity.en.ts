import type { Messages } from '../messages.fr';

/** The English sentences about who somebody is on Teams, and about her files there. */
export const teamsIdentityEn: Pick<Messages, 'teamsIdentity'> = {
  teamsIdentity: {
    linked: (firstName) =>
      `Done, ${firstName}: your Teams account is linked to your record, and my answers take it into account. To unlink it, write "unlink my account". What can I do for you?`,
    already: (firstName) =>
      `Your Teams account is already linked to your record, ${firstName}. What can I do for you?`,
    fault: {
      unknown:
        "I don't recognise this code. Check it in your advisor's message: eight characters, like BCDF-2345. You can ask me general questions without a code.",
      expired:
        'This code has expired: a code works for seven days, and a new one replaces the one before. Ask your advisor for another one.',
      used: 'This code has been used: a code works once. Ask your advisor for another one.',
    },
    tooMany: (minutes) =>
      `Too many refused codes have been tried. Try again in ${minutes} min, or ask your advisor for a new code.`,
    inPrivate: 'Others read here: I take no code in this conversation. Write it to me in private.',
    noAccount:
      'I cannot link this conversation: Teams did not tell me which account writes. Write to me from the Teams account of your organisation.',
    unlinkAsk:
      'Do you want to unlink your Teams account from your record? Your requests and coupons stay saved, but I will no longer see them here.',
    unlinkYes: 'Yes, unlink my account',
    unlinkNo: 'No, keep it linked',
    unlinked:
      'Done: your Teams account is no longer linked to your record. I still answer general questions. To link it again, ask your advisor for a code.',
    kept: 'Your account stays linked to your record.',
    notLinked:
      'Your Teams account is not linked to any record. To link it, ask your advisor for a code and write it to me here.',
    unknownTenant:
      'Hello. I only answer people of the organisation that I work for, and your Teams account is not one of its own. If you work there, write to me from the Teams account that it gave you.',
  },
};
