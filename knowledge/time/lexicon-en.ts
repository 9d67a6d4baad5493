import type { Entries } from './lexicon';
import { glue, holiday, part, spellings, unit } from './lexicon-entries';
import type { Roles } from './roles';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAYS_SHORT = ['', 'tue|tues', 'wed|weds', 'thu|thur|thurs', 'fri', 'sat', 'sun'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEAK_MONTHS: ReadonlySet<string> = new Set(['march', 'may', 'april', 'august', 'june']);
const MONTHS_SHORT = ['', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', '', '', '', ''];

function calendar(): Record<string, Roles> {
  const entries: Record<string, Roles> = {};
  const add = (texts: string, roles: Roles) => {
    for (const text of texts.split('|')) if (text) entries[text] = { ...entries[text], ...roles };
  };
  WEEKDAYS.forEach((name, index) => {
    add(name, { weekday: index + 1 });
    add(`${name}s`, { weekdays: index + 1 });
    add(WEEKDAYS_SHORT[index]!, { weekdayShort: index + 1 });
  });
  MONTHS.forEach((name, index) => {
    add(name, WEAK_MONTHS.has(name) ? { monthShort: index + 1 } : { month: index + 1 });
    add(MONTHS_SHORT[index]!, { monthShort: index + 1 });
  });
  return entries;
}

/** The words of English time expressions. */
export const ENGLISH: readonly Entries[] = [
  calendar(),
  spellings('today', { relativeDay: 0 }),
  spellings('yesterday|yday', { relativeDay: -1 }),
  spellings('day before yesterday|the day before yesterday', { relativeDay: -2 }),
  spellings('tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|2moro', { relativeDay: 1 }),
  spellings('day after tomorrow|the day after tomorrow', { relativeDay: 2 }),
  spellings('minute|minutes|mins', unit('minute')),
  spellings('hour|hours|hrs', { unit: 1 }),
  spellings('day|days', unit('day')),
  spellings('week|weeks', unit('week')),
  spellings('fortnight', unit('fortnight')),
  spellings('month|months', unit('month')),
  spellings('year|years', unit('year')),
  spellings('morning', part('morning')),
  spellings('afternoon|after noon', part('afternoon')),
  spellings('evening|tonight', part('evening')),
  spellings('night', part('night')),
  spellings('lunchtime', part('lunch')),
  spellings('noon|midday', { noon: 0 }),
  { midnight: { midnight: 0 } },
  spellings('am', { meridiem: 0 }),
  spellings('a m', { meridiem: 0 }),
  spellings('pm', { meridiem: 1 }),
  spellings('p m', { meridiem: 1 }),
  spellings('o clock|oclock', { oclock: 0 }),
  spellings('next|coming|following', { next: 0 }),
  spellings('last|previous', { last: 0 }),
  spellings('this|this coming', { this: 0 }),
  { ish: { ish: 0 } },
  spellings('exactly|just', { filler: 0 }),
  spellings('at the latest|tops', { atMost: 0 }),
  spellings('at the earliest', { atLeast: 0 }),
  glue(
    'move',
    'move|moved|reschedule|rescheduled|postpone|postponed|shift|shifted|push|pushed|change|changed|switch|switched|swap|swapped',
  ),
  spellings('sorry|i mean|i meant|rather|actually|make that|scratch that|no', { correct: 0 }),
  spellings(
    'bank holiday|bank holiday monday|the holidays|the summer|half term|thanksgiving|remembrance day|remembrance sunday|mothers day|mother s day|fathers day|father s day|memorial day|labor day|previous day|the previous day|following day|the following day|same day|the same day|that day|the next day',
    { vague: 0 },
  ),
  spellings('boxing day', holiday('boxingDay')),
  spellings('halloween', holiday('halloween')),
  spellings('bonfire night|guy fawkes|guy fawkes night', holiday('bonfireNight')),
  spellings('valentine s day|valentines day|valentine day', holiday('valentine')),
  spellings('st patrick s day|st patricks day', holiday('stPatrick')),
  spellings('usually|as a rule', { habitual: 0 }),
  spellings('ago|earlier', { agoAfter: -1 }),
  spellings('from now', { agoAfter: 1 }),
  spellings('within', { in: 0 }),
  spellings('in', { inEnglish: 0 }),
  spellings('at|@', { at: 0 }),
  spellings('around|about', { about: 0, filler: 0 }),
  spellings('from|not before', { fromOn: 0 }),
  spellings('since', { since: 0 }),
  { before: { before: 0 } },
  { 'no later than': { before: 0, atMost: 0 } },
  spellings('after', { after: 0 }),
  spellings('until|till|til', { until: 0 }),
  spellings('by', { by: 0 }),
  spellings('during|lasting', { during: 0 }),
  spellings('for', { during: 0 }),
  spellings('between', { between: 0 }),
  spellings('early|beginning of|start of|the beginning of|the start of', { edge: -1 }),
  spellings('mid|middle of|the middle of', { edge: 0 }),
  spellings('late|end of|the end of', { edge: 1 }),
  spellings('now|right now', { now: 0 }),
  spellings(
    'later|soon|a few days|few days|a few weeks|a few hours|a few minutes|a couple of days|couple of days|a couple of weeks|a couple of hours|recently|the other day|some time|sometime|someday|as soon as possible',
    {
      vague: 0,
    },
  ),
  spellings('christmas|christmas day|xmas', holiday('christmas')),
  spellings('christmas eve', holiday('christmasEve')),
  spellings('new year|new year s day|new years day', holiday('newYear')),
  spellings('new year s eve|new years eve', holiday('newYearsEve')),
  spellings('easter|easter sunday', holiday('easter')),
  spellings('easter monday', holiday('easterMonday')),
  spellings('shrove tuesday|pancake day|pancake tuesday', holiday('shroveTuesday')),
  spellings('ash wednesday', holiday('ashWednesday')),
  spellings('palm sunday', holiday('palmSunday')),
  spellings('maundy thursday|holy thursday', holiday('maundyThursday')),
  spellings('good friday', holiday('goodFriday')),
  spellings('holy saturday|easter saturday', holiday('holySaturday')),
  spellings('ascension day|ascension thursday', holiday('ascension')),
  spellings('whit sunday|pentecost', holiday('pentecost')),
  spellings('whit monday|pentecost monday', holiday('whitMonday')),
  spellings('in all|in total|all in all|altogether|overall', { total: 0 }),
  { half: { half: 0 } },
  spellings('quarter|quarters', { quarter: 0 }),
  glue('to', 'to|through|thru'),
  glue('of', 'of'),
  glue('on', 'on'),
  spellings('past', { past: 0 }),
  { the: { le: 0 } },
  { and: { et: 0 } },
  { or: { ou: 0 } },
  glue('not', 'not|except'),
  spellings('instead of|in place of', { not: 0, insteadOf: 0 }),
  glue('but', 'but'),
  glue('travel', 'drive|walk|ride|flight|commute|journey|trip|delay|late|wait|break|away|foot|jetlag'),
  glue('each', 'every|each|per|every other'),
  glue('lesson', 'lesson|class|session|meeting|call'),
  glue('e', 'st|nd|rd|th'),
  glue(
    'counted',
    'student|students|lesson|lessons|people|times|kids|children|sessions|tickets|coupons|invoices',
  ),
];
