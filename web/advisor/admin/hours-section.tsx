import { Button, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { HoursView, SpanView } from '../../../bot/advisor-api/contract-admin';
import { useResource, useSession } from '../context';
import { post } from '../lib/api';
import css from './admin.module.css';
import { Loaded } from '../parts/loaded';
import { adminPaths, History, useDesk } from './parts';
import { useCommand, useUndo } from './use-command';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const NEW_SPAN: SpanView = { from: '09:00', to: '12:00' };
const AFTERNOON: SpanView = { from: '14:00', to: '18:00' };

/** When a desk is open in an ordinary week, lunch left out. */
export default function HoursSection() {
  const { desk, picker } = useDesk();
  const { data, failure } = useResource<HoursView>(adminPaths.hours(desk));
  return (
    <>
      {picker}
      <Loaded data={data} failure={failure}>
        {(view) => <WeekForm key={`${desk} ${view.version}`} view={view} />}
      </Loaded>
      <History about="settings.hours" />
    </>
  );
}

function WeekForm({ view }: { readonly view: HoursView }) {
  const { strings, resources, notify } = useSession();
  const { hours: words } = strings.admin;
  const path = adminPaths.hours(view.desk);
  const [hours, setHours] = useState(view.hours);
  const { busy, fault, run } = useCommand();
  const undo = useUndo();
  const show = (shown: HoursView): void => resources.update<HoursView>(path, () => shown);
  const problem = problemOf(hours);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (problem !== null || busy) return;
    const saved = await run(
      () => post<HoursView>(path, { hours, version: view.version }),
      (failure) => {
        const current = failure.currentOf<HoursView>();
        if (failure.code !== 'setting-changed' || current === null) return false;
        show(current);
        notify({ text: strings.admin.conflict, tone: 'failure' });
        return true;
      },
    );
    if (saved === undefined) return;
    const back = () => post<HoursView>(path, { hours: view.hours, version: saved.version });
    notify({ text: words.saved, undo: () => undo(back, () => resources.refresh((one) => one === path)) });
    show(saved);
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <p className={css.quiet}>{words.zone(view.zone)}</p>
      {WEEKDAYS.map((weekday, index) => (
        <DayRow
          key={weekday}
          name={words.days[index] ?? ''}
          spans={hours[weekday] ?? []}
          onChange={(spans) => setHours({ ...hours, [weekday]: spans })}
        />
      ))}
      <p role="alert" className={css.fault}>
        {problem === null ? fault : words.problems[problem]}
      </p>
      <Button type="submit" appearance="primary" disabledFocusable={busy || problem !== null}>
        {strings.admin.save}
      </Button>
    </form>
  );
}

/** The hours of one day, each part with its two ends. */
export function DayRow(props: {
  readonly name: string;
  readonly spans: readonly SpanView[];
  readonly onChange: (spans: readonly SpanView[]) => void;
}) {
  const { name, spans, onChange } = props;
  const { hours: words } = useSession().strings.admin;
  const set = (index: number, part: Partial<SpanView>): void =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <fieldset className={css.day}>
      <legend className={css.dayName}>{name}</legend>
      {spans.length === 0 && <span className={css.quiet}>{words.closed}</span>}
      {spans.map((span, index) => (
        <span key={index} className={css.span}>
          <Input
            type="time"
            aria-label={words.from(name, index + 1)}
            value={span.from}
            onChange={(_event, { value }) => set(index, { from: value })}
          />
          –
          <Input
            type="time"
            aria-label={words.to(name, index + 1)}
            value={span.to}
            onChange={(_event, { value }) => set(index, { to: value })}
          />
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.removeSpan(name, index + 1)}
            onClick={() => onChange(spans.filter((_span, at) => at !== index))}
          >
            {words.remove}
          </Button>
        </span>
      ))}
      <Button
        size="small"
        aria-label={words.addSpan(name)}
        onClick={() => onChange([...spans, spans.length === 0 ? NEW_SPAN : AFTERNOON])}
      >
        {words.add}
      </Button>
    </fieldset>
  );
}

/** What the server would refuse of one day, said while it is typed (data/desks/hours-rules.ts). */
export function spansProblem(spans: readonly SpanView[]): 'backwards' | 'overlap' | null {
  if (spans.some(({ from, to }) => !(from < to))) return 'backwards';
  const sorted = [...spans].sort((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? '')) ? 'overlap' : null;
}

function problemOf(hours: HoursView['hours']): 'backwards' | 'overlap' | 'never' | null {
  const all = WEEKDAYS.map((weekday) => hours[weekday] ?? []);
  const [problem] = all.flatMap((spans) => spansProblem(spans) ?? []);
  return problem ?? (all.every((spans) => spans.length === 0) ? 'never' : null);
}
