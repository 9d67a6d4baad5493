import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { DayView, HolidaysView, SpanView } from '../../../bot/advisor-api/contract-admin';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import css from './admin.module.css';
import { DayRow, spansProblem } from './hours-section';
import { Loaded } from '../parts/loaded';
import { adminPaths, History, useDesk } from './parts';
import { useCommand, useUndo } from './use-command';

/** Public holidays of a year, and the days on which a desk does otherwise. */
export default function HolidaysSection() {
  const { strings } = useSession();
  const { holidays: words } = strings.admin;
  const now = useNow();
  const { desk, picker } = useDesk();
  const [year, setYear] = useState(now.getFullYear());
  const { data, failure } = useResource<HolidaysView>(adminPaths.holidays(desk, year));
  return (
    <>
      {picker}
      <div className={css.years} role="group" aria-label={words.year}>
        <Button size="small" aria-label={words.yearOf(year - 1)} onClick={() => setYear(year - 1)}>
          ←
        </Button>
        <strong aria-live="polite">{year}</strong>
        <Button size="small" aria-label={words.yearOf(year + 1)} onClick={() => setYear(year + 1)}>
          →
        </Button>
      </div>
      <Loaded data={data} failure={failure}>
        {(view) => <Year view={view} />}
      </Loaded>
      <AddDay desk={desk} onAdded={(day) => setYear(Number(day.slice(0, 4)))} />
      <History about="settings.holidays" />
    </>
  );
}

/** Public holidays and the days of the desk in one list, in order. */
function Year({ view }: { readonly view: HolidaysView }) {
  const { strings, dates, resources, notify } = useSession();
  const { holidays: words } = strings.admin;
  const now = useNow();
  const { fault, run } = useCommand();
  const undo = useUndo();
  const base = `/settings/${view.desk}/holidays`;
  const refresh = (): void => resources.refresh((path) => path.startsWith(base));
  const remove = async (day: DayView): Promise<void> => {
    const done = await run(() => post(`${base}/remove`, { day: day.day }));
    if (done === undefined) return;
    refresh();
    notify({ text: words.removed, undo: () => undo(() => post(base, day), refresh) });
  };
  const all = [...new Set([...view.holidays, ...view.days.map(({ day }) => day)])].sort();
  return (
    <>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.action}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((day) => {
            const own = view.days.find((one) => one.day === day);
            const isHoliday = view.holidays.includes(day);
            return (
              <tr key={day}>
                <th scope="row" data-label={words.day}>
                  {dates.day(`${day}T12:00:00Z`, now)}
                </th>
                <td data-label={words.what}>
                  {[isHoliday && words.publicHoliday, own?.label].filter(Boolean).join(' · ')}
                </td>
                <td data-label={words.state}>
                  {own?.open ? words.openOn(sayHours(own.spans)) : words.closed}
                </td>
                <td data-label={words.action}>
                  {own && (
                    <Button
                      size="small"
                      aria-label={words.removeOne(dates.day(`${day}T12:00:00Z`, now))}
                      onClick={() => void remove(own)}
                    >
                      {words.remove}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {fault !== null && (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
    </>
  );
}

const sayHours = (spans: readonly SpanView[] | null): string =>
  (spans ?? []).map(({ from, to }) => `${from}–${to}`).join(', ');

/** Closes the desk on a day, or opens it, with hours of that day. */
function AddDay(props: { readonly desk: string; readonly onAdded: (day: string) => void }) {
  const { desk, onAdded } = props;
  const { strings, resources, notify } = useSession();
  const { holidays: words, hours } = strings.admin;
  const [day, setDay] = useState('');
  const [label, setLabel] = useState('');
  const [open, setOpen] = useState(false);
  const [spans, setSpans] = useState<readonly SpanView[]>([{ from: '09:00', to: '12:00' }]);
  const { busy, fault, run } = useCommand();
  const problem = open ? spansProblem(spans) : null;
  const ready = day !== '' && label.trim() !== '' && problem === null && (!open || spans.length > 0);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    const base = `/settings/${desk}/holidays`;
    const done = await run(() =>
      post<HolidaysView>(base, { day, label: label.trim(), open, spans: open ? spans : null }),
    );
    if (done === undefined) return;
    resources.refresh((path) => path.startsWith(base));
    notify({ text: words.added });
    onAdded(day);
    setDay('');
    setLabel('');
  };
  return (
    <form className={css.form} onSubmit={(event) => void add(event)}>
      <h3 className={css.heading}>{words.addTitle}</h3>
      <div className={css.row}>
        <Field label={words.day} required>
          <Input type="date" value={day} onChange={(_event, { value }) => setDay(value)} />
        </Field>
        <Field label={words.label} required>
          <Input value={label} maxLength={100} onChange={(_event, { value }) => setLabel(value)} />
        </Field>
      </div>
      <RadioGroup
        layout="horizontal"
        aria-label={words.state}
        value={open ? 'open' : 'closed'}
        onChange={(_event, { value }) => setOpen(value === 'open')}
      >
        <Radio value="closed" label={words.close} />
        <Radio value="open" label={words.open} />
      </RadioGroup>
      {open && <DayRow name={words.hoursOfDay} spans={spans} onChange={setSpans} />}
      <p role="alert" className={css.fault}>
        {problem === null ? fault : hours.problems[problem]}
      </p>
      <Button type="submit" appearance="primary" disabledFocusable={busy || !ready}>
        {words.add}
      </Button>
    </form>
  );
}
