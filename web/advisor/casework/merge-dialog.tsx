import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { Skeleton } from '../parts/states';
import type { CaseDialogProps } from './dialogs';
import { useCall } from './use-call';
import { useCasework } from './use-casework';

const OTHER = 'other';

/** Lets a duplicate go on in another ticket of the same person. */
export default function MergeDialog({ ticket, onClose }: CaseDialogProps) {
  const { strings } = useSession();
  const { merge, cancel } = strings.casework;
  const { data } = useResource<{ readonly tickets: readonly TicketSummary[] }>(
    paths.ofTicket(ticket.id, 'duplicates'),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const casework = useCasework();
  const call = useCall();
  const none = data?.tickets.length === 0;
  const selected = chosen ?? (none ? OTHER : '');
  const into = selected === OTHER ? typed.trim().toUpperCase() : selected;
  const confirm = async (): Promise<void> => {
    const done = await call.run(() => casework.merge(ticket, into).then(() => true));
    if (done) onClose();
  };
  return (
    <DialogFrame
      title={merge.title}
      leave={cancel}
      confirm={into === '' ? merge.confirm : merge.confirmInto(into)}
      ready={into !== ''}
      busy={call.busy}
      fault={call.fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={css.lead}>{merge.lead(ticket.reference)}</p>
      {!data && <Skeleton width="100%" height={72} />}
      {none && <p>{merge.none}</p>}
      {data && !none && (
        <Field label={merge.suggested}>
          <RadioGroup value={selected} onChange={(_event, { value }) => setChosen(value)}>
            {data.tickets.map(({ reference, subject, status, topicTitle }) => (
              <Radio
                key={reference}
                value={reference}
                label={`${reference}, ${strings.ticket.status(status)}. ${subject} (${topicTitle})`}
              />
            ))}
            <Radio value={OTHER} label={merge.other} />
          </RadioGroup>
        </Field>
      )}
      {selected === OTHER && (
        <Field label={merge.other} hint={merge.otherHint}>
          <Input value={typed} onChange={(_event, { value }) => setTyped(value)} />
        </Field>
      )}
    </DialogFrame>
  );
}
