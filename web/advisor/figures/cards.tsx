import type { FiguresView } from '../../../bot/advisor-api/contract-figures';
import { useSession } from '../context';
import { ChartCard } from './chart-card';
import { BacklogChart, CategoriesChart, DaysChart, HoursChart } from './charts';
import { FiguresTable } from './figures-table';
import { categoryTotals, findingsOf } from './findings';

export interface CardProps {
  readonly figures: FiguresView;
  /** The days and desk asked for, as the API takes them. */
  readonly query: string;
}

/** What is people's business with us? */
export function CategoriesCard({ figures, query }: CardProps) {
  const { strings } = useSession();
  const { findings, charts, columns, unknown } = strings.figures;
  const name = (category: string | null): string =>
    category === null ? unknown : (strings.categories[category] ?? category);
  const { category: top } = findingsOf(figures);
  return (
    <ChartCard
      part="categories"
      query={query}
      finding={
        top === null ? findings.none.categories : findings.category(name(top.category), top.share, top.of)
      }
      caption={charts.categories}
      chart={top === null ? null : <CategoriesChart figures={figures} />}
      table={
        <FiguresTable
          caption={charts.categories}
          columns={[columns.category, columns.tickets, columns.messages]}
          rows={categoryTotals(figures.byCategory).map((each) => [
            name(each.category),
            each.tickets,
            each.messages,
          ])}
        />
      }
    />
  );
}

/** How much is settled without us? */
export function DaysCard({ figures, query }: CardProps) {
  const { strings, dates } = useSession();
  const { findings, charts, columns } = strings.figures;
  const { withoutTicket } = findingsOf(figures);
  return (
    <ChartCard
      part="days"
      query={query}
      finding={withoutTicket === null ? findings.none.days : findings.withoutTicket(withoutTicket)}
      caption={charts.days}
      chart={withoutTicket === null ? null : <DaysChart figures={figures} />}
      table={
        <FiguresTable
          caption={charts.days}
          columns={[columns.day, columns.messages, columns.visits, columns.withoutTicket, columns.tickets]}
          rows={figures.byDay.map((each) => [
            dates.shortDay(`${each.day}T12:00:00Z`),
            each.messages,
            each.visits,
            each.withoutTicket,
            each.tickets,
          ])}
        />
      }
    />
  );
}

/** Does anything lie about? */
export function BacklogCard({ figures, query }: CardProps) {
  const { findings, charts, columns, ages } = useSession().strings.figures;
  const { oldest } = findingsOf(figures);
  return (
    <ChartCard
      part="backlog"
      query={query}
      finding={oldest === null ? findings.none.backlog : findings.oldest(oldest.count, oldest.age)}
      caption={charts.backlog}
      chart={oldest === null ? null : <BacklogChart figures={figures} />}
      table={
        <FiguresTable
          caption={charts.backlog}
          columns={[columns.age, columns.ours, columns.waiting]}
          rows={figures.backlog.map(({ age, ours, waiting }) => [ages[age], ours, waiting])}
        />
      }
    />
  );
}

/** When should somebody be there? */
export function HoursCard({ figures, query }: CardProps) {
  const { findings, charts, columns, hour } = useSession().strings.figures;
  const { peak } = findingsOf(figures);
  return (
    <ChartCard
      part="hours"
      query={query}
      finding={peak === null ? findings.none.hours : findings.peak(peak.from, peak.to)}
      caption={charts.hours}
      chart={peak === null ? null : <HoursChart figures={figures} />}
      table={
        <FiguresTable
          caption={charts.hours}
          columns={[columns.hour, columns.messages]}
          rows={figures.byHour.map((messages, index) => [hour(index), messages])}
        />
      }
    />
  );
}
