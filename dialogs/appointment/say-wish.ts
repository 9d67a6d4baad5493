import { sayClock, sayDate } from '../say';
import type { Scene } from '../scene';
import { isAnyTime, type ClockSpan, type Times, type Wish } from './wish';

type Saying = Pick<Scene, 'locale' | 'words' | 'turn'>;

/** A Monday: day names are taken from the week that begins with it. */
const MONDAY = '2024-01-01';

/** A wish as she would say it: "du lundi 23 au vendredi 27 novembre, l'après-midi, sauf le mercredi". */
export function sayWish(wish: Wish, advisors: ReadonlyMap<string, string>, saying: Saying): string {
  const { said } = saying.words.appointment;
  const any = wish.any.map((times) => sayTimes(times, saying)).filter((text) => text !== '');
  const names = wish.advisors.flatMap((id) => advisors.get(id) ?? []);
  // Of a single day nothing is left to be ruled out but parts of it.
  const isOneDay = wish.any.every(({ days }) => days !== null && days.from === days.to);
  const none = isOneDay ? wish.none.filter(({ clock }) => clock !== null) : wish.none;
  return [
    any.length === 0 ? said.soon : any.join(` ${said.or} `),
    ...(none.length === 0
      ? []
      : [
          said.except(
            list(
              none.map((times) => sayTimes(times, saying)),
              said.and,
            ),
          ),
        ]),
    ...(names.length === 0 ? [] : [said.with(names.join(` ${said.or} `))]),
  ].join(', ');
}

/** "a, b et c" */
const list = (items: readonly string[], and: string): string =>
  items.length < 2
    ? items.join()
    : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1] ?? ''}`;

/** Whether a wish says more than a day, so that it is worth repeating beside the slots. */
export const isParticular = ({ any, none, advisors }: Wish): boolean =>
  none.length > 0 ||
  advisors.length > 0 ||
  any.length > 1 ||
  any.some(({ days, clock }) => clock !== null || (days !== null && days.from !== days.to));

function sayTimes(times: Times, saying: Saying): string {
  if (isAnyTime(times)) return '';
  const { days, weekday, clock } = times;
  const { appointment } = saying.words;
  const parts = [sayDays(days, saying), weekday === null ? null : sayWeekday(weekday, saying)].filter(
    (part) => part !== null,
  );
  if (clock === null) return parts.join(', ');
  if (parts.length === 1 && clock.from === clock.to)
    return appointment.slotLabel(parts.join(), sayClock(clock.from, saying.locale));
  const part = partOfDay(clock);
  const isOneDay = parts.length === 1 && (days === null || days.from === days.to);
  if (isOneDay && part !== null) return appointment.said.dayPart[part](parts.join());
  return [...parts, sayPart(clock, saying)].join(', ');
}

function partOfDay({ from, to }: ClockSpan): 'morning' | 'afternoon' | 'evening' | null {
  if (to === '12:00' && from <= '08:00') return 'morning';
  if (from === '12:00' && to === '18:00') return 'afternoon';
  return from === '18:00' && to === '22:00' ? 'evening' : null;
}

function sayDays(days: Times['days'], { words, locale, turn }: Saying): string | null {
  if (days === null) return null;
  const [from, to] = [days.from, days.to].map((day) => sayDate(day, locale, turn.now));
  return days.from === days.to ? (from ?? '') : words.appointment.said.fromTo(from ?? '', to ?? '');
}

const sayWeekday = (weekday: number, { words, locale }: Saying): string => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(new Date(`${MONDAY}T12:00:00Z`).getTime() + (weekday - 1) * 86_400_000),
  );
  return words.appointment.said.weekday(name);
};

function sayPart({ from, to }: ClockSpan, { words, locale }: Saying): string {
  const { said } = words.appointment;
  const [start, end] = [sayClock(from, locale), sayClock(to, locale)];
  if (from === to) return said.at(start);
  const part = partOfDay({ from, to });
  if (part !== null) return said[part];
  if (to === '24:00') return said.after(start);
  return from === '00:00' ? said.before(end) : said.between(start, end);
}
