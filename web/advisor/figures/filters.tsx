import { Field, Input, Select } from '@fluentui/react-components';
import { useSession } from '../context';
import { type Asked, daysOf, PERIODS, type PeriodName } from './period';
import css from './figures.module.css';

const LONGEST_DAYS = 366;

/** Why a period cannot be asked for; null: it can. */
function faultOf({ from, to }: Asked): 'backwards' | 'tooLong' | null {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days < 1) return 'backwards';
  return days > LONGEST_DAYS ? 'tooLong' : null;
}

/** Whether the server can be asked. */
export const isAnswerable = (asked: Asked): boolean => faultOf(asked) === null;

/** Which days and which desk. */
export function Filters(props: {
  readonly asked: Asked;
  readonly today: string;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { asked, today, onAsk } = props;
  const { me, strings } = useSession();
  const { filters } = strings.figures;
  const fault = faultOf(asked);
  const choosePeriod = (period: PeriodName): void =>
    onAsk({ ...asked, period, ...(period !== 'own' && daysOf(period, today)) });
  const chooseDay = (part: Partial<Pick<Asked, 'from' | 'to'>>): void => {
    // A date that is half typed is empty: the last whole one stands.
    if (part.from !== '' && part.to !== '') onAsk({ ...asked, ...part });
  };
  return (
    <form className={css.filters} aria-label={filters.label} onSubmit={(event) => event.preventDefault()}>
      <Field label={filters.period}>
        <Select value={asked.period} onChange={(_, { value }) => choosePeriod(value as PeriodName)}>
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {filters.periods[period]}
            </option>
          ))}
        </Select>
      </Field>
      {asked.period === 'own' && (
        <>
          <Field label={filters.from}>
            <Input
              type="date"
              value={asked.from}
              max={today}
              onChange={(_, { value }) => chooseDay({ from: value })}
            />
          </Field>
          <Field label={filters.to} validationMessage={fault === null ? undefined : filters[fault]}>
            <Input type="date" value={asked.to} onChange={(_, { value }) => chooseDay({ to: value })} />
          </Field>
        </>
      )}
      {me.desks.length > 1 && (
        <Field label={filters.desk}>
          <Select value={asked.desk} onChange={(_, { value }) => onAsk({ ...asked, desk: value })}>
            <option value="">{filters.allDesks}</option>
            {me.desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </form>
  );
}
