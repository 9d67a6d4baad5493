import type { TrialView } from '../../../bot/advisor-api/contract-teaching';
import { useSession } from '../context';
import css from './teaching.module.css';

const ROWS = ['right', 'wronglyAnswered', 'answeredOutOfScope'] as const;

/** What a phrase changes, before and after, and in a sentence. */
export function TrialTable({ trial }: { readonly trial: TrialView }) {
  const { trial: words } = useSession().strings.teaching;
  const { before, after, worse } = trial;
  const same = ROWS.every((row) => before[row] === after[row]);
  const all = (row: (typeof ROWS)[number]): number =>
    row === 'answeredOutOfScope' ? before.outOfScope : before.inScope;
  return (
    <div className={css.trial} role="status">
      <table className={css.figures}>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{words.rows[row]}</th>
              <td>{words.of(before[row], all(row))}</td>
              <td>{words.of(after[row], all(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={worse ? css.worse : undefined}>
        {worse ? words.worse : same ? words.same : words.better}
      </p>
    </div>
  );
}
