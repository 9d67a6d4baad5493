import type { liveFr } from './live.fr';

/** The English sentences of a chat that an advisor answers herself: see ../messages.en.ts. */
export const liveEn: typeof liveFr = {
  live: {
    taken: (name, reference) =>
      `${name}, who looks after your request ${reference}, is answering you here. The assistant stays silent: you write to a person.`,
    toAssistant: 'Talk to the assistant',
    busy: (name) =>
      `${name} is answering you here right now, and the assistant does nothing. To go on with the assistant, choose "Talk to the assistant".`,
    emergency: (name) =>
      `If this is an emergency, call the emergency services or somebody near you. ${name} reads what you write.`,
    back: 'You are talking to the assistant. What can I do for you?',
    backInForm: 'You are talking to the assistant. We go on where we were.',
    notTaken: (name, reference) =>
      `Your message could not be added to request ${reference}, but ${name} reads it here.`,
    ended: {
      advisor: (name) => `${name} has finished here: the assistant answers you again.`,
      silence: (name, reference) =>
        `Nobody has written for a while: the assistant answers you again. ${name} still looks after your request ${reference}.`,
      offline: (name, reference) =>
        `${name} is no longer online: the assistant answers you again. Your request ${reference} stays open, and the reply will arrive here.`,
      settled: (_name, reference) =>
        `Your request ${reference} has been dealt with: the assistant answers you again.`,
    },
  },
};
