import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AbsenceView, AdminAdvisor, AdvisorDirectory } from '../../../bot/advisor-api/contract-admin';
import { DialogFrame } from '../appointments/dialog-frame';
import { useNow, useSession } from '../context';
import { post } from '../lib/api';
import css from './admin.module.css';
import { RemoveButton } from './confirm-dialog';
import { adminPaths } from './parts';
import { useCommand } from './use-command';

/** When an advisor is away, and who has her requests meanwhile. */
export function AbsenceDialog(props: {
  readonly advisor: AdminAdvisor;
  readonly directory: AdvisorDirectory;
  readonly onClose: () => void;
}) {
  const { advisor, directory, onClose } = props;
  const { strings, dates, resources, notify } = useSession();
  const { absence: words } = strings.admin;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [fromTime, setFromTime] = useState('');
  const [toTime, setToTime] = useState('');
  const [coverId, setCoverId] = useState('');
  const now = useNow();
  const { busy, fault, run } = useCommand();
  const last = to === '' ? from : to;
  const covers = directory.advisors.filter(
    ({ id, active, desks }) =>
      active && id !== advisor.id && desks.some((desk) => advisor.desks.includes(desk)),
  );
  const refresh = (): void => resources.refresh((path) => path === adminPaths.advisors);
  const add = async (): Promise<void> => {
    const body = {
      from,
      to: last,
      coverId: coverId === '' ? null : coverId,
      ...(fromTime !== '' && { fromTime }),
      ...(toTime !== '' && { toTime }),
    };
    if ((await run(() => post(`/advisors/${advisor.id}/absences`, body))) === undefined) return;
    refresh();
    notify({ text: words.added });
    onClose();
  };
  const remove = async ({ id }: AbsenceView): Promise<void> => {
    if ((await run(() => post(`/absences/${id}/remove`))) === undefined) return;
    refresh();
    notify({ text: words.removed });
  };
  // Whole days are said as days, the last one included.
  const said = ({ startsAt, endsAt }: AbsenceView): string => {
    const lastInstant = new Date(Date.parse(endsAt) - 1).toISOString();
    const whole = [startsAt, endsAt].every((at) => dates.time(at) === '00:00');
    return whole
      ? words.span(dates.day(startsAt, now), dates.day(lastInstant, now))
      : words.span(dates.full(startsAt), dates.full(endsAt));
  };
  return (
    <DialogFrame
      title={words.title(advisor.name)}
      leave={strings.admin.close}
      confirm={words.add}
      ready={from !== '' && from <= last}
      busy={busy}
      fault={fault}
      onConfirm={() => void add()}
      onClose={onClose}
    >
      {advisor.absences.length === 0 ? (
        <p className={css.quiet}>{words.none}</p>
      ) : (
        <ul className={css.lines}>
          {advisor.absences.map((absence) => (
            <li key={absence.id}>
              {said(absence)}
              <span className={css.detail}>{words.coveredBy(absence.cover?.name ?? null)}</span>
              <RemoveButton label={words.removeOne(said(absence))} onRemove={() => void remove(absence)} />
            </li>
          ))}
        </ul>
      )}
      <div className={css.row}>
        <Field label={words.from} required>
          <Input type="date" value={from} onChange={(_event, { value }) => setFrom(value)} />
        </Field>
        <Field label={words.to} hint={words.toHint}>
          <Input type="date" value={to} min={from} onChange={(_event, { value }) => setTo(value)} />
        </Field>
        <Field label={words.fromTime} hint={words.timeHint}>
          <Input type="time" value={fromTime} onChange={(_event, { value }) => setFromTime(value)} />
        </Field>
        <Field label={words.toTime}>
          <Input type="time" value={toTime} onChange={(_event, { value }) => setToTime(value)} />
        </Field>
      </div>
      <Field label={words.cover} hint={words.coverHint}>
        <Select value={coverId} onChange={(_event, { value }) => setCoverId(value)}>
          <option value="">{words.teams}</option>
          {covers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </DialogFrame>
  );
}
