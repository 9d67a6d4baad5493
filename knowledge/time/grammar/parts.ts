import type { Content, Edge } from '../expressions';
import { PARTS } from '../roles';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { edge, has, linkOf } from './words';

const GREETINGS = new Set([
  'bonne',
  'bon',
  'belle',
  'excellente',
  'good',
  'une',
  'un',
  'ma',
  'sa',
  'votre',
  'notre',
  'heures',
]);

/** A wish ("bonne soirée") or any evening ("une soirée") is no time. */
const isWish = (text: string | undefined): boolean => text !== undefined && GREETINGS.has(text);

const lead = opt(
  any<unknown>(
    seq(
      role('in', 'en', 'inEnglish', 'during', 'le', 'la', 'au', 'at', 'du', 'de', 'filler'),
      opt(role('le', 'la')),
    ),
    role('le', 'la'),
  ),
);

const plainPart: Pattern<Content> = map(seq(lead, lexeme('part')), ([, found], input, at, next) => {
  if (isWish(input[at - 1]?.text)) return null;
  const part = PARTS[found.roles.part!]!;
  if (found.text === 'tonight')
    return { date: { kind: 'relative-day', days: 0 }, time: { kind: 'part', part, edge: null } };
  if (part === 'daytime') {
    if (has(input, at, 'in')) return { date: { kind: 'relative-day', days: 0 } };
    return has(input, at, 'en') && next - at === 2 ? { time: { kind: 'part', part, edge: null } } : null;
  }
  return { time: { kind: 'part', part, edge: null } };
});

/** "les matins", "les soirs". */
const partsHabit: Pattern<Content> = map(seq(role('les'), lexeme('part')), ([, found]) =>
  found.text.endsWith('s') ? { trouble: 'habit' } : null,
);

/** "en fin de matinée", "début d'après-midi", "tôt le matin". */
const edgedPart: Pattern<Content> = map(seq(edge, linkOf, role('part')), ([where_, , part]) => ({
  time: { kind: 'part', part: PARTS[part]!, edge: where_ },
}));

const early = where(
  role('edge'),
  (_value, input, at) => input[at]!.text === 'tot' || input[at]!.text === 'tard',
);
const edgeOf = (value: number): Edge => (value < 0 ? 'start' : 'end');

/** "hier soir tard", "demain matin tôt": the edge of the part or the whole of it. */
const partThenEdge: Pattern<Content> = map(
  seq(lead, opt(role('this')), role('part'), early),
  ([, today, part, value]) => ({
    ...(today === null ? {} : { date: { kind: 'relative-day' as const, days: 0 } }),
    time: { kind: 'part', part: PARTS[part]!, edge: edgeOf(value), loose: true },
  }),
);

/** "tard hier soir", "tôt demain matin". */
const edgeThenPart: Pattern<Content> = map(
  seq(early, role('relativeDay'), role('part')),
  ([value, days, part]) => ({
    date: { kind: 'relative-day', days },
    time: { kind: 'part', part: PARTS[part]!, edge: edgeOf(value), loose: true },
  }),
);

/** "ce matin", "cet aprem", "this evening": today. */
const thisPart: Pattern<Content> = map(seq(role('this'), role('part')), ([, part]) => {
  const name = PARTS[part]!;
  return name === 'night'
    ? { time: { kind: 'part', part: name, edge: null } }
    : { date: { kind: 'relative-day', days: 0 }, time: { kind: 'part', part: name, edge: null } };
});

/** "la nuit dernière", "last night". */
const lastNight: Pattern<Content> = any<Content>(
  map(seq(opt(role('la')), role('part'), role('last')), ([, part]) => nightBefore(part)),
  // "Last night" is the evening.
  map(seq(role('last'), role('part')), ([, part]) =>
    PARTS[part] === 'night' ? nightBefore(PARTS.indexOf('evening')) : nightBefore(part),
  ),
);

function nightBefore(part: number): Content | null {
  const name = PARTS[part]!;
  return name === 'night' || name === 'evening'
    ? { date: { kind: 'relative-day', days: -1 }, time: { kind: 'part', part: name, edge: null } }
    : null;
}

/** "la journée de jeudi": the day's hours. */
const dayOf: Pattern<Content> = map(
  seq(
    role('la'),
    where(role('part'), (value) => PARTS[value] === 'daytime'),
    role('de', 'du'),
  ),
  (_values, input, _at, next) =>
    has(input, next, 'weekday', 'relativeDay')
      ? { time: { kind: 'part', part: 'daytime', edge: null, loose: true } }
      : null,
);

/** "ce midi": noon today. */
const thisNoon: Pattern<Content> = map(seq(role('this'), role('noon')), () => ({
  date: { kind: 'relative-day', days: 0 },
  time: {
    kind: 'clock',
    clock: { hour: 12, minute: 0, half: null, certain: true, english: false, meal: true },
  },
}));

/** What parts of the day say. */
export const partRules: readonly Pattern<Content>[] = [
  plainPart,
  partsHabit,
  edgedPart,
  partThenEdge,
  edgeThenPart,
  thisPart,
  lastNight,
  dayOf,
  thisNoon,
];
