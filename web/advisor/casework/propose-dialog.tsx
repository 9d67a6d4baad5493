import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MessageView, SlotView } from '../../../bot/advisor-api/contract';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useFreeTimes } from '../appointments/use-free-times';
import { useSession } from '../context';
import { post } from '../lib/api';
import { newId } from '../lib/new-id';
import { paths } from '../lib/paths';
import { showWritten } from '../lib/ticket-commands';
import type { CaseDialogProps } from './dialogs';
import { ChosenTimes, TimeBoxes } from './propose-times';
import { useCall } from './use-call';

const LONGEST = 2000;
const ANYBODY = '';

/** Offers the requester free times, of the advisor herself or of a colleague; she takes one with a tap in her chat. */
export default function ProposeDialog({ ticket, onClose }: CaseDialogProps) {
  const { strings, me, notify, resources } = useSession();
  const { propose, cancel } = strings.casework;
  const call = useCall();
  const [clientId] = useState(newId);
  const team = me.colleagues.filter(({ deskIds }) => deskIds.includes(ticket.desk));
  const [advisorId, setAdvisorId] = useState(
    me.role !== 'admin' && team.some(({ id }) => id === me.id) ? me.id : ANYBODY,
  );
  const [channel, setChannel] = useState<'teams' | 'phone'>('teams');
  const [chosen, setChosen] = useState<readonly SlotView[]>([]);
  const [text, setText] = useState('');
  const known = ticket.person !== null;
  const free = useFreeTimes({
    desk: ticket.desk,
    fortnight: 0,
    path: (period) => (known ? paths.ticketSlots(ticket.id, period, advisorId) : null),
  });
  const nameOf = ({ startsAt, advisorName }: SlotView): string =>
    `${free.dayName(startsAt)}, ${free.time(startsAt)} (${advisorName})`;
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
          <TimeBoxes free={free} chosen={chosen} onChange={setChosen} />
          <ChosenTimes chosen={chosen} nameOf={nameOf} onChange={setChosen} />
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
