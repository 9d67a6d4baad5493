import type { SessionStatus } from '../people/types';

export interface DemoStudent {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly path: string;
  readonly active: boolean;
  /** Days from now; null: unknown. */
  readonly fundingEndsIn: number | null;
  readonly pathEndsIn: number | null;
  /** The weekly sessions, oldest first, the last one this many days ago at most seven; 'justified' is a justified absence. */
  readonly sessions: readonly (SessionStatus | 'justified')[];
}

const student = (
  id: string,
  personId: string,
  name: string,
  path: string,
  rest: Partial<Omit<DemoStudent, 'id' | 'personId' | 'name' | 'path'>>,
): DemoStudent => ({
  id: `student-${id}`,
  personId,
  name,
  path,
  active: true,
  fundingEndsIn: null,
  pathEndsIn: null,
  sessions: ['done', 'done'],
  ...rest,
});

const WEB = 'Développeur web';
const DATA = 'Data analyst';
const DESIGN = 'UX designer';

/** The students of the demo's mentors and coaches. */
export const DEMO_STUDENTS: readonly DemoStudent[] = [
  student('maya', 'mentor-alice', 'Maya Diallo', WEB, {
    fundingEndsIn: 120,
    pathEndsIn: 200,
    sessions: ['done', 'done', 'done'],
  }),
  student('lucas', 'mentor-alice', 'Lucas Bernard', DATA, {
    fundingEndsIn: -5,
    pathEndsIn: 30,
    sessions: ['done', 'cancelled', 'done'],
  }),
  student('emma', 'mentor-alice', 'Emma Leroy', WEB, {
    active: false,
    fundingEndsIn: -60,
    pathEndsIn: -40,
    sessions: ['done'],
  }),
  student('yanis', 'mentor-alice', 'Yanis Colas', DATA, {
    fundingEndsIn: 75,
    pathEndsIn: 150,
    sessions: ['done', 'absent', 'absent'],
  }),
  student('sarah', 'mentor-bruno', 'Sarah Nkosi', DESIGN, {
    fundingEndsIn: 6,
    pathEndsIn: 60,
    sessions: ['done', 'absent', 'absent', 'absent'],
  }),
  student('tom', 'mentor-bruno', 'Tom Guérin', WEB, {
    fundingEndsIn: 90,
    pathEndsIn: 180,
    sessions: ['done', 'done', 'absent'],
  }),
  student('lina', 'mentor-chloe', 'Lina Roche', DATA, {
    fundingEndsIn: 300,
    pathEndsIn: 360,
    sessions: ['done', 'absent', 'justified'],
  }),
  student('adam', 'mentor-eva', 'Adam Poulain', DESIGN, {
    fundingEndsIn: 40,
    pathEndsIn: 100,
    sessions: ['done', 'done', 'done', 'done'],
  }),
  student('rose', 'coach-fanny', 'Rose Delattre', WEB, {
    pathEndsIn: 90,
    sessions: ['done', 'absent', 'absent', 'absent'],
  }),
  student('elias', 'coach-fanny', 'Élias Morvan', DATA, { pathEndsIn: -3, sessions: ['done', 'done'] }),
  student('nora', 'coach-gael', 'Nora Blanchet', DESIGN, { pathEndsIn: 8, sessions: ['done', 'absent'] }),
  student('paul', 'coach-gael', 'Paul Tanguy', WEB, {
    active: false,
    pathEndsIn: -30,
    sessions: ['done'],
  }),
  student('clara', 'coach-hana', 'Clara Weber', DATA, {
    pathEndsIn: 250,
    sessions: ['done', 'absent', 'absent'],
  }),
];
