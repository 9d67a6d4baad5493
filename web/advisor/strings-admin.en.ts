import { adminRecordsEn } from './strings-admin-2.en';
import { adminDeskEn } from './strings-admin-desk.en';
import type { adminFr } from './strings-admin.fr';

/** The English strings of the administration: see strings.en.ts. */
export const adminEn: typeof adminFr = {
  ...adminRecordsEn,
  ...adminDeskEn,
  title: 'Administration',
  sectionsLabel: 'Sections of the administration',
  sections: {
    ...adminRecordsEn.sections,
    advisors: { name: 'Advisors', lead: 'Who answers, on which desks, and with which rights.' },
    teams: { name: 'Teams', lead: 'Who receives which requests.' },
    hours: { name: 'Hours', lead: 'The opening hours of an ordinary week, lunch included.' },
    holidays: { name: 'Closures', lead: 'Public holidays, days closed and exceptional openings.' },
    sla: { name: 'Deadlines', lead: 'Within how many opening hours to reply and to solve, by priority.' },
  },
};
