import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { FiguresView } from '../../../bot/advisor-api/contract-figures';
import { useSession } from '../context';
import { categoryTotals } from './findings';

/** Categories that are drawn; the table has all of them. */
const MOST_CATEGORIES = 8;
const HEIGHT = 240;
const ROW = 34;
const LABEL_WIDTH = 148;

const INK = 'var(--g-ink-soft)';
const GRID = 'var(--g-border)';
const SOLID = 'var(--g-action)';

const axis = { stroke: GRID, tick: { fill: INK, fontSize: 14 }, tickLine: false } as const;
const tooltip = {
  cursor: { fill: 'var(--g-sunken)' },
  contentStyle: {
    background: 'var(--g-surface)',
    border: '1px solid var(--g-border-strong)',
    borderRadius: 8,
    color: 'var(--g-ink)',
  },
  itemStyle: { color: 'var(--g-ink)' },
  isAnimationActive: false,
} as const;

interface Pair {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

/**
 * Bars of two parts under each other. The second part is hatched: the two are told apart without any colour, in every theme. The numbers
 * are in the table behind; the picture itself is hidden from screen readers.
 */
function PairBars(props: { readonly names: readonly [string, string]; readonly rows: readonly Pair[] }) {
  const { names, rows } = props;
  const hatch = useId();
  return (
    <div aria-hidden>
      <ResponsiveContainer width="100%" height={rows.length * ROW + 64}>
        <BarChart data={[...rows]} layout="vertical" accessibilityLayer={false} margin={{ right: 16 }}>
          <Hatch id={hatch} />
          <CartesianGrid horizontal={false} stroke={GRID} />
          <XAxis type="number" allowDecimals={false} {...axis} />
          <YAxis type="category" dataKey="name" width={LABEL_WIDTH} {...axis} />
          <Tooltip {...tooltip} />
          <Legend wrapperStyle={{ color: INK }} formatter={(name: string) => <Name>{name}</Name>} />
          <Bar dataKey="first" name={names[0]} stackId="all" fill={SOLID} isAnimationActive={false} />
          <Bar
            dataKey="second"
            name={names[1]}
            stackId="all"
            fill={`url(#${hatch})`}
            stroke={SOLID}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const Name = ({ children }: { readonly children: string }) => <span style={{ color: INK }}>{children}</span>;

const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--g-surface)" />
      <line x1="0" y1="0" x2="0" y2="6" stroke={SOLID} strokeWidth="3" />
    </pattern>
  </defs>
);

/** Requests and messages by category. */
export function CategoriesChart({ figures }: { readonly figures: FiguresView }) {
  const { strings } = useSession();
  const { columns, unknown } = strings.figures;
  const rows = categoryTotals(figures.byCategory)
    .slice(0, MOST_CATEGORIES)
    .map(({ category, tickets, messages }) => ({
      name: category === null ? unknown : (strings.categories[category] ?? category),
      first: tickets,
      second: messages,
    }));
  return <PairBars names={[columns.tickets, columns.messages]} rows={rows} />;
}

/** What is open, by its age and by whose turn it is. */
export function BacklogChart({ figures }: { readonly figures: FiguresView }) {
  const { columns, ages } = useSession().strings.figures;
  const rows = figures.backlog.map(({ age, ours, waiting }) => ({
    name: ages[age],
    first: ours,
    second: waiting,
  }));
  return <PairBars names={[columns.ours, columns.waiting]} rows={rows} />;
}

/** Visits a day: all of them as a line, those that needed nobody as a dashed one. */
export function DaysChart({ figures }: { readonly figures: FiguresView }) {
  const { strings, dates } = useSession();
  const { columns } = strings.figures;
  const data = figures.byDay.map(({ day, visits, withoutTicket }) => ({
    name: dates.shortDay(`${day}T12:00:00Z`),
    visits,
    withoutTicket,
  }));
  return (
    <div aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart data={data} accessibilityLayer={false} margin={{ right: 16 }}>
          <CartesianGrid vertical={false} stroke={GRID} />
          <XAxis dataKey="name" minTickGap={24} {...axis} />
          <YAxis allowDecimals={false} width={40} {...axis} />
          <Tooltip {...tooltip} cursor={{ stroke: GRID }} />
          <Legend formatter={(name: string) => <Name>{name}</Name>} />
          <Line
            dataKey="visits"
            name={columns.visits}
            stroke={INK}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="withoutTicket"
            name={columns.withoutTicket}
            stroke={SOLID}
            strokeWidth={3}
            strokeDasharray="6 4"
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Messages by the hour at which they were written. */
export function HoursChart({ figures }: { readonly figures: FiguresView }) {
  const { columns, hour } = useSession().strings.figures;
  const data = figures.byHour.map((messages, index) => ({ name: hour(index), messages }));
  return (
    <div aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart data={data} accessibilityLayer={false} margin={{ right: 16 }}>
          <CartesianGrid vertical={false} stroke={GRID} />
          <XAxis dataKey="name" minTickGap={12} {...axis} />
          <YAxis allowDecimals={false} width={40} {...axis} />
          <Tooltip {...tooltip} />
          <Bar dataKey="messages" name={columns.messages} fill={SOLID} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
