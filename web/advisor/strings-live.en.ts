import type { liveFr } from './strings-live.fr';

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** The live chat of a request, who is there, and what happens when two do the same, in English. */
export const liveEn: typeof liveFr = {
  label: 'Live',
  key: 't',
  take: 'Take over the chat',
  takeHint: 'The assistant stays silent, and you answer in the chat (t)',
  takeFrom: 'Take over',
  handBack: 'Hand back to the assistant',
  handBackHint: 'The assistant answers again (t)',
  mine: 'You are answering in this chat',
  held: (name, since) => `${name} has been answering in this chat since ${since}`,
  taken: 'You have the chat. The assistant stays silent.',
  handedBack: 'The assistant answers again.',
  replaceTitle: (name) => `Replace ${name} in this chat?`,
  replaceText: (name, since) =>
    `${name} has been answering there since ${since}. If you take over, the requester is told that it is you who answers.`,
  replace: 'Take over',
  leave: 'Leave it',
  here: 'In the chat',
  seen: (ago) => `In the chat ${ago}`,
  writes: (name) => `${name} is typing…`,
  requester: 'The requester',
  viewers: 'Also looking at this request',
  viewer: (name) => `${name} is looking at this request`,
  writing: {
    reply: (name) => `${name} is writing a reply`,
    note: (name) => `${name} is writing a note`,
  },
  replied: (names, ago) =>
    `${AND.format(names)} ${names.length > 1 ? 'have' : 'has'} replied ${ago}: read before you send.`,
  present: 'has Guichet open',
  absent: 'not online',
  meanwhile: {
    title: (name, ago) => `${name} replied ${ago}, yours has not been sent:`,
    send: 'Send anyway',
    edit: 'Edit my reply',
  },
  conflict: {
    title: 'Somebody changed this request meanwhile',
    intro: 'Nothing was overwritten. Choose what is to stay.',
    field: 'Field',
    mine: 'You wanted',
    now: 'Now',
    by: (name, when) => `${name}, ${when}`,
    unchanged: 'unchanged',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    fields: {
      assignee: 'Assignee',
      status: 'State',
      priority: 'Priority',
      topic: 'Topic',
    },
    nobody: 'Nobody',
  },
  events: {
    takenOver: (from) => (from === null ? 'took over the chat' : `took over the chat from ${from}`),
    handedBack: {
      advisor: 'handed the chat back to the assistant',
      requester: 'asked for the assistant again',
      silence: 'took the chat back: nobody was writing any more',
      away: 'took the chat back: no advisor online any more',
      'signed-out': 'left the chat by signing out',
      settled: 'took the chat back: the request is dealt with',
    },
  },
  help: 'Take over the chat, or hand it back',
};
