import type { Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { UNITS, type Unit } from '../roles';
import { any, glued, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { amount, has, slashesIntoDate } from './words';

const unit = (...names: readonly Unit[]) => where(role('unit'), (value) => names.includes(UNITS[value]!));
const hours = any(role('hour'), unit('hour'));
const smallNumber = where(lexeme('num'), (found) => found.digits <= 2 && found.roles.num! < 60);

/** "quart d'heure", "quarter of an hour". */
const ofHour = seq(opt(role('de', 'of')), opt(role('article')));

/** A length of hours and minutes, in minutes. */
export const lengthOfTime: Pattern<number> = memo(
  any<number>(
    // 2h, 2h30, 2 heures et demie, 1 heure 30 minutes
    map(seq(amount, hours, opt(afterHours())), ([count, , rest]) => count * 60 + (rest ?? 0)),
    // 2,5 heures
    map(
      seq(
        lexeme('num'),
        glued(role('comma', 'dot')),
        where(lexeme('num'), (found) => found.glued && found.digits <= 2),
        hours,
      ),
      // "20,14h" is a day and an hour.
      ([whole, , part]) =>
        whole.roles.num! < 13 && (part.digits === 1 || part.roles.num! % 25 === 0)
          ? Math.round((whole.roles.num! + part.roles.num! / 10 ** part.digits) * 60)
          : null,
    ),
    map(seq(opt(role('article')), role('half'), opt(role('article')), hours), () => 30),
    map(seq(opt(role('article')), role('quarter'), ofHour, hours), () => 15),
    map(
      seq(
        where(role('num'), (value) => value === 3),
        role('quarter'),
        ofHour,
        hours,
      ),
      () => 45,
    ),
    map(seq(amount, unit('minute')), ([count]) => count),
    // 45'
    map(
      seq(
        where(lexeme('num'), (found) => found.digits === 2),
        glued(role('quote')),
      ),
      ([count]) => count.roles.num!,
    ),
  ),
);

function afterHours(): Pattern<number> {
  return any(
    map(seq(opt(role('et')), opt(role('article')), role('half')), () => 30),
    map(seq(role('et'), opt(role('article')), role('quarter')), () => 15),
    map(seq(opt(role('et')), smallNumber, unit('minute')), ([, minutes]) => minutes.roles.num!),
    map(
      where(smallNumber, (found) => found.glued || found.digits === 0 || found.digits === 2),
      (found, input, _at, next) =>
        found.roles.article !== undefined ||
        (!found.glued &&
          (slashesIntoDate(input, next) ||
            has(input, next, 'hour', 'month', 'monthShort', 'counted', 'colon', 'unit')))
          ? null
          : found.roles.num!,
    ),
  );
}

const DAY_LENGTH = 24 * 60;
/** "6h de maths" is a length, "17h de mardi" a time. */
const LONGEST_LESSON = 8 * 60;
/** From here on hours are a sum over several lessons. */
const LONGEST_SUM = 5 * 60;
const sane = (minutes: number): boolean => minutes > 0 && minutes <= DAY_LENGTH;

/** pendant 2h, durée 1h30, 2h de cours, for two hours: surely a length. */
const said: Pattern<Content> = any<Content>(
  map(seq(role('during'), opt(role('colon', 'de', 'du')), lengthOfTime), ([, , minutes]) =>
    sane(minutes) ? { minutes } : null,
  ),
  // "la durée était de 0h45", "elle a duré 1h30"
  map(seq(opt(role('de')), lengthOfTime), ([, minutes], input, at) =>
    (sane(minutes) && LASTED.test(input[at - 1]?.text ?? '')) ||
    (sane(minutes) &&
      LASTED.test(input[at - 2]?.text ?? '') &&
      /^(?:etait|est|sera|fut|was|is)$/u.test(input[at - 1]?.text ?? ''))
      ? { minutes }
      : null,
  ),
  // "durée de la séance : 1h30"
  map(
    seq(
      role('during'),
      opt(role('de', 'du')),
      opt(role('la', 'le')),
      role('lesson'),
      opt(role('colon')),
      lengthOfTime,
    ),
    ([, , , , , minutes]) => (sane(minutes) ? { minutes } : null),
  ),
  map(seq(lengthOfTime, role('de', 'of'), role('lesson', 'counted')), ([minutes]) =>
    sane(minutes) ? { minutes } : null,
  ),
  // "1h de maths": a subject is no time word.
  map(seq(lengthOfTime, role('de')), ([minutes], input, at, next) => {
    const subject = input[next] !== undefined && Object.keys(input[next]!.roles).length === 0;
    // "vingt heures de présence": no lesson lasts so long.
    const sum =
      subject &&
      minutes > LONGEST_LESSON &&
      input[next - 2]!.text.length > 1 &&
      !has(input, at - 1, 'at', 'de');
    if (sum) return { trouble: 'quiet' as const };
    return subject && minutes <= LONGEST_LESSON ? { minutes } : null;
  }),
  map(seq(role('lesson'), role('de'), lengthOfTime), ([, , minutes], input, at, next) =>
    sane(minutes) && minutes <= 300 && (hasUnitWord(input, at, next) || isDecimal(input, at, next))
      ? { minutes }
      : null,
  ),
  map(seq(role('open'), lengthOfTime, role('open')), ([, minutes]) => (minutes <= 300 ? { minutes } : null)),
);

/** "1.5h", "1,5 h": no clock time is written so. */
const isDecimal = (input: readonly Lexeme[], at: number, next: number): boolean =>
  input
    .slice(at, next)
    .some(
      (found, index, all) =>
        ('comma' in found.roles || 'dot' in found.roles) &&
        found.glued &&
        index > 0 &&
        index < all.length - 1,
    );

function hasUnitWord(input: readonly { roles: { unit?: number } }[], at: number, next: number): boolean {
  return input.slice(at, next).some((found) => found.roles.unit !== undefined);
}

/** Minutes, halves and quarters of an hour can only be a length; below five minutes it is a manner of speaking. */
const bare: Pattern<Content> = map(lengthOfTime, (minutes, input, at, next) => {
  const byHours = has(input, at + 1, 'hour') && has(input, at, 'num');
  const unitSaid =
    hasUnitWord(input, at, next) || isDecimal(input, at, next) || has(input, next - 1, 'quote');
  return !byHours && minutes >= 5 && sane(minutes) && unitSaid ? { minutes } : null;
});

const WAITED = /^(?:attendu|attends|attendre|attend|patiente|poireaute|galere|waited|waiting|wait)$/u;

const LASTED = /^(?:duree|dure|duraient|durait|durent|lasted|lasts|duration)$/u;

const BOUGHT =
  /^(?:carnets?|forfaits?|packs?|formules?|packages?|abonnements?|lots?|quotas?|credits?|volumes?|enveloppes?|contrats?|plafonds?|totaux?|delais?|preavis)$/u;

/** "3h par semaine", "2 fois par mois", "10 heures sup", "48h de délai": numbers of hours that are no time at all. */
const quiet: Pattern<Content> = any<Content>(
  // "du 24 au 28 mai, 10h en tout": a sum; what one lesson can last stays a length.
  map(seq(opt(role('at', 'comma')), lengthOfTime, role('total')), ([, minutes]) =>
    minutes >= LONGEST_SUM ? { trouble: 'quiet' as const } : { minutes },
  ),
  // "passer de 1h à 1h30 par séance": two lengths.
  map(
    seq(
      opt(role('de')),
      lengthOfTime,
      role('at', 'dash', 'to'),
      lengthOfTime,
      role('each', 'de'),
      role('lesson', 'unit', 'weekdays', 'counted'),
    ),
    ([, from, , to]) => (from < LONGEST_SUM && to < LONGEST_SUM ? { trouble: 'quiet' as const } : null),
  ),
  map(seq(lengthOfTime, role('each', 'slash'), any(role('unit'), role('part'))), () => ({
    trouble: 'quiet' as const,
  })),
  map(seq(amount, role('counted'), role('each'), role('unit')), () => ({ trouble: 'quiet' as const })),
  // "une heure de moins": a difference.
  map(seq(lengthOfTime, role('de')), (_values, input, _at, next) =>
    /^(?:moins|plus|trop|difference|ecart|mieux)$/u.test(input[next]?.text ?? '')
      ? { trouble: 'quiet' as const }
      : null,
  ),
  // "un carnet de 12h", "2 forfaits de 10 heures": what is bought.
  map(seq(opt(role('de')), lengthOfTime), (_values, input, at) =>
    BOUGHT.test(input[at - 1]?.text ?? '') ? { trouble: 'quiet' as const } : null,
  ),
  map(
    seq(
      amount,
      hours,
      where(lexeme('vague'), (found) => found.text === 'sup'),
    ),
    () => ({ trouble: 'quiet' as const }),
  ),
  map(
    seq(
      where(lexeme('num'), (found) => [24, 36, 48, 72, 96].includes(found.roles.num!)),
      hours,
    ),
    (_found, input, at, next) => {
      const delay =
        has(input, at - 1, 'in', 'en', 'during', 'du') ||
        has(input, next, 'de', 'fromOn', 'before', 'after') ||
        next < input.length;
      // "mardi 24h": an hour that no clock shows.
      const ofDay = has(input, at - 1, 'at', 'to', 'ago', 'weekday', 'relativeDay', 'month');
      return delay && !ofDay ? { trouble: 'quiet' as const } : null;
    },
  ),
  map(seq(amount, unit('year')), () => ({ trouble: 'quiet' as const })),
);

/** "de route", "en voiture", "à pied", "by train", "late": what takes time and is no lesson. */
const travel = seq(
  opt(role('de', 'of', 'en', 'at', 'by', 'inEnglish', 'on')),
  opt(role('article', 'le', 'la')),
  role('travel'),
);

/** A way takes no longer: "18h 30 min late", "à 15h + 30 min" are hours. */
const LONGEST_WAY = 5 * 60;
const wayTime: Pattern<number> = where(lengthOfTime, (minutes) => minutes <= LONGEST_WAY);

/** "2 h de route", "une heure de retard", "à 20 minutes d'ici", "un trajet de 1h30": neither a start nor the length of a lesson. */
const journey: Pattern<Content> = any<Content>(
  map(seq(opt(role('at')), wayTime, travel), () => ({ trouble: 'quiet' as const })),
  // "j'ai attendu 45 minutes devant la porte"
  map(lengthOfTime, (_minutes, input, at) =>
    WAITED.test(input[at - 1]?.text ?? '') ? { trouble: 'quiet' as const } : null,
  ),
  // "12h d'avion"
  map(seq(opt(role('at')), lengthOfTime, role('de', 'of'), role('travel')), () => ({
    trouble: 'quiet' as const,
  })),
  map(
    seq(
      role('travel'),
      opt(role('filler', 'about')),
      opt(role('de', 'of', 'during')),
      opt(role('about')),
      wayTime,
    ),
    (_found, input, at, next) =>
      has(input, at + 1, 'de', 'of', 'during', 'about') && !has(input, next, 'at', 'dash', 'to')
        ? { trouble: 'quiet' as const }
        : null,
  ),
  // "j'habite à 20 minutes", "à 2 h de Paris", "à 2 heures de chez moi".
  map(seq(role('at'), wayTime), ([, minutes], input, at, next) => {
    const inMinutes = has(input, next - 1, 'unit') && UNITS[input[next - 1]!.roles.unit!] === 'minute';
    const place =
      has(input, next, 'de') &&
      input[next + 1] !== undefined &&
      Object.keys(input[next + 1]!.roles).length === 0 &&
      minutes <= 300 &&
      minutes % 5 === 0;
    return input[at]!.text === 'a' && (inMinutes || place) ? { trouble: 'quiet' as const } : null;
  }),
);

/** What lengths say. */
export const durationRules: readonly Pattern<Content>[] = [journey, said, bare, quiet];
