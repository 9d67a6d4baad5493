import type { adminFr } from './strings-admin.fr';

/** The English strings of the administration: see strings.en.ts. */
export const adminEn: typeof adminFr = {
  title: 'Administration',
  sectionsLabel: 'Sections of the administration',
  sections: {
    advisors: { name: 'Advisors', lead: 'Who answers, on which desks, and with which rights.' },
  },
};
