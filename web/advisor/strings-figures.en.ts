import type { figuresFr } from './strings-figures.fr';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const many = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** The English strings of the figures page: see strings.en.ts. */
export const figuresEn: typeof figuresFr = {
  title: 'Figures',
  lead: 'What people ask, what is settled without you, and how fast you answer.',
  filters: {
    label: 'Period and desk',
    period: 'Period',
    periods: {
      week: 'Last 7 days',
      month: 'Last 4 weeks',
      quarter: 'Last 13 weeks',
      'this-month': 'This month',
      'last-month': 'Last month',
      own: 'Other dates',
    },
    from: 'From',
    to: 'To',
    desk: 'Desk',
    allDesks: 'All my desks',
    backwards: 'The period ends before it begins: change one of the two dates.',
    tooLong: 'The period is over a year long: bring the two dates closer.',
  },
  empty: ['Nothing to count in this period', 'Nobody wrote and no request is open. Choose other dates.'],
  headline: {
    label: 'Six figures',
    messages: 'Messages received',
    withoutTicket: 'Visits settled without a request',
    tickets: 'Requests filed',
    firstReply: 'First reply',
    resolution: 'Resolution',
    open: 'Open requests',
    median: 'median, in opening hours',
    visits: (count) => many(count, 'visit', 'visits'),
    filedAfter: (share) => `after ${percent(share)} of visits`,
    inTime: (share) => `${percent(share)} in time`,
    overdue: (count) => (count === 0 ? 'none overdue' : `${count} overdue`),
    now: 'right now',
    up: (change) => `${change} more than the period before`,
    down: (change) => `${change} less than the period before`,
    same: 'same as the period before',
    points: (count) => many(count, 'point', 'points'),
    nothing: '–',
  },
  findings: {
    category: (name, share, of) =>
      `${name}: ${percent(share)} of ${of === 'tickets' ? 'requests' : 'messages'}`,
    withoutTicket: (share) => `${percent(share)} of visits are settled without a request`,
    oldest: (count, age) => {
      const waits = many(count, 'request', 'requests');
      return {
        'under-a-day': `${waits} open, all less than a day old`,
        'one-to-three-days': `${waits} open for more than a day`,
        'three-to-seven-days': `${waits} open for more than three days`,
        'over-a-week': `${waits} open for more than a week`,
      }[age];
    },
    peak: (from, to) => `Most people write between ${from}:00 and ${to}:00`,
    none: {
      categories: 'No message or request by category',
      days: 'No visit in the period',
      backlog: 'No open request',
      hours: 'No message in the period',
    },
  },
  charts: {
    categories: 'Messages and requests by category',
    days: 'Visits a day, and those settled without a request',
    backlog: 'Open requests by age',
    hours: 'Messages by hour',
    times: 'Times by priority',
    articles: 'What answers are worth to those who read them',
  },
  table: 'Show the table',
  csv: 'Download as CSV',
  saved: 'Table downloaded.',
  unknown: 'Topic not recognised',
  ages: {
    'under-a-day': 'Less than a day',
    'one-to-three-days': '1 to 3 days',
    'three-to-seven-days': '3 to 7 days',
    'over-a-week': 'More than a week',
  },
  columns: {
    category: 'Category',
    day: 'Day',
    hour: 'Hour',
    age: 'Age',
    messages: 'Messages',
    tickets: 'Requests',
    visits: 'Visits',
    withoutTicket: 'Without a request',
    ours: 'For us',
    waiting: 'Waiting',
    priority: 'Priority',
    firstReply: 'First reply',
    resolution: 'Resolution',
    article: 'Answer',
    helpful: 'Helpful',
    not: 'Not helpful',
  },
  noVotes: 'Nobody has said yet whether an answer helped.',
  hour: (hour) => `${hour}:00`,
};
