import type { AdvisorRole } from '../advisors/types';
import { DESK_IDS, type DeskId } from '../desks/types';

export interface DemoAdvisor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AdvisorRole;
  readonly deskIds: readonly DeskId[];
}

const advisor = (
  id: string,
  name: string,
  email: string,
  role: AdvisorRole,
  deskId: DeskId,
): DemoAdvisor => ({
  id,
  name,
  email: `${email}@guichet.example`,
  role,
  deskIds: [deskId],
});

/** Two advisors a desk, and one who administers all of them. */
export const DEMO_ADVISORS: readonly DemoAdvisor[] = [
  advisor('advisor-abc-1', 'Nadia Benali', 'nadia.benali', 'supervisor', 'abc'),
  advisor('advisor-abc-2', 'Pierre Lemoine', 'pierre.lemoine', 'advisor', 'abc'),
  advisor('advisor-ogestion-1', 'Hélène Marchand', 'helene.marchand', 'supervisor', 'ogestion'),
  advisor('advisor-ogestion-2', 'Karim Ferrand', 'karim.ferrand', 'advisor', 'ogestion'),
  advisor('advisor-mentor-1', 'Julie Carpentier', 'julie.carpentier', 'supervisor', 'oc-mentor'),
  advisor('advisor-mentor-2', 'Mathis Colin', 'mathis.colin', 'advisor', 'oc-mentor'),
  advisor('advisor-coach-1', 'Aurélie Besson', 'aurelie.besson', 'supervisor', 'oc-coach'),
  advisor('advisor-coach-2', 'Samir Chevalier', 'samir.chevalier', 'advisor', 'oc-coach'),
  {
    id: 'advisor-admin',
    name: 'Administration Guichet',
    email: 'admin@guichet.example',
    role: 'admin',
    deskIds: DESK_IDS,
  },
];

/** Absences, in days from now. */
export const DEMO_ABSENCES: readonly { id: string; advisorId: string; fromDay: number; toDay: number }[] = [
  { id: 'absence-abc-2', advisorId: 'advisor-abc-2', fromDay: 8, toDay: 12 },
  { id: 'absence-coach-1', advisorId: 'advisor-coach-1', fromDay: 0, toDay: 5 },
];
