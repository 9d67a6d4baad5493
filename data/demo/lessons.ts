import type { DemoCalendar } from './calendar';

export interface DemoAssignment {
  readonly id: string;
  readonly personId: string;
  readonly family: string;
  readonly pupil: string;
  readonly subject: string;
  readonly level: string;
  readonly couponsTotal: number;
  /** The coupons already entered: when the lesson was, and when it was entered if not the same evening. */
  readonly lessons: readonly { readonly from: Date; readonly to: Date; readonly enteredAt?: Date }[];
  readonly startedDaysAgo: number;
  readonly startReport?: 'draft' | 'done';
  readonly endReport?: 'draft' | 'done';
}

/** One lesson a week, the latest `latestDaysAgo` days ago. Never yesterday: that lesson is for the demonstration. */
function weekly(
  calendar: DemoCalendar,
  count: number,
  latestDaysAgo: number,
  from: string,
  to: string,
): DemoAssignment['lessons'] {
  return Array.from({ length: count }, (_, week) => {
    const days = -latestDaysAgo - 7 * (count - 1 - week);
    return { from: calendar.at(days, from), to: calendar.at(days, to) };
  });
}

/** The assignments of the demo's tutors, with the coupons entered on them. */
export function demoAssignments(calendar: DemoCalendar): readonly DemoAssignment[] {
  return [
    {
      id: 'assignment-martin',
      personId: 'abc-camille',
      family: 'Martin',
      pupil: 'Léa',
      subject: 'Mathématiques',
      level: '3e',
      couponsTotal: 10,
      lessons: weekly(calendar, 3, 4, '17:00', '18:30'),
      startedDaysAgo: 30,
      startReport: 'done',
    },
    {
      id: 'assignment-nguyen',
      personId: 'abc-camille',
      family: 'Nguyen',
      pupil: 'Hugo',
      subject: 'Physique-chimie',
      level: 'Seconde',
      couponsTotal: 12,
      lessons: weekly(calendar, 6, 5, '10:00', '12:00'),
      startedDaysAgo: 60,
      startReport: 'done',
    },
    {
      id: 'assignment-petit',
      personId: 'abc-sofiane',
      family: 'Petit',
      pupil: 'Jules',
      subject: 'Anglais',
      level: '5e',
      couponsTotal: 5,
      lessons: weekly(calendar, 4, 6, '18:00', '19:00'),
      startedDaysAgo: 45,
      startReport: 'done',
    },
    {
      id: 'assignment-roux',
      personId: 'abc-sofiane',
      family: 'Roux',
      pupil: 'Manon',
      subject: 'Français',
      level: 'Première',
      couponsTotal: 4,
      lessons: weekly(calendar, 3, 3, '09:00', '10:30'),
      startedDaysAgo: 40,
      startReport: 'done',
      endReport: 'done',
    },
    {
      id: 'assignment-hoarau',
      personId: 'abc-ines',
      family: 'Hoarau',
      pupil: 'Noah',
      subject: 'Mathématiques',
      level: 'Terminale',
      couponsTotal: 8,
      lessons: [
        {
          from: calendar.dayOfMonth(-1, 20, '15:00'),
          to: calendar.dayOfMonth(-1, 20, '16:30'),
          enteredAt: earlier(calendar.dayOfMonth(0, 2, '09:00'), calendar.now),
        },
      ],
      startedDaysAgo: 65,
    },
    {
      id: 'assignment-durand',
      personId: 'abc-thomas',
      family: 'Durand',
      pupil: 'Zoé',
      subject: 'Espagnol',
      level: '4e',
      couponsTotal: 10,
      lessons: [],
      startedDaysAgo: 10,
    },
    {
      id: 'assignment-fabre',
      personId: 'abc-thomas',
      family: 'Fabre',
      pupil: 'Axel',
      subject: 'Anglais',
      level: '6e',
      couponsTotal: 2,
      lessons: weekly(calendar, 2, 3, '20:00', '21:00'),
      startedDaysAgo: 12,
      startReport: 'done',
      endReport: 'done',
    },
    {
      id: 'assignment-bernard',
      personId: 'abc-lucie',
      family: 'Bernard',
      pupil: 'Léa',
      subject: 'Mathématiques',
      level: '4e',
      couponsTotal: 8,
      lessons: weekly(calendar, 2, 6, '17:00', '18:00'),
      startedDaysAgo: 20,
      startReport: 'done',
    },
    {
      id: 'assignment-roche',
      personId: 'abc-lucie',
      family: 'Roche',
      pupil: 'Léa',
      subject: 'Anglais',
      level: '3e',
      couponsTotal: 6,
      lessons: weekly(calendar, 5, 4, '18:00', '19:30'),
      startedDaysAgo: 50,
      startReport: 'done',
    },
    {
      id: 'assignment-retour',
      personId: 'abc-lucie',
      family: 'Retour',
      pupil: 'Tom',
      subject: 'Français',
      level: '6e',
      couponsTotal: 10,
      lessons: [],
      startedDaysAgo: 2,
    },
  ];
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
