import type { FormEnv } from '../form/types';
import { fold } from '../text/fold';
import { namesParisTime, onHerClock, withoutParisTime } from './paris-time';
import { polarityOf } from './polarity';
import { readTimesIn } from './read-times';
import { ANY_TIME, weekdayOf, type ClockSpan, type Times, type Wish } from './wish';

/** An advisor whom she may name. */
export interface KnownAdvisor {
  readonly id: string;
  readonly name: string;
}

/** What a wish is read with. */
export interface WishEnv extends FormEnv {
  /** Those of her desk. */
  readonly advisors: readonly KnownAdvisor[];
  /** Her own, if she has one. */
  readonly ownAdvisorId: string | null;
}

const SOON =
  /(?<!\p{L})(?:(?:le )?plus (?:t[oô]t|vite|rapidement) possible|au plus (?:vite|t[oô]t)|d[eè]s que possible|asap|as soon as possible)(?!\p{L})/giu;
const ANY =
  /(?<!\p{L})(?:n['’]importe quand|n['’]importe quel (?:jour|moment)|peu importe(?: quand)?|quand vous voulez|tout me va|any ?time|any day|whenever)(?!\p{L})/giu;

const OWN =
  /(?<!\p{L})(?:(?:ma|mon) (?:propre )?conseill[eè]re?s? (?:habituelle?|attitr[ée]e?|r[ée]f[ée]rente?|personnelle?|[àa] moi)|la m[eê]me (?:conseill[eè]re|personne)(?: que d['’]habitude)?|my (?:own|usual|regular) advisor)(?!\p{L})/iu;
const WITH =
  /(?<!\p{L})(?:avec|with|voir)\s+(?:mme\.?|madame|m\.|mr\.?|mrs\.?|ms\.?|monsieur)?\s*(\p{L}[\p{L}'’-]+(?:\s+\p{L}[\p{L}'’-]+)?)/giu;

/**
 * The wishes that a sentence tells, likelier first, on top of what she has said before: a day keeps the part of the day and the exclusions
 * said before it, and the other way round, so that the order in which she says them does not matter. null: nothing about when or with whom.
 */
export function readWishes(said: string, env: WishEnv, before: Wish | null): readonly Wish[] | null {
  const isParis = namesParisTime(said);
  const { wanted, unwanted } = polarityOf(isParis ? withoutParisTime(said) : said);
  const hers = (one: Times): Times => (isParis ? onHerClock(one, env.now, env.zone) : one);
  const isAny = wanted.search(ANY) >= 0;
  const isSoon = wanted.search(SOON) >= 0;
  const read = readTimesIn(wanted.replace(ANY, ' ').replace(SOON, ' '), env);
  const times = read.times.map(hers);
  const alternatives = read.alternatives.map(hers);
  const none = unwanted
    .flatMap((piece) => readTimesIn(piece, env, 'every').times)
    .map(widened)
    .map(hers);
  const advisors = advisorsIn(wanted, unwanted, env);
  if (times.length === 0 && none.length === 0 && advisors === null && !isAny && !isSoon) return null;
  const base = isAny ? null : before;
  const wishOf = (meant: readonly Times[]): Wish => {
    const any = merged(meant, isSoon && meant.length === 0 ? null : base);
    const kept = [...(base?.none ?? []).filter((refused) => !isWantedNow(refused, meant)), ...none];
    return { any: possible(any, kept), none: kept, advisors: advisors ?? base?.advisors ?? [] };
  };
  return alternatives.length === 0
    ? [wishOf(times)]
    : [wishOf(times), ...alternatives.map((one) => wishOf([one]))];
}

/** What is said now, completed with what was said before. */
function merged(said: readonly Times[], before: Wish | null): readonly Times[] {
  const known = before?.any ?? [];
  if (said.length === 0) return known.length === 0 ? [ANY_TIME] : known;
  const isDay = ({ days, weekday }: Times): boolean => days !== null || weekday !== null;
  if (said.every((times) => !isDay(times))) {
    // "Plutôt l'après-midi", "non, 11h": on the days that she has named.
    const days = dedupe(known.filter(isDay).map((times) => ({ ...times, clock: null })));
    return days.length === 0 ? said : days.flatMap((day) => said.map(({ clock }) => ({ ...day, clock })));
  }
  const clock = commonPart(known);
  return said.map((times) => (times.clock === null ? { ...times, clock } : times));
}

/** The part of the day that holds for everything said before; the exact time of a day was for that day only. */
function commonPart(known: readonly Times[]): ClockSpan | null {
  const [first, ...others] = known;
  const clock = first?.clock ?? null;
  if (clock === null || (clock.from === clock.to && known.some(({ days }) => days !== null))) return null;
  return others.every((one) => one.clock?.from === clock.from && one.clock.to === clock.to) ? clock : null;
}

/** A day that she had ruled out and names now is wanted after all. */
const isWantedNow = (refused: Times, said: readonly Times[]): boolean =>
  refused.clock === null &&
  said.some(
    ({ days, weekday }) =>
      (weekday !== null && weekday === refused.weekday) ||
      (days !== null &&
        days.from === days.to &&
        (refused.weekday === weekdayOf(days.from) || refused.days?.from === days.from)),
  );

/** Without what is ruled out altogether: of "jeudi", then "pas jeudi", any other time is left. */
function possible(any: readonly Times[], none: readonly Times[]): readonly Times[] {
  const left = any.filter(
    ({ days, weekday }) =>
      !none.some(
        (refused) =>
          refused.clock === null &&
          ((weekday !== null && refused.weekday === weekday) ||
            (days !== null &&
              days.from === days.to &&
              (refused.weekday === weekdayOf(days.from) ||
                (refused.days !== null && refused.days.from <= days.from && days.to <= refused.days.to)))),
      ),
  );
  return left.length === 0 ? [ANY_TIME] : left;
}

/** A morning that is ruled out is all that comes before noon, an evening all that comes after work. */
function widened(times: Times): Times {
  const { clock } = times;
  if (clock === null || clock.from === clock.to) return times;
  const { from, to } = clock;
  return { ...times, clock: { from: to <= '12:00' ? '00:00' : from, to: from >= '17:00' ? '24:00' : to } };
}

const dedupe = (list: readonly Times[]): readonly Times[] =>
  list.filter(
    (one, index) => list.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
  );

/** With whom: the advisors that she asks for, or all but those whom she refuses. null: nothing said about it. */
function advisorsIn(wanted: string, unwanted: readonly string[], env: WishEnv): readonly string[] | null {
  const named = OWN.test(wanted) && env.ownAdvisorId !== null ? [env.ownAdvisorId] : namedIn(wanted, env);
  if (named.length > 0) return named;
  const refused = unwanted.flatMap((piece) => namedIn(piece, env));
  const others = env.advisors.map(({ id }) => id).filter((id) => !refused.includes(id));
  return refused.length === 0 || others.length === 0 ? null : others;
}

function namedIn(text: string, { advisors, matchNames }: WishEnv): readonly string[] {
  return [...text.matchAll(WITH)].flatMap(([, name = '']) => {
    const namesOf = (advisor: KnownAdvisor) => [advisor.name, ...advisor.name.split(' ')];
    // A first name that is an ordinary word too (Pierre, Rose) is taken after "avec".
    const said = fold(name).split(' ');
    const exact = advisors.find((advisor) => namesOf(advisor).some((one) => said.includes(fold(one))));
    const found = exact ?? matchNames(name, advisors, namesOf)[0]?.candidate;
    return found === undefined ? [] : [found.id];
  });
}

/** Whether she asks for her usual advisor. */
export const asksForOwn = (text: string): boolean => OWN.test(text);

/** Whether a text says that anything suits her, and nothing else. */
export const saysNothingMore = (text: string): boolean =>
  text.search(ANY) >= 0 && fold(text.replace(ANY, ' ')) === '';

/** "D'autres créneaux", "plus tard", "aucun ne me va": the next ones. */
export const asksForMore = (text: string): boolean =>
  /^(?:(?:non|il y a|y a t il|avez vous|vous avez|vous auriez|vous n avez pas|je voudrais|je veux|montre\w*(?: moi)?|voir|donne\w*(?: moi)?|proposez(?: moi)?|rien|pas) )*(?:(?:d )?autres? (?:creneaux?|horaires?|heures?|choix|propositions?|possibilites?|dispo\w*|dates?)|plus tard|autre chose|aucun(?: ne me (?:va|convient)| de ceux la)?|rien ne me va|ca ne me va pas|(?:un )?peu plus tard|plus tard (?:le meme jour|dans la (?:journee|semaine))|more(?: slots| times)?|other (?:slots|times|options)|(?:a bit )?later|none(?: of (?:these|them))?)(?: (?:svp|s il vous plait|merci|please))*$/.test(
    fold(text),
  );

/** "Plus tôt": before those that were shown. */
export const asksForEarlier = (text: string): boolean =>
  /^(?:(?:non|mais|pas|rien|il y a|il n y a|y a|y aurait il|y a t il|avez vous|vous avez|vous auriez|vous n avez|je voudrais|un|rien de|quelque chose de|quelque chose) )*(?:(?:un )?peu )?(?:plus tot|avant|earlier|sooner)(?: (?:c est possible|possible|le meme jour|dans la (?:journee|semaine)|svp|s il vous plait|merci|please))*$/.test(
    fold(text),
  );
