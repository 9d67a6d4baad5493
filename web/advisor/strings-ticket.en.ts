import { pluralEn } from './lib/plural';
import type { ticketFr } from './strings-ticket.fr';

const STATUS = {
  new: 'New',
  open: 'In progress',
  waiting: 'Waiting for requester',
  solved: 'Solved',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
};

const status = (code: string): string => (STATUS as Record<string, string>)[code] ?? code;

/** A ticket: its pane, the composer, what is known of it and its history, in English. */
export const ticketEn: typeof ticketFr = {
  ticket: {
    label: 'Request',
    none: 'Choose a request',
    noneHint: 'Move through the list with j and k; Enter opens a request.',
    back: 'Back to the list',
    status,
    priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
    priorityTitle: 'Priority',
    priorityLabel: (name: string) => `${name} priority`,
    assignToMe: 'Assign to me',
    takeOver: 'Take over',
    assignee: 'Assignment',
    nobody: 'Nobody',
    me: 'me',
    resolve: 'Resolve',
    reopen: 'Reopen',
    more: 'More actions',
    setWaiting: 'Set waiting for requester',
    close: 'Close for good',
    copyLink: 'Copy link',
    linkCopied: 'Link copied.',
    filed: (reference: string) => `Request ${reference} filed`,
    conversation: 'Conversation',
    authors: { tutor: 'Requester', assistant: 'Guichet', advisor: 'Advisor', system: 'System' },
    note: 'Internal note',
    delivered: 'Delivered to the chat',
    pending: 'On its way to the chat',
    noChat: 'Saved; this request has no chat',
    sending: 'Sending…',
    failed: 'Not sent.',
    retry: 'Try again',
    takeBack: 'Take the text back',
    showAll: 'Show all',
    showLess: 'Show less',
    notFound: ['Request not found', 'It does not exist, or belongs to another desk. Check the reference.'],
  },

  composer: {
    label: 'Write',
    mode: 'What you are writing',
    reply: 'Reply',
    replyTo: (name: string) => `Reply to ${name}`,
    note: 'Internal note',
    replyHint: 'Goes to the requester’s chat, under your name.',
    noteHint: 'Stays among advisors. Never sent.',
    replyPlaceholder: 'Your reply…',
    notePlaceholder: 'For your colleagues…',
    send: 'Send the reply',
    addNote: 'Add the note',
    otherDraft: { reply: 'A reply is begun', note: 'A note is begun' },
    tooLong: (excess: number) => pluralEn(excess, 'character too many', 'characters too many'),
  },

  facts: {
    label: 'About the request',
    show: 'Show the information',
    hide: 'Hide the information',
    collected: 'What was collected',
    none: 'Nothing was collected.',
    fromRecords: 'records',
    fromRecordsHint: 'From the records',
    checks: 'Checks',
    outcome: { ok: 'Checked', problem: 'Look at this', unknown: 'Unknown' },
    article: 'Answer shown',
    branch: (id: string) => `Case: ${id}`,
    person: 'Requester',
    unknownPerson: 'Unidentified visitor: no records.',
    otherTickets: 'Other requests',
    appointments: 'Appointments',
    attachments: 'Attachments',
    history: 'History',
    clock: (time: string) => `Local time: ${time}`,
    bytes: (size: number) =>
      size < 1024 * 1024
        ? `${Math.max(1, Math.round(size / 1024))} kB`
        : `${(size / 1024 / 1024).toFixed(1)} MB`,
  },

  events: {
    filed: 'filed the request',
    assigned: (to: string | null) =>
      to === null ? 'removed the assignment' : `assigned the request to ${to}`,
    handedOver: (from: string, to: string) => `gave the request to ${to} while ${from} is away`,
    released: (from: string) => `gave the request back to the team: ${from} did not react`,
    'status-changed': (to: string | null) => `moved the request to “${status(to ?? '')}”`,
    'priority-changed': (to: string) => `changed the priority to ${to.toLowerCase()}`,
    replied: 'replied',
    noted: 'added a note',
    'requester-wrote': 'wrote',
    'sla-warned': (clock: string, to: string | null) =>
      to === null
        ? `pointed out a deadline that is near (${clock.toLowerCase()}); nobody has the request`
        : `warned ${to} of a deadline that is near (${clock.toLowerCase()})`,
    'sla-breached': (clock: string) =>
      `told the desk’s supervisors of a missed deadline (${clock.toLowerCase()})`,
    other: 'changed the request',
  },
};
