/**
 * What a word can be in a time expression. A word may have several roles ("sept" is a number and a month); each carries a number
 * whose meaning is given here.
 */
export type Role =
  // numbers
  | 'num' // its value, from digits or words
  | 'ordinal' // 1 for "premier", "1er", "first"
  | 'article' // un, une, a, an
  | 'half' // demi, demie, half
  | 'quarter' // quart, quarter
  // calendar words
  | 'weekday' // 1 Monday to 7 Sunday
  | 'weekdayShort' // the same, abbreviated: counts only beside a number or another time word
  | 'weekdays' // plural or habitual: "lundis", "every"
  | 'month' // 1 to 12
  | 'monthShort' // the same, for words that mean other things too (mars, mai, sept)
  | 'relativeDay' // days from today
  | 'holiday' // index into HOLIDAYS
  | 'unit' // see UNITS
  | 'part' // see PARTS
  | 'weekend'
  | 'term' // trimestre (3), semestre (6): months
  // clock words
  | 'hour' // h, heure(s)
  | 'noon'
  | 'midnight'
  | 'meridiem' // 0 am, 1 pm
  | 'oclock'
  // relations
  | 'next'
  | 'last'
  | 'this'
  | 'ago' // il y a
  | 'agoAfter' // ago, plus tôt
  | 'in' // dans
  | 'inEnglish'
  | 'en'
  | 'at' // à, at
  | 'about' // vers
  | 'fromOn' // à partir de, dès
  | 'since'
  | 'before'
  | 'after'
  | 'until'
  | 'by' // d'ici
  | 'during' // pendant
  | 'between'
  | 'edge' // -1 start, 0 middle, 1 end
  | 'now'
  | 'vague'
  | 'eve' // la veille (-1), le lendemain (1)
  // glue
  | 'de'
  | 'du'
  | 'le'
  | 'la'
  | 'les'
  | 'au'
  | 'et'
  | 'ou'
  | 'to'
  | 'of'
  | 'on'
  | 'past'
  | 'minus' // moins
  | 'lesson' // cours, séance: "cours de 2h" is a length
  | 'worked' // payé, déclaré, il reste: the hours after it are counted
  | 'travel' // route, trajet, bus, retard: the time that they take is no appointment
  | 'share' // sur: "un lundi sur deux"
  | 'finish' // fini, terminé: the time after it is an end
  | 'filler' // environ, plutôt: may stand between a date and its time
  | 'each' // chaque, tous, par, every
  | 'habitual' // d'habitude, en général: the weekday beside it is a habit
  | 'often' // souvent, parfois: "souvent le lundi" is a habit
  | 'atMost' // au plus tard, max: after what it bounds
  | 'atLeast' // au plus tôt, minimum
  | 'move' // décaler, reporter: "de 14h à 15h" may be from one time to another
  | 'ish'
  | 'utc' // the Z of an ISO instant
  | 'not'
  | 'insteadOf' // au lieu de: what follows was meant, or was wrong
  | 'correct' // non, pardon, je veux dire: what follows replaces what was said
  | 'but'
  // signs
  | 'dash'
  | 'slash'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'stop'
  | 'open'
  | 'quote'
  | 'doubleQuote'
  | 'isoT'
  | 'e' // the "e", "ème", "er", "th" of an ordinal
  | 'total' // en tout, au total: the hours before it are a sum
  | 'counted'; // what makes a number no hour: "élèves", "coupons"

/** Units of time; the value of role `unit` is an index here. */
export const UNITS = ['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year', 'second'] as const;
export type Unit = (typeof UNITS)[number];

/** Parts of the day; the value of role `part` is an index here. */
export const PARTS = ['morning', 'afternoon', 'evening', 'night', 'daytime', 'lunch'] as const;
export type Part = (typeof PARTS)[number];

/** Feasts; the value of role `holiday` is an index here. */
export const HOLIDAYS = [
  'christmas',
  'newYear',
  'newYearsEve',
  'easter',
  'easterMonday',
  'ascension',
  'pentecost',
  'whitMonday',
  'bastille',
  'assumption',
  'allSaints',
  'armistice',
  'labour',
  'victory',
  'christmasEve',
  'shroveTuesday',
  'ashWednesday',
  'palmSunday',
  'maundyThursday',
  'goodFriday',
  'holySaturday',
  'boxingDay',
  'epiphany',
  'candlemas',
  'valentine',
  'stPatrick',
  'aprilFools',
  'musicDay',
  'halloween',
  'allSouls',
  'bonfireNight',
  'feteKaf',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

export type Roles = Readonly<Partial<Record<Role, number>>>;

/**
 * Words with the same roles are of one kind, a small number: what a pattern can begin with is then one look into a table.
 */
const kinds = new Map<string, number>();
const rolesByKind: (readonly Role[])[] = [];
const kindByRoles = new WeakMap<Roles, number>();

/** The kind of words with these roles. */
export function kindOf(roles: Roles): number {
  const known = kindByRoles.get(roles);
  if (known !== undefined) return known;
  const names = Object.keys(roles).sort() as Role[];
  const key = names.join();
  let kind = kinds.get(key);
  if (kind === undefined) {
    kind = rolesByKind.length;
    rolesByKind.push(names);
    kinds.set(key, kind);
  }
  kindByRoles.set(roles, kind);
  return kind;
}

/** The roles of a kind of words. */
export function rolesOfKind(kind: number): readonly Role[] {
  return rolesByKind[kind] ?? [];
}
