import { localDate, localWall, plusDays } from '../form/local-time';
import { saidTime, type SaidTime } from '../form/said-time';
import type { FormEnv } from '../form/types';
import { fold } from '../text/fold';
import { ONWARD_DAYS, type ClockSpan, type DaySpan, type Times } from './wish';

const WEEKDAYS: Readonly<Record<string, number>> = {
  lundi: 1,
  mardi: 2,
  mercredi: 3,
  jeudi: 4,
  vendredi: 5,
  samedi: 6,
  dimanche: 7,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};
const WEEKDAY =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday';

/** What makes a day name one certain day: "mercredi 25", "mercredi prochain", "mercredi en huit". */
const NO_DATE =
  '(?!\\s*(?:\\d{1,2}(?!\\d|\\s*(?:h|:))|1er|premier|prochaine?|suivant|en huit|en quinze|next))';

/** "Le mercredi", "tous les mercredis", "on Wednesdays": any of them. */
const EVERY = new RegExp(
  `(?<!\\p{L})(?:(?:tous |toutes )?(?:le|les)|chaque|every|on(?=\\s+\\p{L}+s\\b))\\s+(${WEEKDAY})s?(?!\\p{L})${NO_DATE}`,
  'iu',
);
const BARE = new RegExp(`(?<!\\p{L})(?:on )?(${WEEKDAY})s?(?!\\p{L})${NO_DATE}`, 'iu');
const NAMED = new RegExp(`(?<!\\p{L})(${WEEKDAY})s?(?!\\p{L})${NO_DATE}`, 'giu');

