import { localDate, localWall } from '../form/local-time';
import { namedIn, withoutNames } from '../form/name-signs';
import type { Scene } from '../scene';
import { fold } from '../text/fold';

const SESSION_BEFORE =
  /(?:session|seance|rdv|rendez vous|point|pour|au|date)(?: (?:prevue?|pour|de|du|d|le|la|celle|a|au|avec|avec \w+|mon etudiante?))*$/;

/**
 * A day as the fact `session.date` holds it: an ISO day; 'future' for a week or a month that is all ahead ("la semaine prochaine"). Two
 * days, or one that is not sure, are none.
 */
export function dayIn(scene: Scene, text: string, prefer: 'past' | 'future'): string | null {
  const reading = readingOf(scene, text, prefer);
  const { start, unsure, alternatives, grain } = reading;
  const days = new Set([start, ...alternatives.map((other) => other.start)].map((day) => day?.slice(0, 10)));
  if (start === null || unsure || days.size > 1) return null;
  const isSpan = grain === 'week' || grain === 'month';
  const today = localDate(scene.turn.now, scene.zone);
  return !isSpan ? start.slice(0, 10) : start.slice(0, 10) > today ? 'future' : null;
}

/**
 * The session's day in her first words: one that stands right after "session", "pour", "au". "Depuis hier je n'arrive pas à planifier"
 * says nothing of it.
 */
export async function sessionDayTold(
  scene: Scene,
  text: string,
  prefer: 'past' | 'future',
): Promise<string | null> {
  const students = await scene.records.students();
  const found = namedIn(
    (...parts) => scene.knowledge.matchNames(...parts),
    text,
    students,
    ({ name }) => [name],
  );
  const nameless = withoutNames(text, found);
  const [first] = readingOf(scene, nameless, prefer).spans;
  if (first === undefined || !SESSION_BEFORE.test(fold(nameless.slice(0, first.from)))) return null;
  return dayIn(scene, nameless, prefer);
}

const readingOf = ({ knowledge, turn, zone }: Scene, text: string, prefer: 'past' | 'future') =>
  knowledge.readTimes(text, { now: localWall(turn.now, zone), zone, prefer });
