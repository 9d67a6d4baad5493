import type { ClockFiguresView, FiguresPart, FiguresView } from '../advisor-api/contract-figures';
import { fr } from '../../dialogs/messages.fr';
import { csvFile, type Cell } from './csv';

type Words = (typeof fr)['figuresExport'];
type Table = readonly (readonly Cell[])[];

/** The table behind one chart of the figures page, as a file. Columns and order are those of the page. */
export function figuresCsv(figures: FiguresView, part: FiguresPart): AsyncGenerator<string, void, undefined> {
  const words: Words = fr.figuresExport;
  return csvFile(Object.values(words.columns[part]), inTurn(TABLES[part](figures, words)));
}

/** "chiffres-categories-2026-11-01-2026-11-30-abc.csv" */
export const figuresFileName = (asked: {
  readonly part: FiguresPart;
  readonly from: string;
  readonly to: string;
  readonly desk?: string | undefined;
}): string =>
  `${['chiffres', asked.part, asked.from, asked.to, ...(asked.desk === undefined ? [] : [asked.desk])].join('-')}.csv`;

async function* inTurn(rows: Table): AsyncGenerator<readonly Cell[], void, undefined> {
  yield* rows;
}

const whole = (number: number): Cell => ({ number, digits: 0 });
const clock = ({ done, inTime, medianMinutes }: ClockFiguresView): readonly Cell[] => [
  whole(done),
  whole(inTime),
  medianMinutes === null ? '' : { number: medianMinutes, digits: 1 },
];

const TABLES: Readonly<Record<FiguresPart, (figures: FiguresView, words: Words) => Table>> = {
  categories: ({ byCategory }, { unknown }) =>
    byCategory.map(({ desk, category, messages, tickets }) => [
      desk,
      category ?? unknown,
      whole(messages),
      whole(tickets),
    ]),
  days: ({ byDay }) =>
    byDay.map(({ day, messages, visits, withoutTicket, tickets }) => [
      day,
      whole(messages),
      whole(visits),
      whole(withoutTicket),
      whole(tickets),
    ]),
  hours: ({ byHour }) => byHour.map((messages, hour) => [`${hour}h`, whole(messages)]),
  times: ({ byPriority }, { priorities }) =>
    byPriority.map(({ priority, tickets, firstReply, resolution }) => [
      priorities[priority],
      whole(tickets),
      ...clock(firstReply),
      ...clock(resolution),
    ]),
  backlog: ({ backlog }, { ages }) =>
    backlog.map(({ age, ours, waiting }) => [ages[age], whole(ours), whole(waiting)]),
  articles: ({ articles }) =>
    articles.map(({ topicId, title, helpful, not }) => [topicId, title, whole(helpful), whole(not)]),
};
