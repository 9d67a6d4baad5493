import { Field, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TopicChoices } from '../../../bot/advisor-api/contract-tickets';
import { DialogFrame } from '../appointments/dialog-frame';
import css from '../appointments/dialogs.module.css';
import { useResource, useSession } from '../context';
import { get } from '../lib/api';
import { newId } from '../lib/new-id';
import { paths } from '../lib/paths';
import type { CaseDialogProps } from './dialogs';
import { TopicField } from './topic-field';
import { useCall } from './use-call';
import { useCasework } from './use-casework';

const WRITE = '';
const LONGEST = 4000;
const SHOWN = 80;
/** How long she must have stopped typing before the text is understood anew. */
const PAUSE_MS = 400;

/** Makes a ticket of its own of a second request: one of her messages, or words of the advisor's. */
export default function SplitDialog({ ticket, onClose }: CaseDialogProps) {
  const { split, cancel } = useSession().strings.casework;
  const said = [
    ...new Set(ticket.transcript.filter(({ author }) => author === 'tutor').map(({ text }) => text)),
  ];
  const [text, setText] = useState('');
  const [topic, setTopic] = useState<string | null>(null);
  const [clientId] = useState(newId);
  const { choices, suggested } = useTopicsFor(ticket.id, text);
  const topicId = topic ?? suggested ?? ticket.topicId;
  const casework = useCasework();
  const call = useCall();
  const confirm = async (): Promise<void> => {
    const second = { text: text.trim(), topicId, clientId };
    const done = await call.run(() => casework.split(ticket, second).then(() => true));
    if (done) onClose();
  };
  return (
    <DialogFrame
      title={split.title}
      leave={cancel}
      confirm={split.confirm}
      ready={text.trim() !== '' && choices !== undefined}
      busy={call.busy}
      fault={call.fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={css.lead}>{split.lead}</p>
      {said.length > 0 && (
        <Field label={split.message}>
          <Select value={said.includes(text) ? text : WRITE} onChange={(_event, { value }) => setText(value)}>
            <option value={WRITE}>{split.write}</option>
            {said.map((one) => (
              <option key={one} value={one}>
                {one.length > SHOWN ? `${one.slice(0, SHOWN)}…` : one}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={split.text} required>
        <Textarea
          value={text}
          maxLength={LONGEST}
          rows={3}
          onChange={(_event, { value }) => setText(value)}
        />
      </Field>
      <TopicField choices={choices} value={topicId} onChange={setTopic} />
    </DialogFrame>
  );
}

/** The desk's topics, and the one that a text is most likely about, read again when she pauses. */
function useTopicsFor(ticketId: string, text: string) {
  const path = paths.ofTicket(ticketId, 'topics');
  const { data } = useResource<TopicChoices>(path);
  const [understood, setUnderstood] = useState<TopicChoices | null>(null);
  useEffect(() => {
    if (text.trim() === '') return undefined;
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      get<TopicChoices>(`${path}?${new URLSearchParams({ text: text.slice(0, LONGEST) })}`)
        .then((choices) => isCurrent && setUnderstood(choices))
        // Without a suggestion she chooses herself.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [path, text]);
  return { choices: understood ?? data, suggested: understood?.suggested[0] };
}
