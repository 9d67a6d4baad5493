import { Checkbox, Field, Select, Textarea } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MessageView, SlotView } from '../../../bot/advisor-api/contract';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useDeskDates, useResource, useSession } from '../context';
import { post } from '../lib/api';
import { plusDays } from '../lib/dates';
import { paths, type Period } from '../lib/paths';
import { showWritten } from '../lib/ticket-commands';
import { byDay } from '../lib/timeline';
import { Skeleton } from '../parts/states';
import own from './casework.module.css';
import type { CaseDialogProps } from './dialogs';
import { newId, useCall } from './use-call';

const DAYS_SHOWN = 14;
const MOST = 6;
const LONGEST = 2000;
const ANYBODY = '';

/** Offers the requester free times, of the advisor herself or of a colleague; she takes one with a tap in her chat. */
export default function ProposeDialog({ ticket, onClose }: CaseDialogProps) {
  const { strings, me, now, notify, resources } = useSession();
  const { propose, cancel } = strings.casework;
  const dates = useDeskDates(ticket.desk);
  const call = useCall();
  const [clientId] = useState(newId);
  const [opened] = useState(() => now());
  const team = me.colleagues.filter(({ deskIds }) => deskIds.includes(ticket.desk));
  const [advisorId, setAdvisorId] = useState(
    me.role !== 'admin' && team.some(({ id }) => id === me.id) ? me.id : ANYBODY,
  );
  const [channel, setChannel] = useState<'teams' | 'phone'>('teams');
  const [day, setDay] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly SlotView[]>([]);
  const [text, setText] = useState('');
  const period = useMemo((): Period => {
    const today = dates.dayKey(opened.toISOString());
    return { from: opened.toISOString(), to: dates.startOfDay(plusDays(today, DAYS_SHOWN)).toISOString() };
  }, [dates, opened]);
  const known = ticket.person !== null;
  const { data } = useResource<{ readonly slots: readonly SlotView[] }>(
    known ? paths.ticketSlots(ticket.id, period, advisorId) : null,
  );
  const days = useMemo(
    () =>
      byDay(
        (data?.slots ?? []).map((slot) => ({ ...slot, at: slot.startsAt })),
        dates.dayKey,
      ),
    [data, dates],
  );
  const shown = days.find((one) => one.day === day) ?? days[0];
  const isChosen = (slot: SlotView): boolean =>
    chosen.some((one) => one.startsAt === slot.startsAt && one.advisorId === slot.advisorId);
  const toggle = (slot: SlotView): void =>
    setChosen(
      isChosen(slot)
        ? chosen.filter((one) => one.startsAt !== slot.startsAt || one.advisorId !== slot.advisorId)
        : [...chosen, slot].sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    );
  const nameOf = ({ startsAt, advisorName }: SlotView): string =>
    `${dates.day(startsAt, opened)}, ${dates.time(startsAt)} (${advisorName})`;
  const confirm = async (): Promise<void> => {
    const said = text.trim();
    const written = await call.run(() =>
      post<MessageView>(`${paths.ticket(ticket.id)}/proposal`, {
        text: said,
        shown: [said, propose.shown(chosen.map(nameOf).join(' · '))].filter(Boolean).join('\n\n'),
        channel,
        slots: chosen.map(({ startsAt, ...slot }) => ({ advisorId: slot.advisorId, startsAt })),
        clientId,
      }),
    );
    if (written === null) return;
    showWritten(resources, ticket.id, written);
    notify({ text: propose.done });
    onClose();
  };

  return (
    <DialogFrame
      title={propose.title}
      leave={cancel}
      confirm={propose.confirm}
      ready={chosen.length > 0}
      busy={call.busy}
      fault={call.fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={css.lead}>{ticket.person ? propose.lead(ticket.person.name) : propose.unknown}</p>
      {known && (
        <>
          <div className={css.pair}>
            <Field label={propose.advisor}>
              <Select value={advisorId} onChange={(_event, { value }) => setAdvisorId(value)}>
                <option value={ANYBODY}>{propose.anybody}</option>
                {team.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={propose.channel}>
              <Select
                value={channel}
                onChange={(_event, { value }) => setChannel(value === 'phone' ? 'phone' : 'teams')}
              >
                <option value="teams">{propose.channels.teams}</option>
                {ticket.person?.phone && <option value="phone">{propose.channels.phone}</option>}
              </Select>
            </Field>
          </div>
          {!data && <Skeleton width="100%" height={72} />}
          {data && !shown && <p>{propose.none}</p>}
          {shown && (
            <>
              <Field label={propose.day}>
                <Select value={shown.day} onChange={(_event, { value }) => setDay(value)}>
                  {days.map((one) => (
                    <option key={one.day} value={one.day}>
                      {dates.day(one.at, opened)}
                    </option>
                  ))}
                </Select>
              </Field>
              <fieldset className={own.times}>
                <legend>{propose.times}</legend>
                {shown.entries.map((slot) => (
                  <Checkbox
                    key={slot.startsAt}
                    label={dates.time(slot.startsAt)}
                    checked={isChosen(slot)}
                    disabled={!isChosen(slot) && chosen.length >= MOST}
                    onChange={() => toggle(slot)}
                  />
                ))}
              </fieldset>
            </>
          )}
          <div role="status">
            {chosen.length > 0 && <p className={own.strong}>{propose.chosen(chosen.length)}</p>}
          </div>
          <ul className={own.chosen}>
            {chosen.map((slot) => (
              <li key={`${slot.advisorId}${slot.startsAt}`}>
                {nameOf(slot)}
                <button type="button" aria-label={propose.remove(nameOf(slot))} onClick={() => toggle(slot)}>
                  ×
                </button>
              </li>
            ))}
          </ul>
          <Field label={propose.text}>
            <Textarea
              value={text}
              maxLength={LONGEST}
              rows={2}
              onChange={(_event, { value }) => setText(value)}
            />
          </Field>
        </>
      )}
    </DialogFrame>
  );
}
