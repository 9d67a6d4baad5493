import type { figuresFr } from './figures.fr';

/** The English words of the files that the figures page exports: see ../messages.en.ts. */
export const figuresEn: typeof figuresFr = {
  figuresExport: {
    columns: {
      categories: { desk: 'Desk', category: 'Category', messages: 'Messages', tickets: 'Requests' },
      days: {
        day: 'Day',
        messages: 'Messages',
        visits: 'Visits',
        withoutTicket: 'Visits without a request',
        tickets: 'Requests',
      },
      hours: { hour: 'Hour', messages: 'Messages' },
      times: {
        priority: 'Priority',
        tickets: 'Requests',
        replied: 'First replies',
        repliedInTime: 'First replies in time',
        replyMinutes: 'First reply, median (open minutes)',
        solved: 'Solved',
        solvedInTime: 'Solved in time',
        solveMinutes: 'Resolution, median (open minutes)',
      },
      backlog: { age: 'Filed', ours: 'For us to answer', waiting: 'Waiting for the requester' },
      articles: { topic: 'Topic', title: 'Article', helpful: 'Helpful', not: 'Not helpful' },
    },
    unknown: 'Topic not recognised',
    priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
    ages: {
      'under-a-day': 'less than a day ago',
      'one-to-three-days': '1 to 3 days ago',
      'three-to-seven-days': '3 to 7 days ago',
      'over-a-week': 'more than a week ago',
    },
  },
};
