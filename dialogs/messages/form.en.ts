import type { Messages } from '../messages.fr';
import type { formFr } from './form.fr';

/** The English sentences of every guided dialog: see ../messages.en.ts. */
export const formEn: Pick<Messages, keyof typeof formFr> = {
  form: {
    hint: 'You can write "back" or "cancel" at any time.',
    corrected: (facts) => `Noted: ${facts}.`,
    back: 'Back to the previous question.',
    atStart: 'This is the first question.',
    restarted: 'We start again from the beginning.',
    submitCard: 'Submit',
    unreadableField: 'I cannot read what is written here.',
    staleCard: 'This card is out of date: you have answered since. Here is where we are.',
    otherDayCard: 'This card is from another day. Here is where we are today.',
    closedCard: 'This form is closed: this card does nothing any more.',
    cannotSkip: 'This information is needed.',
    missed: 'I did not understand your answer.',
    example: (example) => `For example: ${example}.`,
    missedPerson: 'I cannot read your answer. A person can take over; what you have filled in is kept.',
    setAside: (title) =>
      `I cannot read your answers: I put "${title}" aside, nothing is lost and nothing is sent.`,
    changed:
      'This form has changed since your last message: your answers that still have a place in it are kept.',
    whichSlot: 'What would you like to change?',
    changeNothing: 'Nothing, all is right',
    notConfirmed: 'Say "yes" to confirm, or what has to change.',
    cancelled: 'It is cancelled, nothing was saved.',
    keptForLater: (title) => `Noted: "${title}", right after this. Let us finish here first.`,
    parked: (title) => `Your entry "${title}" is kept.`,
    resumeOffer: (title, date) => `You had started "${title}" on ${date}. Would you like to resume?`,
    gone: 'What you had started no longer exists in this form. Tell me what you need.',
    keepCurrent: (value) => `Keep: ${value}`,
    didYouMeanValue: 'Which one do you mean?',
    invalidChoice: 'That choice does not apply here.',
  },
};
