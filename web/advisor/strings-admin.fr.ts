import type { SectionId } from './admin/sections';
import { adminRecordsFr } from './strings-admin-2.fr';
import { adminDeskFr } from './strings-admin-desk.fr';

/** The French strings of the administration: see strings.fr.ts. */
export const adminFr = {
  ...adminRecordsFr,
  ...adminDeskFr,
  title: 'Administration',
  sectionsLabel: 'Rubriques de l’administration',
  sections: {
    ...adminRecordsFr.sections,
    advisors: {
      name: 'Conseillers',
      lead: 'Qui répond, sur quels guichets, et avec quels droits.',
    },
    teams: { name: 'Équipes', lead: 'Qui reçoit quelles demandes.' },
    hours: { name: 'Horaires', lead: 'Les heures d’ouverture d’une semaine ordinaire, pause comprise.' },
    holidays: {
      name: 'Fermetures',
      lead: 'Les jours fériés, les jours de fermeture et les ouvertures exceptionnelles.',
    },
    sla: { name: 'Délais', lead: 'En combien d’heures d’ouverture répondre et résoudre, par priorité.' },
  } satisfies Record<SectionId, { readonly name: string; readonly lead: string }>,
};
