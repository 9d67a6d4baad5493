import { Button, Field, Select } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { SlotView } from '../../../bot/advisor-api/contract';
import { useDeskDates, useResource, useSession } from '../context';
import { plusDays } from '../lib/dates';
import { paths, type Period } from '../lib/paths';
import { byDay } from '../lib/timeline';
import { Skeleton } from '../parts/states';
import type { AppointmentDialogProps } from './dialog-props';
import { DialogFrame, ReasonField, reasonOf } from './dialog-frame';
import css from './dialogs.module.css';
import { useAppointmentCommand } from './use-command';

const DAYS_SHOWN = 14;

/** Moves an appointment to a free time of its advisor, or of a colleague who takes it over. */
export function MoveDialog({ appointment, byMail, onClose }: AppointmentDialogProps) {
  const { strings, me, now } = useSession();
  const dates = useDeskDates(appointment.desk);
  const { move, close } = strings.appointments;
  const command = useAppointmentCommand(appointment, byMail, onClose);
  const group = useId();
  // The same for every try of this dialog: a lost answer moves nothing twice.
  const [clientId] = useState(() => crypto.randomUUID());
  const [advisorId, setAdvisorId] = useState(appointment.advisorId);
  const [later, setLater] = useState(0);
  const [day, setDay] = useState<string | null>(null);
  const [chosen, setChosen] = useState<SlotView | null>(null);
  const [reason, setReason] = useState('');
  const [opened] = useState(() => now());

  const period = useMemo((): Period => {
    const today = dates.dayKey(opened.toISOString());
    const first = later === 0 ? opened : dates.startOfDay(plusDays(today, later * DAYS_SHOWN));
    const end = dates.startOfDay(plusDays(today, (later + 1) * DAYS_SHOWN));
    return { from: first.toISOString(), to: end.toISOString() };
  }, [dates, later, opened]);
  const { data } = useResource<{ readonly slots: readonly SlotView[] }>(
    paths.slots(appointment.id, period, advisorId),
  );
  const days = useMemo(
    () =>
      byDay(
        (data?.slots ?? [])
          .filter(({ startsAt }) => startsAt !== appointment.startsAt || advisorId !== appointment.advisorId)
          .map((slot) => ({ ...slot, at: slot.startsAt })),
        dates.dayKey,
      ),
    [data, dates, appointment, advisorId],
  );
  const shown = days.find((one) => one.day === day) ?? days[0];
  const team = me.colleagues.filter(({ deskIds }) => deskIds.includes(appointment.desk));
  const dayName = (at: string): string => dates.day(at, opened);
  const choose = (change: () => void): void => {
    change();
    setChosen(null);
  };

  return (
    <DialogFrame
      title={move.title}
      leave={close}
      confirm={
        chosen === null ? move.choose : move.confirm(dayName(chosen.startsAt), dates.time(chosen.startsAt))
      }
      ready={chosen !== null}
      busy={command.busy}
      fault={command.fault}
      onConfirm={() =>
        void command.send(
          'move',
          {
            startsAt: chosen?.startsAt,
            advisorId: chosen?.advisorId,
            clientId,
            ...reasonOf(reason),
          },
          move.done,
        )
      }
      onClose={onClose}
    >
      <p className={css.lead}>
        {move.lead(appointment.personName, dayName(appointment.startsAt), dates.time(appointment.startsAt))}
      </p>
      <div className={css.pair}>
        <Field label={move.advisor}>
          <Select
            value={advisorId}
            onChange={(_event, { value }) =>
              choose(() => {
                setAdvisorId(value);
                setDay(null);
              })
            }
          >
            {team.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {shown && (
          <Field label={move.day}>
            <Select value={shown.day} onChange={(_event, { value }) => choose(() => setDay(value))}>
              {days.map((one) => (
                <option key={one.day} value={one.day}>
                  {dayName(one.at)}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {!data && <Skeleton width="100%" height={72} />}
      {data && !shown && <p>{move.none}</p>}
      {shown && (
        <fieldset className={css.times}>
          <legend>{move.time}</legend>
          {shown.entries.map((slot) => (
            <label key={slot.startsAt} className={css.slot}>
              <input
                type="radio"
                name={group}
                checked={chosen?.startsAt === slot.startsAt}
                onChange={() => setChosen(slot)}
              />
              {dates.time(slot.startsAt)}
            </label>
          ))}
        </fieldset>
      )}
      <Button
        className={css.otherDays}
        appearance="subtle"
        size="small"
        onClick={() =>
          choose(() => {
            setLater(later === 0 ? 1 : 0);
            setDay(null);
          })
        }
      >
        {later === 0 ? move.later : move.earlier}
      </Button>
      <ReasonField person={appointment.personName} value={reason} onChange={setReason} />
    </DialogFrame>
  );
}
