import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { NewWebchatKey } from '../../../bot/advisor-api/contract-records';
import { DialogFrame } from '../appointments/dialog-frame';
import { useCall } from '../casework/use-call';
import { useSession } from '../context';
import { post } from '../lib/api';

const LONGEST_LABEL = 80;

/** For which desk a new key is, and where it is used. */
export function NewKeyDialog(props: {
  readonly onMade: (key: NewWebchatKey) => void;
  readonly onClose: () => void;
}) {
  const { strings, me } = useSession();
  const { keys: words } = strings.admin;
  const [desk, setDesk] = useState(me.desks[0]?.id ?? '');
  const [label, setLabel] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, fault, run } = useCall();
  const missing = label.trim() === '';
  const create = async (): Promise<void> => {
    setChecked(true);
    if (missing) return;
    const made = await run(() => post<NewWebchatKey>('/webchat-keys', { desk, label: label.trim() }));
    if (made !== null) props.onMade(made);
  };
  return (
    <DialogFrame
      title={words.add}
      leave={words.cancel}
      confirm={words.create}
      ready
      busy={busy}
      fault={fault}
      onConfirm={() => void create()}
      onClose={props.onClose}
    >
      <Field label={words.desk}>
        <Select value={desk} onChange={(_event, { value }) => setDesk(value)}>
          {me.desks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={words.label}
        hint={words.labelHint}
        required
        validationState={checked && missing ? 'error' : 'none'}
        validationMessage={checked && missing ? words.labelMissing : undefined}
      >
        <Input value={label} maxLength={LONGEST_LABEL} onChange={(_event, { value }) => setLabel(value)} />
      </Field>
    </DialogFrame>
  );
}
