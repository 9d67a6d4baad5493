import type { Messages } from '../messages.fr';
import type { categoryFr } from './category.fr';

/** The English sentences of payments, sessions, absences and promises to come back: see ../messages.en.ts. */
export const categoryEn: Pick<Messages, keyof typeof categoryFr> = {
  checklist: {
    title: 'According to your records:',
    ok: 'In order',
    problem: 'Not in order',
    unknown: 'To follow',
    line: (outcome, label, detail) => `${outcome}: ${label}, ${detail}`,
  },
  whichStudent: {
    question: 'For which student?',
    other: 'Another student',
  },
  session: {
    which: 'What do you want to do with this session?',
    planning: 'Plan it',
    completion: 'Complete or validate it',
    correction: 'Correct it, it is validated',
  },
  comeBack: {
    offer: (day) => `Come back to me on ${day}`,
    promised: (when) =>
      `Noted: I will come back to you on ${when}. No need to write until then. If it is settled before, say "no longer needed".`,
    when: (date, clock, zone) => `${date} at ${clock}${zone === '' ? '' : ` (${zone})`}`,
    off: 'No longer needed',
    calledOff: (topic) => `All right, I will not come back to "${topic}".`,
    news: (topic) =>
      `As agreed, I am coming back to you about "${topic}". According to your records, it has changed since.`,
    settled: 'Good, it is settled. I will not come back to it.',
  },
  forward: {
    button: 'Prepare a text to forward',
    intro: 'Here is a text to copy:',
    words: (text) => `: "${text}"`,
    toStudent: (student, about, team) =>
      `Hello${student === '' ? '' : ` ${student}`},\n\nFor your administrative question${about}, please write to "Support étudiant" yourself: the answer depends on your file, and ${team} could only reply in general terms. If it is urgent, say so in your message.`,
    mentoring: 'the mentoring team',
    coaching: 'the coaching team',
    toProvigis: (about, name) =>
      `Hello,\n\nI am writing about my legal documents on Provigis${about}.\n\nThank you for your help.${name === '' ? '' : `\n${name}`}`,
    toReferent: (about, name) =>
      `Hello,\n\nI am writing about my consulting assignment${about}.\n\nThank you.${name === '' ? '' : `\n${name}`}`,
  },
};
