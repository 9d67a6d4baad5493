import { type ComponentType, lazy } from 'react';
import type { Me } from '../../../bot/advisor-api/contract';
import { SECTION_IDS, type SectionId } from './section-ids';

export { SECTION_IDS, type SectionId };

/** One section: for whom, and what it shows. Its name and its lead are in `strings.admin.sections`. */
export interface Section {
  /** Absent: supervisors and admins. The server decides in any case; this only hides the way. */
  readonly roles?: readonly Me['role'][];
  /** Loaded when it is first opened. It begins with its content: the page has shown its title. */
  readonly content: ComponentType;
}

/** A new section is one entry here, its id above and its words in the strings. */
export const SECTIONS: Readonly<Record<SectionId, Section>> = {
  advisors: { content: lazy(() => import('./advisors-section')) },
  teams: { content: lazy(() => import('./teams-section')) },
  hours: { content: lazy(() => import('./hours-section')) },
  holidays: { content: lazy(() => import('./holidays-section')) },
  sla: { content: lazy(() => import('./sla-section')) },
  retention: { roles: ['admin'], content: lazy(() => import('./retention-section')) },
  channels: { content: lazy(() => import('./channels-section')) },
  keys: { roles: ['admin'], content: lazy(() => import('./keys-section')) },
  import: { content: lazy(() => import('./import-section')) },
};

/** The sections that somebody of a role may open. */
export const sectionsFor = (role: Me['role']): readonly SectionId[] =>
  SECTION_IDS.filter((id) => SECTIONS[id].roles?.includes(role) ?? true);
