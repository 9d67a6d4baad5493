import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeamView } from '../../../bot/advisor-api/contract-admin';
import { DialogFrame } from '../appointments/dialog-frame';
import { useSession } from '../context';
import { post } from '../lib/api';
import css from './admin.module.css';
import { adminPaths } from './parts';
import { useCommand } from './use-command';

/** Makes a team, or changes what it is called, takes, and who is of it. */
export function TeamDialog(props: { readonly team: TeamView | null; readonly onClose: () => void }) {
  const { team, onClose } = props;
  const { strings, me, resources, notify } = useSession();
  const { teams: words } = strings.admin;
  const [desk, setDesk] = useState(team?.desk ?? me.desks[0]?.id ?? '');
  const [name, setName] = useState(team?.name ?? '');
  const [categories, setCategories] = useState(team?.categories ?? []);
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.members.map(({ id }) => id) ?? []);
  const [version, setVersion] = useState(team?.version ?? 0);
  const { busy, fault, run } = useCommand();
  const people = me.colleagues.filter(({ deskIds }) => deskIds.includes(desk));
  const save = async (): Promise<void> => {
    const content = { name: name.trim(), categories, memberIds };
    const saved = await run(
      () =>
        team === null
          ? post<TeamView>('/teams', { desk, ...content })
          : post<TeamView>(`/teams/${team.id}`, { ...content, version }),
      (failure) => {
        const current = failure.currentOf<TeamView>();
        if (failure.code === 'setting-changed' && current !== null) {
          setName(current.name);
          setCategories(current.categories);
          setMemberIds(current.members.map(({ id }) => id));
          setVersion(current.version);
        }
        return false;
      },
    );
    if (saved === undefined) return;
    resources.refresh((path) => path === adminPaths.teams || path === adminPaths.advisors);
    notify({ text: words.saved });
    onClose();
  };
  return (
    <DialogFrame
      title={team === null ? words.add : words.edit(team.name)}
      leave={strings.admin.cancel}
      confirm={strings.admin.save}
      ready={name.trim() !== '' && memberIds.length > 0}
      busy={busy}
      fault={fault}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {team === null && me.desks.length > 1 && (
        <Field label={strings.admin.desk}>
          <Select
            value={desk}
            onChange={(_event, { value }) => {
              setDesk(value);
              setMemberIds([]);
            }}
          >
            {me.desks.map(({ id, name: deskName }) => (
              <option key={id} value={id}>
                {deskName}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={words.columns.name} required>
        <Input value={name} maxLength={100} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Checks
        legend={words.columns.members}
        options={people.map(({ id, name: personName }) => [id, personName])}
        chosen={memberIds}
        onChange={setMemberIds}
      />
      <Checks
        legend={words.categoriesLegend}
        options={Object.entries(strings.categories)}
        chosen={categories}
        onChange={setCategories}
      />
    </DialogFrame>
  );
}

function Checks(props: {
  readonly legend: string;
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { legend, options, chosen, onChange } = props;
  return (
    <fieldset className={css.checks}>
      <legend>{legend}</legend>
      {options.map(([id, name]) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={() =>
            onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }
        />
      ))}
    </fieldset>
  );
}
