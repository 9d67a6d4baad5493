import type { ClockFiguresView, FiguresView } from '../../../bot/advisor-api/contract-figures';
import { useSession } from '../context';
import type { Strings } from '../strings.fr';
import { changeOf } from './findings';
import css from './figures.module.css';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly beside: string;
  /** How it moved since the period before; null where there is nothing to compare with. */
  readonly change: string | null;
}

/** The six figures that are looked at first, each with its change. */
export function Headline({ figures }: { readonly figures: FiguresView }) {
  const { strings } = useSession();
  return (
    <dl className={css.headline} aria-label={strings.figures.headline.label}>
      {sixOf(figures, strings).map(({ name, value, beside, change }) => (
        <div key={name} className={css.figure}>
          <dt>{name}</dt>
          <dd>
            <span className={css.value}>{value}</span>
            <span className={css.beside}>{beside}</span>
            {change !== null && <span className={css.change}>{change}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sixOf({ totals, before, backlog, overdue }: FiguresView, strings: Strings): readonly Figure[] {
  const words = strings.figures.headline;
  const share = (part: number, of: number) => (of === 0 ? null : part / of);
  const settled = share(totals.withoutTicket, totals.visits);
  const settledBefore = share(before.withoutTicket, before.visits);
  const open = backlog.reduce((sum, { ours, waiting }) => sum + ours + waiting, 0);
  const duration = (now: ClockFiguresView, then: ClockFiguresView) => ({
    value: now.medianMinutes === null ? words.nothing : strings.time.length(Math.round(now.medianMinutes)),
    beside: now.done === 0 ? words.median : words.inTime(now.inTime / now.done),
    change: durationChange(now.medianMinutes, then.medianMinutes, strings),
  });
  return [
    {
      name: words.messages,
      value: String(totals.messages),
      beside: words.visits(totals.visits),
      change: countChange(totals.messages, before.messages, strings),
    },
    {
      name: words.withoutTicket,
      value: settled === null ? words.nothing : percent(settled, strings),
      beside: `${totals.withoutTicket} / ${words.visits(totals.visits)}`,
      change: shareChange(settled, settledBefore, strings),
    },
    {
      name: words.tickets,
      value: String(totals.tickets),
      beside: settled === null ? words.visits(0) : words.filedAfter(1 - settled),
      change: countChange(totals.tickets, before.tickets, strings),
    },
    { name: words.firstReply, ...duration(totals.firstReply, before.firstReply) },
    { name: words.resolution, ...duration(totals.resolution, before.resolution) },
    { name: words.open, value: String(open), beside: words.overdue(overdue), change: words.now },
  ];
}

const percent = (share: number, { locale }: Strings): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share);

function moved(by: number, amount: string, { figures }: Strings): string {
  const { up, down, same } = figures.headline;
  if (by === 0) return same;
  return by > 0 ? up(amount) : down(amount);
}

function countChange(now: number, before: number, strings: Strings): string | null {
  const change = changeOf(now, before);
  return change === null ? null : moved(change, percent(Math.abs(change), strings), strings);
}

function shareChange(now: number | null, before: number | null, strings: Strings): string | null {
  if (now === null || before === null) return null;
  const points = Math.round((now - before) * 100);
  return moved(points, strings.figures.headline.points(Math.abs(points)), strings);
}

function durationChange(now: number | null, before: number | null, strings: Strings): string | null {
  if (now === null || before === null) return null;
  const minutes = Math.round(now - before);
  return moved(minutes, strings.time.length(Math.abs(minutes)), strings);
}
