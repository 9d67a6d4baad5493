import type { Messages } from '../messages.fr';
import type { reportFr } from './report.fr';

/** The English sentences of the start and end reports: see ../messages.en.ts. */
export const reportEn: Pick<Messages, keyof typeof reportFr> = {
  report: {
    title: 'Report ("bilan")',
    kinds: {
      start: 'First-lesson report ("bilan de premier cours")',
      end: 'End report ("bilan de fin de mission")',
    },
    names: {
      assignment: 'Pupil',
      kind: 'Report',
      workedOn: 'Work done',
      level: 'Level',
      difficulties: 'Difficulties',
      goals: 'Goals',
      nextSteps: 'Next steps',
    },
    askAssignment: "Which pupil's report?",
    assignmentExample: "the pupil's first name or the family's name",
    askKind: 'Which of the two reports?',
    kindExample: '"first lesson" or "end"',
    questions: {
      start: {
        workedOn: (pupil) => `What did you work on with ${pupil} in this first lesson?`,
        level: (pupil) => `What level is ${pupil} at?`,
        difficulties: (pupil) => `What difficulties did you notice with ${pupil}?`,
        goals: (pupil) => `What goals did you set with ${pupil}?`,
        nextSteps: (pupil) => `And next for ${pupil}: what do you plan for the coming lessons?`,
      },
      end: {
        workedOn: (pupil) => `What did you work on with ${pupil} during this assignment?`,
        level: (pupil) => `What level is ${pupil} at today?`,
        difficulties: (pupil) => `What difficulties does ${pupil} still have?`,
        goals: (pupil) => `How far has ${pupil} come towards the goals?`,
        nextSteps: (pupil) => `And next: what do you advise ${pupil} to do?`,
      },
    },
    examples: {
      workedOn: '"fractions and two exam exercises"',
      level: '"average, the basics are there"',
      difficulties: '"mental arithmetic" or "none"',
      goals: '"gain confidence before the exam"',
      nextSteps: '"go over equations, one exercise a week"',
    },
    resumed: (date, answered, total) =>
      `Going on with your draft of ${date}: ${answered} of ${total} questions answered.`,
    readBack: (kind, pupil) => `${kind} for ${pupil}. Shall I save it?`,
    saved: (kind, pupil) => `${kind} for ${pupil}: saved.`,
    left: 'The report is put aside. Your answers are kept as a draft.',
    offerStart: (pupil) =>
      `The first-lesson report ("bilan") for ${pupil} is due. Five questions: shall we do it now?`,
    fillNow: 'Fill in the report',
    later: 'Later',
    laterSaid: 'All right. Whenever you want: "fill in the report".',
    doneAlready: (kind) => `${kind}: it is already saved, there is nothing to do again.`,
    bothDone: (assignment) => `${assignment}: both reports are already saved.`,
    startNotOpen: (assignment) =>
      `${assignment}: the first-lesson report opens with the first "coupon". Enter that "coupon" first.`,
    endNotOpen: (assignment, left) =>
      `${assignment}: the end report opens with the last "coupon". There are ${left} left.`,
    noneDue: 'According to your records, you have no report to fill in at the moment.',
    needed: 'The report needs this answer; "none" is one. To go on later: "cancel", your answers stay.',
    unknownAssignment: 'I see no pupil of that name among your assignments.',
    notSignedIn:
      'To fill in a report, open this chat from your portal: I will then know which assignment it is about.',
    notTaken: 'This report could not be saved: the assignment has changed meanwhile. A person can check.',
  },
};
