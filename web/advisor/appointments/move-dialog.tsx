import { Button, Field, Select } from '@fluentui/react-components';
import { useCallback, useId, useState } from 'react';
import type { SlotView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { newId } from '../lib/new-id';
import { paths } from '../lib/paths';
import { Skeleton } from '../parts/states';
import type { AppointmentDialogProps } from './dialog-props';
import { DialogFrame, ReasonField, reasonOf } from './dialog-frame';
import css from './dialogs.module.css';
import { useAppointmentCommand } from './use-command';
import { useFreeTimes } from './use-free-times';

/** Moves an appointment to a free time of its advisor, or of a colleague who takes it over. */
export function MoveDialog({ appointment, byMail, onClose }: AppointmentDialogProps) {
  const { strings, me } = useSession();
  const { move, close } = strings.appointments;
  const command = useAppointmentCommand(appointment, byMail, onClose);
  const group = useId();
  // The same for every try of this dialog: a lost answer moves nothing twice.
  const [clientId] = useState(newId);
  const [advisorId, setAdvisorId] = useState(appointment.advisorId);
  const [fortnight, setFortnight] = useState(0);
  const [chosen, setChosen] = useState<SlotView | null>(null);
  const [reason, setReason] = useState('');

  const offers = useCallback(
    ({ startsAt }: SlotView) => startsAt !== appointment.startsAt || advisorId !== appointment.advisorId,
    [appointment, advisorId],
  );
  const free = useFreeTimes({
    desk: appointment.desk,
    fortnight,
    path: (period) => paths.slots(appointment.id, period, advisorId),
    offers,
  });
  const { shown, dayName } = free;
  const team = me.colleagues.filter(({ deskIds }) => deskIds.includes(appointment.desk));
  const choose = (change: () => void): void => {
    change();
    setChosen(null);
  };

  return (
    <DialogFrame
      title={move.title}
      leave={close}
      confirm={
        chosen === null ? move.choose : move.confirm(dayName(chosen.startsAt), free.time(chosen.startsAt))
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
        {move.lead(appointment.personName, dayName(appointment.startsAt), free.time(appointment.startsAt))}
      </p>
      <div className={css.pair}>
        <Field label={move.advisor}>
          <Select
            value={advisorId}
            onChange={(_event, { value }) =>
              choose(() => {
                setAdvisorId(value);
                free.showDay(null);
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
            <Select value={shown.day} onChange={(_event, { value }) => choose(() => free.showDay(value))}>
              {free.days.map((one) => (
                <option key={one.day} value={one.day}>
                  {dayName(one.at)}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {free.loading && <Skeleton width="100%" height={72} />}
      {!free.loading && !shown && <p>{move.none}</p>}
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
              {free.time(slot.startsAt)}
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
            setFortnight(fortnight === 0 ? 1 : 0);
            free.showDay(null);
          })
        }
      >
        {fortnight === 0 ? move.later : move.earlier}
      </Button>
      <ReasonField person={appointment.personName} value={reason} onChange={setReason} />
    </DialogFrame>
  );
}
