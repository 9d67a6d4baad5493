import type { SectionId } from './admin/sections';

/** The French strings of the administration: see strings.fr.ts. */
export const adminFr = {
  title: 'Administration',
  sectionsLabel: 'Rubriques de l’administration',
  sections: {
    advisors: {
      name: 'Conseillers',
      lead: 'Qui répond, sur quels guichets, et avec quels droits.',
    },
  } satisfies Record<SectionId, { readonly name: string; readonly lead: string }>,
};
