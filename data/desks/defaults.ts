import type { Desk, DeskId, OpeningHours } from './types';

const ZONE = 'Europe/Paris';

const HALF_DAYS = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

/** Monday to Friday, 9 to 12 and 14 to 18. The sources tell no hours: these are a start, to be set for each organisation. */
const OFFICE_HOURS: OpeningHours = {
  '1': HALF_DAYS,
  '2': HALF_DAYS,
  '3': HALF_DAYS,
  '4': HALF_DAYS,
  '5': HALF_DAYS,
};

const desk = (id: DeskId, name: string, organisation: string): Desk => ({
  id,
  name,
  organisation,
  zone: ZONE,
  openingHours: OFFICE_HOURS,
  exceptions: [],
});

/** The four desks as a new installation has them. */
export const DEFAULT_DESKS: readonly Desk[] = [
  desk('abc', 'Intervenants ABC', 'ABC Cours Particuliers'),
  desk('ogestion', 'Prestataires oGestion', 'Constructys'),
  desk('oc-mentor', 'Mentors', 'OpenClassrooms'),
  desk('oc-coach', 'Coachs', 'OpenClassrooms'),
];