const WEEK =
  /(?<!\p{L})(?:(?:la |dans la )?semaine (?:prochaine|suivante|d['’]apr[eè]s|qui vient|en cours|du \d{1,2}(?: \p{L}+)?)|cette semaine|(?:in )?the week of \p{L}+ \d{1,2}|(?:the )?next week|this week)(?!\p{L})/iu;

/** Between two times; not the "et" of "entre 14h et 16h" or "8h et quart". */
const BETWEEN = /\s*(?:,|;|(?<!\p{L})(?:ou bien|ou|or|and|et(?!\s+(?:demie?|quart)))(?!\p{L}))\s*/giu;
const RANGE =
  /(?<!\p{L})(?:entre|between)\s+(?:\p{L}+|\d{1,2}\s*(?:h|:)?\s*\d{0,2})\s+(?:et|and)\s+(?:\p{L}+|\d{1,2}\s*(?:h|:)?\s*\d{0,2})/giu;

const ONWARD =
  /(?<!\p{L})(?:à partir d[eu]|a partir d[eu]|dès|des|après|apres|from|after|starting)(?!\p{L})\s+(?!\d{1,2}\s*(?:h|:))/iu;

const EARLY = /\btrop tot\b|\btoo early\b/;
const LATE = /\btrop tard\b|\btoo late\b/;

/** Times that may be meant: several when the words can mean several, likelier first. */
export interface ReadTimes {
  readonly times: readonly Times[];
  /** Other readings of the only time said. */
  readonly alternatives: readonly Times[];
}

/**
 * Reads every time that a text names, one after the other ("mardi ou jeudi après-midi", "lundi à 17h et mercredi à 14h").
 *
 * @param dayNames 'next': "lundi" is the next one; 'every': any Monday, as where she rules it out.
 */
export function readTimesIn(text: string, env: FormEnv, dayNames: 'next' | 'every' = 'next'): ReadTimes {
  const week = WEEK.exec(text)?.[0];
  const span = week === undefined ? null : weekOf(week, env);
  const rest = week === undefined || span === null ? text : withDates(text.replace(week, ' , '), span);
  const pieces = rest.replace(RANGE, (range) => range.replace(/ (?:et|and) /iu, ' \u2013 ')).split(BETWEEN);
  const read = pieces.map((piece) => readPiece(piece.replace(/\u2013/g, 'et'), env, dayNames)).filter(isSaid);
  const times = spread(read);
  if (span === null) {
    const [only, ...others] = read;
    return { times, alternatives: others.length === 0 ? (only?.alternatives ?? []) : [] };
  }
  const inWeek = times.length === 0 ? [{ days: null, weekday: null, clock: null }] : times;
  return { times: inWeek.map((one) => ({ ...one, days: one.days ?? span })), alternatives: [] };
}

type Piece = Times & { readonly alternatives: readonly Times[] };

const isSaid = ({ days, weekday, clock }: Piece): boolean =>
  days !== null || weekday !== null || clock !== null;

/** A part of the day said once is meant for every day named with it, unless a day before it has one of its own. */
function spread(pieces: readonly Piece[]): readonly Times[] {
  const hasDay = ({ days, weekday }: Times): boolean => days !== null || weekday !== null;
  const days = pieces.filter(hasDay);
  const clocks = pieces.filter((piece) => !hasDay(piece)).map(({ clock }) => clock);
  if (days.length === 0) return pieces.map(bare);
  const last = days[days.length - 1]?.clock ?? null;
  const inherits =
    last !== null && last.from !== last.to && days.slice(0, -1).every(({ clock }) => clock === null);
  return days.flatMap((piece) => {
    if (piece.clock !== null) return [bare(piece)];
    if (clocks.length > 0) return clocks.map((clock) => ({ ...bare(piece), clock }));
    return [{ ...bare(piece), clock: inherits ? last : null }];
  });
}

const bare = ({ days, weekday, clock }: Times): Times => ({ days, weekday, clock });

function weekOf(text: string, env: FormEnv): DaySpan | null {
  const { start, end } = read(text, env);
  return start === null || end === null ? null : { from: start.slice(0, 10), to: end.slice(0, 10) };
}

/** Day names become the dates of a week: "la semaine prochaine, mardi ou jeudi". @param week begins on a Monday. */
export const withDates = (text: string, week: DaySpan): string =>
  text.replace(NAMED, (_, name: string) => {
    const date = plusDays(week.from, (WEEKDAYS[name.toLowerCase()] ?? 1) - 1);
    return `le ${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  });

const read = (text: string, env: FormEnv) =>
  env.readTimes(text, { now: localWall(env.now, env.zone), zone: env.zone, prefer: 'future' });

/** "À jeudi", the rest of "déplacer mon rendez-vous à jeudi": by itself it would be a farewell. */
const TO_DAY = /^[\s,]*(?:à|a) (?=(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain)(?!\p{L}))/iu;

function readPiece(said: string, env: FormEnv, dayNames: 'next' | 'every'): Piece {
  const piece = said.replace(TO_DAY, '');
  const folded = fold(piece);
  if (EARLY.test(folded)) return only({ from: '00:00', to: '10:00' });
  if (LATE.test(folded)) return only({ from: '17:00', to: '24:00' });
  const every = EVERY.exec(piece) ?? (dayNames === 'every' ? BARE.exec(piece) : null);
  const weekday = every?.[1] === undefined ? null : (WEEKDAYS[every[1].toLowerCase()] ?? null);
  const heard = saidTime(every === null ? piece : piece.replace(every[0], ' '), env, 'future');
  const clock = heard === null || heard.unsure ? null : clockOf(heard);
  if (weekday !== null) return { days: null, weekday, clock, alternatives: [] };
  if (heard === null || heard.unsure) return { days: null, weekday: null, clock, alternatives: [] };
  const [first, ...others] = notToday(daysIn(piece, heard, env), env);
  const at = (days: DaySpan): Times => ({ days, weekday: null, clock });
  return { days: first ?? null, weekday: null, clock, alternatives: others.map(at) };
}

/** "Mercredi" said on a Wednesday is the next one: today is called today. */
function notToday(days: readonly DaySpan[], { now, zone }: FormEnv): readonly DaySpan[] {
  const today = localDate(now, zone);
  const later = days.filter(({ from, to }) => from !== today || to !== today);
  return later.length === 0 ? days : later;
}

const only = (clock: ClockSpan): Piece => ({ days: null, weekday: null, clock, alternatives: [] });

/** The days that were said, likelier first; none when only a clock time was. */
function daysIn(piece: string, said: SaidTime, env: FormEnv): readonly DaySpan[] {
  if (said.window !== null && said.days.length === 0)
    return [{ from: said.window.from.slice(0, 10), to: said.window.to.slice(0, 10) }];
  const isOnlyPart = said.window !== null && !namesDay(piece, env);
  if (isOnlyPart) return [];
  const reading = read(piece, env);
  if (reading.grain === 'day' && reading.start !== null && reading.end !== null)
    return [{ from: reading.start.slice(0, 10), to: reading.end.slice(0, 10) }];
  if (ONWARD.test(piece) && !said.after)
    return said.days.slice(0, 1).map((day) => ({ from: day, to: plusDays(day, ONWARD_DAYS) }));
  return said.days.map((day) => ({ from: day, to: day }));
}

const PART =
  /(?<!\p{L})(?:(?:(?:en|dans|à la|a la|le|la|l['’]|au)\s*)*(?:(?:début|debut|fin|milieu) (?:de |d['’]|du )?(?:la )?)?(?:matinée|matinee|matin|après[- ]?midi|apres[- ]?midi|aprem|soirée|soiree|soir|journée|journee|midi)|(?:in )?the (?:early |late )?(?:morning|afternoon|evening)|morning|afternoon|evening)(?:\s+(?:tôt|tot|tard))?(?!\p{L})/giu;

/** Whether a day was said beside the part of it: "le matin" alone is read as this morning, but says no day. */
const namesDay = (piece: string, env: FormEnv): boolean => {
  if (/(?<!\p{L})(?:ce|cette|cet|this|tonight)\s/iu.test(piece)) return true;
  const rest = piece.replace(PART, ' ').trim();
  return rest !== '' && read(rest, env).start !== null;
};

/** A clock time, a span of it, or a part of the day. */
function clockOf(said: SaidTime): ClockSpan | null {
  if (said.start !== null) {
    if (said.end !== null) return { from: said.start, to: said.end };
    if (said.after) return { from: said.start, to: '24:00' };
    return said.before || said.endOnly
      ? { from: '00:00', to: said.start }
      : { from: said.start, to: said.start };
  }
  if (said.window === null || said.days.length === 0) return null;
  return { from: said.window.from.slice(11), to: said.window.to.slice(11) };
}
