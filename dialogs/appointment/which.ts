import { SLOT_MINUTES } from '../../data/appointments/slots';
import type { Appointment } from '../../data/appointments/types';
import { localDate, plusDays } from '../form/local-time';
import type { FormEnv } from '../form/types';
import { readTimesIn, withDates } from './read-times';
import { readWishes, type WishEnv } from './read-wish';
import { fits, isPast, localSlot, parseWish, weekdayOf, writeWish, type DaySpan, type Wish } from './wish';

type Dated = Pick<Appointment, 'id' | 'startsAt' | 'endsAt'>;

/** Which of her appointments a text means. */
export interface Named<T> {
  /** Whether it names a time at all. */
  readonly isNamed: boolean;
  readonly found: readonly T[];
}

/** The appointments at the times that a text names: "celui de jeudi", "mon rdv du 19 à 10h". */
export function namedAmong<T extends Dated>(
  text: string,
  appointments: readonly T[],
  env: FormEnv,
): Named<T> {
  const { times } = readTimesIn(text, env, 'every');
  if (times.length === 0) return { isNamed: false, found: appointments };
  const wish: Wish = { any: times, none: [], advisors: [] };
  const found = appointments.filter(({ startsAt }) =>
    fits(wish, localSlot(startsAt, env.zone, SLOT_MINUTES)),
  );
  return { isNamed: true, found };
}

/** What an order to move an appointment says. */
export interface MoveOrder {
  /** The appointments that it may mean. */
  readonly candidates: readonly string[];
  /** Where it is to go, likelier first; empty: that was not said. */
  readonly wishes: readonly string[];
}

