import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { FiguresPart } from '../../../bot/advisor-api/contract-figures';
import { useSession } from '../context';
import { ApiFailure, download } from '../lib/api';
import { failureText } from '../parts/states';
import css from './figures.module.css';

/** One question and its answer: the finding is the title, the chart shows it, the table behind it and its file hold the numbers. */
export function ChartCard(props: {
  readonly part: FiguresPart;
  /** The days and desk asked for, as the API takes them. */
  readonly query: string;
  readonly finding: string;
  readonly caption: string;
  /** null: there is nothing to draw. */
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  const { part, query, finding, caption, chart, table } = props;
  const { figures } = useSession().strings;
  return (
    <section className={css.card} aria-labelledby={`finding-${part}`}>
      <h2 id={`finding-${part}`} className={css.finding}>
        {finding}
      </h2>
      <p className={css.caption}>{caption}</p>
      {chart !== null && (
        <div className={css.chart} role="group" aria-label={caption}>
          {chart}
        </div>
      )}
      <div className={css.behind}>
        <details className={css.details}>
          <summary>{figures.table}</summary>
          {table}
        </details>
        <CsvButton part={part} query={query} about={caption} />
      </div>
    </section>
  );
}

/** Saves the table behind a chart as a file. */
export function CsvButton(props: {
  readonly part: FiguresPart;
  readonly query: string;
  readonly about: string;
}) {
  const { part, query, about } = props;
  const { strings, notify } = useSession();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await download(`/figures/export?part=${part}&${query}`);
      notify({ text: strings.figures.saved });
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    }
    setBusy(false);
  };
  return (
    <Button
      className={css.csv}
      size="small"
      disabledFocusable={busy}
      aria-label={`${strings.figures.csv} : ${about}`}
      onClick={() => void save()}
    >
      {strings.figures.csv}
    </Button>
  );
}
