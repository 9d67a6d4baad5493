import type { Messages } from '../messages.fr';
import type { couponFr } from './coupon.fr';

/** The English sentences of lesson coupons: see ../messages.en.ts. */
export const couponEn: Pick<Messages, keyof typeof couponFr> = {
  coupon: {
    title: 'Entering a "coupon"',
    names: { assignment: 'Pupil', date: 'Date', start: 'Start', end: 'End' },
    askAssignment: 'For which pupil?',
    askDate: 'On which day did the lesson take place?',
    askDateShort: 'Which day?',
    askStart: 'At what time did the lesson really start?',
    askStartShort: 'Start time?',
    askEnd: 'At what time did it end? You can also give its length.',
    askEndShort: 'End time, or length?',
    dateExample: '"yesterday" or "12 November"',
    startExample: '"14:00" or "2 pm"',
    endExample: '"16:00" or "2 hours"',
    assignmentExample: "the pupil's first name or the family's name",
    whichClock: (clock) => `${clock}: is that the start or the end of the lesson?`,
    whichClockExample: '"the start" or "the end"',
    assignment: (pupil, family, subject) => `${pupil} (${family} family), ${subject}`,
    readBack: 'Here is the "coupon". Shall I save it?',
    time: 'Time',
    range: (start, end, length) => `from ${start} to ${end} (${length})`,
    lateNotice: (month) =>
      `This lesson of ${month} is entered after the end of the month: these hours will not be paid the following month.`,
    lastNotice: 'This is the last "coupon" of this assignment.',
    leftNotice: (count) => `${count} "coupon${count > 1 ? 's' : ''}" will be left on this assignment.`,
    reportNotice: 'This first "coupon" opens the first-lesson report ("bilan").',
    saved: '"Coupon" saved',
    savedText: 'Your advisor sees it from now on.',
    savedLate: 'It is saved past the deadline. If you want to explain it to your advisor, create a request.',
    another: 'Enter another "coupon"',
    notSignedIn:
      'To enter a "coupon", open this chat from your portal: I will then know which assignments are yours.',
    noAssignment: 'I see no running assignment in your name. Your advisor can check.',
    inFuture: 'This lesson has not taken place yet: a "coupon" is entered after the lesson.',
    endsBeforeStart: 'The end cannot come before the start.',
    implausible: (length) => `A lesson of ${length} looks impossible to me. Check the times.`,
    overlap: (date, range, reference) =>
      `You already have a lesson saved on ${date} ${range} (${reference}). Two lessons cannot overlap.`,
    noneLeft: (assignment) =>
      `There is no "coupon" left for ${assignment}. If the family renews, you have to apply for the assignment again.`,
    unknownAssignment: 'This assignment is not yours.',
    unclearTime: 'I am not sure of the time.',
    endReportDue: (assignment) =>
      `This is the last "coupon" for ${assignment}: the end report ("bilan") has to be filled in first.`,
    endReportPortal: 'Fill it in on the portal, then confirm here: your entry is kept.',
    left: (assignment, left, total) => `${assignment}: ${left} of ${total}`,
    leftTitle: 'According to your saved "coupons", you have left:',
    leftNone: 'I see no running assignment in your name.',
    monthTotal: (month, hours, count) =>
      `In ${month}, ${hours} of lessons saved (${count} "coupon${count > 1 ? 's' : ''}").`,
    monthDeadline: (date) => `This month's lessons can be entered until ${date} at midnight (Paris time).`,
  },
};