const NOUN = /(?<!\p{L})(?:rdv|rendez[- ]?vous|appointment|meeting)(?!\p{L})/iu;
const OF =
  /^\s*(?:(?:avec|with)\s+\p{L}+(?:\s+\p{Lu}\p{L}+)?\s+)?(?:de|du|d['’]|des|prévu(?:e)?(?: le)?|prevu(?: le)?|of|on|from)\s*/iu;
const TO = /\s+(?:plutôt |plutot )?(?:à|au|a|pour|vers|sur|to|until|jusqu['’]à)\s+(?:le\s+|la\s+)?/giu;
const SHIFT =
  /(?<!\p{L})(?:d['’]|de\s+|by\s+)(?:(une?\s+demi[- ]?heure|half an hour|demi[- ]?heure)|(une?\s+heure|an hour)|(\d{1,3})\s*(h(?:eures?)?|hours?|min(?:utes?)?|mn))(?!\p{L})/iu;
const SOONER = /(?<!\p{L})(?:avanc\p{L}+|plus t[oô]t|earlier|forward)(?!\p{L})/iu;

/** Reads "je peux décaler mon rdv de jeudi à vendredi ?": which one, and where to. Pure. */
export function readMove(text: string, appointments: readonly Dated[], env: WishEnv): MoveOrder {
  const noun = NOUN.exec(text);
  const tail = noun === null ? text : text.slice(noun.index + noun[0].length);
  const of = OF.exec(tail);
  const all = appointments.map(({ id }) => id);
  const shift = SHIFT.exec(text);
  if (shift !== null) return shifted(text, shift, appointments, env);
  if (noun !== null && of !== null) return fromTo(tail.slice(of[0].length), appointments, env, all);
  const bare = namedAmong(tail, appointments, env);
  const isOld = noun !== null && bare.isNamed && bare.found.length > 0 && !LEADS_TO.test(tail);
  if (isOld) return { candidates: bare.found.map(({ id }) => id), wishes: [] };
  return { candidates: all, wishes: wishesOf(tail, appointments, env, 'unnamed') };
}

const LEADS_TO = /^\s*(?:à|au|a|pour|vers|to|plutôt|plutot)(?!\p{L})/iu;

/** "de jeudi 10h à vendredi 15h": cut where the first part is one of hers and the second a time, one that names a day before any other. */
function fromTo(
  text: string,
  appointments: readonly Dated[],
  env: WishEnv,
  all: readonly string[],
): MoveOrder {
  const orders = [...text.matchAll(TO)].toReversed().flatMap((match): readonly MoveOrder[] => {
    const old = dated(text.slice(0, match.index));
    const named = namedAmong(old, appointments, env);
    const mine = named.isNamed ? named.found : [];
    if (mine.length === 0 || readTimesIn(old, env).times.some(isRange)) return [];
    const wishes = wishesOf(dated(text.slice(match.index + match[0].length)), mine, env, 'named');
    return wishes.length === 0 ? [] : [{ candidates: mine.map(({ id }) => id), wishes }];
  });
  const [found] = [...orders.filter((order) => namesDay(order, appointments, env)), ...orders];
  if (found !== undefined) return found;
  const named = namedAmong(dated(text), appointments, env);
  if (named.isNamed && named.found.length > 0)
    return { candidates: named.found.map(({ id }) => id), wishes: [] };
  return { candidates: all, wishes: [] };
}

/** Whether it goes to another day: a clock time alone stays on its own. */
const namesDay = (
  { candidates, wishes }: MoveOrder,
  appointments: readonly Dated[],
  env: FormEnv,
): boolean => {
  const old = sameDay(
    appointments.filter(({ id }) => candidates.includes(id)),
    env,
  )?.any[0]?.days?.from;
  return wishes.some((wish) => parseWish(wish)?.any.some(({ days }) => days?.from !== old));
};

/** "Du 19 à 10h au 20": the number of a day again, without the word that was cut off. */
const dated = (text: string): string => (/^\d{1,2}(?!\d|\s*(?:h|:))/.test(text) ? `le ${text}` : text);

const isRange = ({ days }: Wish['any'][number]): boolean => days !== null && days.from !== days.to;

/**
 * Where it is to go; a clock time alone is on the day where it is now.
 *
 * @param from whether she has said where it is now: "de mardi à jeudi" is the Thursday of that week.
 */
function wishesOf(
  text: string,
  appointments: readonly Dated[],
  env: WishEnv,
  from: 'named' | 'unnamed',
): readonly string[] {
  const base = sameDay(appointments, env);
  const plain = readWishes(text, env, base) ?? [];
  const day = base?.any[0]?.days?.from;
  const inWeek = day === undefined ? [] : (readWishes(withDates(text, weekOf(day)), env, base) ?? []);
  const ahead = inWeek.filter((wish) => !isPast(wish, env.now, env.zone));
  const meant = from === 'named' && ahead.length > 0 ? ahead : [...plain, ...ahead];
  return [...new Set(meant.map(writeWish))];
}

function weekOf(day: string): DaySpan {
  const monday = plusDays(day, 1 - weekdayOf(day));
  return { from: monday, to: plusDays(monday, 6) };
}

/** The day of the only appointment, as what a clock time alone belongs to. */
export function sameDay(appointments: readonly Dated[], env: FormEnv): Wish | null {
  const [only, ...others] = appointments;
  if (only === undefined || others.length > 0) return null;
  const day = localDate(only.startsAt, env.zone);
  return parseWish(day);
}

/** "Décaler d'une heure": later, unless she says earlier. */
function shifted(
  text: string,
  [, half, hour, count, unit]: RegExpExecArray,
  appointments: readonly Dated[],
  env: WishEnv,
): MoveOrder {
  const minutes =
    half !== undefined ? 30 : hour !== undefined ? 60 : Number(count) * (/^h/i.test(unit ?? '') ? 60 : 1);
  const [only, ...others] = appointments;
  const candidates = appointments.map(({ id }) => id);
  if (only === undefined || others.length > 0) return { candidates, wishes: [] };
  const sign = SOONER.test(text) ? -1 : 1;
  const at = localSlot(new Date(only.startsAt.getTime() + sign * minutes * 60_000), env.zone, SLOT_MINUTES);
  const clock = `${String(Math.floor(at.start / 60)).padStart(2, '0')}:${String(at.start % 60).padStart(2, '0')}`;
  const exact = { days: { from: at.date, to: at.date }, weekday: null, clock: { from: clock, to: clock } };
  return { candidates, wishes: [writeWish({ any: [exact], none: [], advisors: [] })] };
}
