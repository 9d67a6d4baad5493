import type { DeskId } from '../desks/types';
import type { IbanState, Locale, SsnState } from '../people/types';

export interface DemoPerson {
  readonly id: string;
  readonly deskId: DeskId;
  readonly firstName: string;
  readonly lastName: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly advisorId: string | null;
  readonly ssnState: SsnState;
  readonly ibanState: IbanState;
  readonly phone: string | null;
  /** Days since she started on the desk. */
  readonly startedDaysAgo: number;
}

type Rest = Partial<Omit<DemoPerson, 'id' | 'deskId' | 'firstName' | 'lastName'>>;

const person = (id: string, deskId: DeskId, firstName: string, lastName: string, rest: Rest): DemoPerson => ({
  id,
  deskId,
  firstName,
  lastName,
  zone: 'Europe/Paris',
  locale: 'fr',
  advisorId: null,
  ssnState: 'present',
  ibanState: 'present',
  phone: null,
  startedDaysAgo: 200,
  ...rest,
});

/** The demo people, in the order in which the sample portal offers them. Described in docs/demo.md. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('abc-camille', 'abc', 'Camille', 'Moreau', {
    advisorId: 'advisor-abc-1',
    phone: '06 39 98 01 11',
  }),
  person('abc-sofiane', 'abc', 'Sofiane', 'Haddad', { advisorId: 'advisor-abc-2', phone: '06 39 98 01 12' }),
  person('abc-ines', 'abc', 'Inès', 'Payet', {
    advisorId: 'advisor-abc-1',
    zone: 'Indian/Reunion',
    ssnState: 'missing',
    ibanState: 'missing',
    phone: '06 39 98 01 13',
    startedDaysAgo: 70,
  }),
  person('abc-thomas', 'abc', 'Thomas', 'Girard', {
    zone: 'America/Guadeloupe',
    ssnState: 'provisional',
    startedDaysAgo: 12,
  }),
  person('abc-jeanne', 'abc', 'Jeanne', 'Robin', { startedDaysAgo: 0 }),
  person('abc-lucie', 'abc', 'Lucie', 'Garnier', { advisorId: 'advisor-abc-2', startedDaysAgo: 120 }),

  person('og-valerie', 'ogestion', 'Valérie', 'Dubreuil', { advisorId: 'advisor-ogestion-1' }),
  person('og-marc', 'ogestion', 'Marc', 'Teissier', { advisorId: 'advisor-ogestion-2' }),
  person('og-fatou', 'ogestion', 'Fatou', 'Sarr', { startedDaysAgo: 3, ibanState: 'missing' }),
  person('og-lionel', 'ogestion', 'Lionel', 'Brunet', { startedDaysAgo: 900 }),

  person('mentor-alice', 'oc-mentor', 'Alice', 'Perrin', { advisorId: 'advisor-mentor-1' }),
  person('mentor-bruno', 'oc-mentor', 'Bruno', 'Delmas', { advisorId: 'advisor-mentor-2' }),
  person('mentor-chloe', 'oc-mentor', 'Chloé', 'Vasseur', { advisorId: 'advisor-mentor-1' }),
  person('mentor-david', 'oc-mentor', 'David', 'Okafor', { locale: 'en', startedDaysAgo: 35 }),
  person('mentor-eva', 'oc-mentor', 'Eva', 'Marin', { advisorId: 'advisor-mentor-2' }),

  person('coach-fanny', 'oc-coach', 'Fanny', 'Royer', { advisorId: 'advisor-coach-1' }),
  person('coach-gael', 'oc-coach', 'Gaël', 'Le Goff', { advisorId: 'advisor-coach-2' }),
  person('coach-hana', 'oc-coach', 'Hana', 'Kessler', { advisorId: 'advisor-coach-1' }),
  person('coach-idris', 'oc-coach', 'Idris', 'Barthe', { startedDaysAgo: 5 }),
];
