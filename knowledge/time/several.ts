import type { DateExpr } from './expressions';
import type { Moment } from './moment';
import { monthOfDayBefore } from './month-lists';

/** "décaler de 14h à 15h", "reporté de lundi à mardi": the new time, and the whole as a range. */
function moves(moment: Moment, likelier: 'move' | 'range'): Moment[] {
  const target: Moment = { ...moment };
  if (moment.time?.kind === 'clock-range') target.time = { kind: 'clock', clock: moment.time.to };
  else if (moment.date?.kind === 'range') target.date = moment.date.to;
  const [first, second] = likelier === 'move' ? [target, moment] : [moment, target];
  return [first, { ...second, link: 'or' }];
}

/** Days that are all said lie in one month: "les 3, 10 et 24 novembre" are of one year. */
function siblings({ dates, all }: Extract<DateExpr, { kind: 'several' }>): readonly DateExpr[] {
  const days = dates.flatMap((date) => (date.kind === 'calendar' && date.year === null ? [date.day] : []));
  const rising =
    days.length === dates.length && days.every((day, index) => index === 0 || day > days[index - 1]!);
  if (!all || !rising) return dates;
  return days.map((day) => ({ kind: 'sibling', day, first: dates[0]!, last: dates[dates.length - 1]! }));
}

/** "de 17h à 18h les 3, 10 et 17 novembre": one moment for each of the days. */
function expand(moments: readonly Moment[]): Moment[] {
  return moments.flatMap((moment) => {
    const { date } = moment;
    if (moment.moved !== undefined) return moves(moment, moment.moved);
    if (moment.orHours !== undefined && date?.kind === 'calendar') {
      const weekday: DateExpr = { kind: 'weekday', weekday: date.weekday!, which: 'bare', weeks: 0 };
      return [
        { ...moment, rival: true },
        { ...moment, date: weekday, time: moment.orHours, link: 'or' as const },
      ];
    }
    if (date?.kind !== 'several') return [moment];
    return siblings(date).map((each, index) => ({
      ...moment,
      date: each,
      link: index === 0 ? moment.link : date.all ? ('and' as const) : ('or' as const),
    }));
  });
}

/** "lundi, mardi ou jeudi" is a choice of three; "14h, 14h30" may be one; what was corrected is gone. */
function settleLinks(moments: readonly Moment[]): Moment[] {
  const settled = moments.map((moment) => ({ ...moment }));
  for (let at = settled.length - 1; at > 0; at -= 1) {
    const moment = settled[at]!;
    const chosen = settled[at + 1]?.link === 'or';
    const dated = moment.date !== undefined || settled[at - 1]!.date !== undefined;
    if (moment.link === 'and' && (chosen || !dated)) moment.link = 'or';
  }
  return settled;
}

const isBareDay = (date: DateExpr | undefined): date is Extract<DateExpr, { kind: 'calendar' }> =>
  date?.kind === 'calendar' && date.month === null;

/** "lundi 14h, non 15h", "le 12 novembre, pardon le 13": what is not corrected stays. */
function correct(before: Moment, moment: Moment): void {
  if (isBareDay(moment.date) && before.date?.kind === 'calendar')
    moment.date = { ...moment.date, month: before.date.month, year: before.date.year };
  if (moment.again === true && moment.date?.kind === 'calendar') {
    if (before.date?.kind === 'weekend') moment.date = { kind: 'weekend-of', date: moment.date };
    else if (before.date?.kind === 'week' || before.date?.kind === 'week-of')
      moment.date = { kind: 'week-of', date: moment.date };
  }
  if (moment.time === undefined && moment.date !== undefined) {
    moment.time = before.time;
    moment.part = before.part;
    moment.until = before.until;
    moment.timeBound ??= before.timeBound;
  }
  moment.minutes ??= before.minutes;
  // "de 14h à 16h, non 17h": probably the end, perhaps the start.
  if (before.time?.kind === 'clock-range' && moment.time?.kind === 'clock') {
    moment.time = { ...before.time, to: moment.time.clock };
    moment.doubtful = true;
  }
}

/** "demain 14h ou 16h", "lundi ou mardi à 14h", "le 12 ou le 13 novembre": what one says holds for the other. */
function share(moments: Moment[]): Moment[] {
  const replaced = new Set<Moment>();
  for (let at = 1; at < moments.length; at += 1) {
    const before = moments[at - 1]!;
    const moment = moments[at]!;
    if (moment.link === 'instead') {
      replaced.add(before);
      moment.link = before.link;
    }
    if (moment.offset !== undefined || before.offset !== undefined) continue;
    if (replaced.has(before)) correct(before, moment);
    const tied = moment.link === 'and' || moment.link === 'or';
    if (tied && before.timeFirst === true && moment.time === undefined && moment.date !== undefined) {
      moment.time = before.time;
      moment.part ??= before.part;
      moment.minutes ??= before.minutes;
      moment.timeFirst = true;
    }
    if (moment.date === undefined && before.date !== undefined && moment.time !== undefined) {
      moment.date = before.date;
      moment.dateBound ??= before.dateBound;
      moment.part ??= before.part;
    }
  }
  const kept = moments.filter((moment) => !replaced.has(moment));
  for (let at = kept.length - 1; at > 0; at -= 1) {
    const before = kept[at - 1]!;
    const moment = kept[at]!;
    const tied = moment.link === 'or' || moment.link === 'and';
    if (!tied || moment.offset !== undefined || before.offset !== undefined) continue;
    if (before.date === undefined && moment.date !== undefined && before.time !== undefined)
      before.date = moment.date;
    if (before.time === undefined && before.date !== undefined && moment.date !== undefined)
      before.time = moment.time;
    if (isBareDay(before.date) && moment.date?.kind === 'calendar')
      before.date = { ...before.date, ...monthOfDayBefore(before.date.day, moment.date) };
  }
  return kept;
}

/** The moments that a text says, each with its own day and time: lists taken apart, corrections made, what one says given to the others. */
export const separate = (moments: readonly Moment[]): readonly Moment[] =>
  share(settleLinks(expand(moments)));
