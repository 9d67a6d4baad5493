import type { Assignment, Student } from '../data/people/types';
import type { Knowledge, Understanding } from '../knowledge/types';
import { withoutToldClauses } from './answer/told';
import { namedIn } from './form/name-signs';

/** The people whom she may name. */
export interface KnownNames {
  readonly students: readonly Student[];
  readonly assignments: readonly Assignment[];
}

/** A stretch of a text and what is read in its place. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/**
 * How a message is understood, her own people known: "Yanis est encore absent" says as much as "mon étudiant est encore absent", and
 * articles know only the latter. A message that stays unclear is also read without its dates. Knowledge knows no records, so this stands here.
 */
export function understandTurn(
  knowledge: Knowledge,
  text: string,
  desk: string,
  names: KnownNames,
  now: Now,
): Understanding {
  const understood = understandNamed(knowledge, text, desk, names, now);
  if (understood.intents.length < 2) return understood;
  // "Mes étudiants sont prévenus" or "je refuse" beside a request belongs to it: it is no second request.
  const rest = withoutToldClauses(text);
  if (rest === text) return understood;
  const { intents } = understandNamed(knowledge, rest, desk, names, now);
  return { ...understood, intents: intents.length > 1 ? intents : understood.intents.slice(0, 1) };
}

/** Local wall time and its zone. */
interface Now {
  readonly wall: string;
  readonly zone: string;
}

function understandNamed(
  knowledge: Knowledge,
  text: string,
  desk: string,
  names: KnownNames,
  now: Now,
): Understanding {
  const plain = knowledge.understand(text, { desk });
  if (plain.decision === 'service' || plain.decision === 'reject') return plain;
  const named = replace(text, nameReplacements(knowledge, text, names, plain.language));
  const understood = likelier(plain, named === text ? plain : knowledge.understand(named, { desk }));
  if (understood.decision !== 'clarify') return { ...understood, text };
  const { spans } = knowledge.readTimes(named, { now: now.wall, zone: now.zone, prefer: 'future' });
  const timeless = replace(
    named,
    spans.map(({ from, to }) => ({ from, to, by: '' })),
  );
  const rest = timeless === named ? understood : knowledge.understand(timeless, { desk });
  return { ...likelier(understood, rest), text };
}

const confidence = ({ topics }: Understanding): number => topics[0]?.confidence ?? 0;

/** The surer of two readings; one that would refuse or greet is no reading of a request. */
const likelier = (one: Understanding, other: Understanding): Understanding =>
  (other.decision === 'answer' || other.decision === 'clarify') && confidence(other) > confidence(one)
    ? other
    : one;

function nameReplacements(
  knowledge: Knowledge,
  text: string,
  { students, assignments }: KnownNames,
  language: Understanding['language'],
): readonly Replacement[] {
  const student = language === 'en' ? 'my student' : 'mon étudiant';
  const pupil = language === 'en' ? 'my pupil' : 'mon élève';
  const matchNames: Knowledge['matchNames'] = (...parts) => knowledge.matchNames(...parts);
  return [
    ...namedIn(matchNames, text, students, ({ name }) => [name]).map(({ span }) => ({
      ...span,
      by: student,
    })),
    ...namedIn(matchNames, text, assignments, (one) => [one.pupil, `${one.pupil} ${one.family}`]).map(
      ({ span }) => ({ ...span, by: pupil }),
    ),
  ];
}

/** Replaces stretches of a text, from its end; one that overlaps another is left out. */
function replace(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  let limit = text.length;
  for (const { from, to, by } of [...replacements].sort((a, b) => b.from - a.from)) {
    if (to > limit) continue;
    result = `${result.slice(0, from)}${by}${result.slice(to)}`;
    limit = from;
  }
  return result.replace(/\s+/g, ' ').trim();
}
