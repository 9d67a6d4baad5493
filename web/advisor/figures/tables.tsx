import type { ClockFiguresView } from '../../../bot/advisor-api/contract-figures';
import { useSession } from '../context';
import type { Strings } from '../strings.fr';
import type { CardProps } from './cards';
import { CsvButton } from './chart-card';
import { FiguresTable } from './figures-table';
import css from './figures.module.css';

/** How fast are requests of each priority answered and solved? */
export function TimesCard({ figures, query }: CardProps) {
  const { strings } = useSession();
  const { charts, columns } = strings.figures;
  return (
    <section className={css.card} aria-labelledby="figures-times">
      <h2 id="figures-times" className={css.finding}>
        {charts.times}
      </h2>
      <FiguresTable
        caption={charts.times}
        columns={[columns.priority, columns.tickets, columns.firstReply, columns.resolution]}
        rows={figures.byPriority.map(({ priority, tickets, firstReply, resolution }) => [
          strings.ticket.priority[priority],
          tickets,
          duration(firstReply, strings),
          duration(resolution, strings),
        ])}
      />
      <CsvButton part="times" query={query} about={charts.times} />
    </section>
  );
}

function duration({ done, inTime, medianMinutes }: ClockFiguresView, strings: Strings): string {
  const { headline } = strings.figures;
  if (medianMinutes === null) return headline.nothing;
  return `${strings.time.length(Math.round(medianMinutes))}, ${headline.inTime(inTime / done)}`;
}

/** Which answers help nobody? */
export function ArticlesCard({ figures, query }: CardProps) {
  const { charts, columns, noVotes } = useSession().strings.figures;
  const { articles } = figures;
  return (
    <section className={css.card} aria-labelledby="figures-articles">
      <h2 id="figures-articles" className={css.finding}>
        {charts.articles}
      </h2>
      {articles.length === 0 ? (
        <p className={css.caption}>{noVotes}</p>
      ) : (
        <>
          <FiguresTable
            caption={charts.articles}
            columns={[columns.article, columns.helpful, columns.not]}
            rows={articles.map(({ title, helpful, not }) => [title, helpful, not])}
          />
          <CsvButton part="articles" query={query} about={charts.articles} />
        </>
      )}
    </section>
  );
}
