import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminAdvisor, AdvisorDirectory, NewAdvisor } from '../../../bot/advisor-api/contract-admin';
import type { Me } from '../../../bot/advisor-api/contract';
import { DialogFrame } from '../appointments/dialog-frame';
import { useSession } from '../context';
import { post } from '../lib/api';
import css from './admin.module.css';
import { adminPaths } from './parts';
import { useCommand } from './use-command';

/** Adds an advisor, or changes what she is called and may do. */
export function AdvisorDialog(props: {
  readonly advisor: AdminAdvisor | null;
  readonly directory: AdvisorDirectory;
  readonly onClose: () => void;
  readonly onAdded: (added: NewAdvisor) => void;
}) {
  const { advisor, directory, onClose, onAdded } = props;
  const { strings, resources, notify } = useSession();
  const { advisors: words } = strings.admin;
  const [only] = directory.desks;
  const [name, setName] = useState(advisor?.name ?? '');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Me['role']>(advisor?.role ?? 'advisor');
  const [desks, setDesks] = useState<readonly string[]>(
    advisor?.desks ?? (directory.desks.length === 1 && only ? [only.id] : []),
  );
  const [version, setVersion] = useState(advisor?.version ?? 0);
  const { busy, fault, run } = useCommand();
  const ready =
    name.trim() !== '' &&
    desks.length > 0 &&
    (advisor !== null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()));
  const left = (advisor?.desks ?? []).filter((id) => !desks.includes(id));
  const refresh = (): void =>
    resources.refresh((path) => path === adminPaths.advisors || path === adminPaths.teams);

  const save = async (): Promise<void> => {
    const content = { name: name.trim(), role, desks };
    if (advisor === null) {
      const added = await run(() => post<NewAdvisor>('/advisors', { ...content, email: email.trim() }));
      if (added === undefined) return;
      refresh();
      onAdded(added);
      return;
    }
    const changed = await run(
      () => post<AdminAdvisor>(`/advisors/${advisor.id}`, { ...content, version }),
      (failure) => {
        const current = failure.currentOf<AdminAdvisor>();
        if (failure.code === 'setting-changed' && current !== null) {
          setName(current.name);
          setRole(current.role);
          setDesks(current.desks);
          setVersion(current.version);
        }
        return false;
      },
    );
    if (changed === undefined) return;
    refresh();
    notify({ text: words.done.changed });
    onClose();
  };

  return (
    <DialogFrame
      title={advisor === null ? words.addTitle : words.editTitle(advisor.name)}
      leave={strings.admin.cancel}
      confirm={advisor === null ? words.add : strings.admin.save}
      ready={ready}
      busy={busy}
      fault={fault}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Field label={words.name} hint={words.nameHint} required>
        <Input value={name} maxLength={100} onChange={(_event, { value }) => setName(value)} />
      </Field>
      {advisor === null && (
        <Field label={words.email} required>
          <Input
            type="email"
            value={email}
            maxLength={200}
            onChange={(_event, { value }) => setEmail(value)}
          />
        </Field>
      )}
      <Field label={words.columns.role}>
        <Select value={role} onChange={(_event, { value }) => setRole(value as Me['role'])}>
          {directory.roles.map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={css.checks}>
        <legend>{words.columns.desks}</legend>
        {directory.desks.map(({ id, name: deskName }) => (
          <Checkbox
            key={id}
            label={deskName}
            checked={desks.includes(id)}
            onChange={() => setDesks(desks.includes(id) ? desks.filter((one) => one !== id) : [...desks, id])}
          />
        ))}
      </fieldset>
      {left.length > 0 && <p className={css.quiet}>{words.leaves}</p>}
    </DialogFrame>
  );
}
