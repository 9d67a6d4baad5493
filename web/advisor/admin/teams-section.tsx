import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { TeamView } from '../../../bot/advisor-api/contract-admin';
import { useResource, useSession } from '../context';
import { post } from '../lib/api';
import page from '../pages/page.module.css';
import { Message } from '../parts/states';
import css from './admin.module.css';
import { ConfirmDialog, RemoveButton } from './confirm-dialog';
import { Loaded } from '../parts/loaded';
import { adminPaths, History } from './parts';
import { TeamDialog } from './team-dialog';
import { useCommand } from './use-command';

type Doing = { readonly what: 'edit' | 'remove'; readonly team: TeamView } | { readonly what: 'add' };

/** Who answers what on a desk. */
export default function TeamsSection() {
  const { data, failure } = useResource<{ readonly teams: readonly TeamView[] }>(adminPaths.teams);
  return (
    <>
      <Loaded data={data} failure={failure}>
        {({ teams }) => <Teams teams={teams} />}
      </Loaded>
      <History about="teams" />
    </>
  );
}

function Teams({ teams }: { readonly teams: readonly TeamView[] }) {
  const { strings, me, resources, notify } = useSession();
  const { teams: words } = strings.admin;
  const [doing, setDoing] = useState<Doing | null>(null);
  const { fault, run } = useCommand();
  const close = (): void => setDoing(null);
  const remove = async ({ id }: TeamView): Promise<void> => {
    // Nothing is answered: 204.
    const done = await run(() => post(`/teams/${id}/remove`).then(() => true));
    if (done === undefined) return;
    resources.refresh((path) => path === adminPaths.teams || path === adminPaths.advisors);
    notify({ text: words.removed });
  };
  const add = (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => setDoing({ what: 'add' })}>
      {words.add}
    </Button>
  );
  const [emptyTitle = '', emptyText = ''] = words.empty;
  return (
    <>
      {fault !== null && (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
      {teams.length === 0 ? (
        <Message title={emptyTitle} text={emptyText}>
          {add}
        </Message>
      ) : (
        <>
          <div className={css.top}>{add}</div>
          <table className={page.table}>
            <thead>
              <tr>
                {Object.entries(words.columns).map(([id, column]) => (
                  <th key={id} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map((team) => (
                <tr key={team.id}>
                  <th scope="row" data-label={words.columns.name}>
                    {team.name}
                  </th>
                  <td data-label={words.columns.desk}>
                    {me.desks.find(({ id }) => id === team.desk)?.name ?? team.desk}
                  </td>
                  <td data-label={words.columns.categories}>
                    {team.categories.map((id) => strings.categories[id] ?? id).join(', ') || words.allOthers}
                  </td>
                  <td data-label={words.columns.members}>
                    {team.members.map(({ name }) => name).join(', ') || '–'}
                  </td>
                  <td data-label={words.columns.actions}>
                    <span className={css.actions}>
                      <Button
                        size="small"
                        aria-label={words.edit(team.name)}
                        onClick={() => setDoing({ what: 'edit', team })}
                      >
                        {words.editShort}
                      </Button>
                      <RemoveButton
                        label={words.removeOne(team.name)}
                        onRemove={() => setDoing({ what: 'remove', team })}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {doing?.what === 'add' && <TeamDialog team={null} onClose={close} />}
      {doing?.what === 'edit' && <TeamDialog team={doing.team} onClose={close} />}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={words.removeOne(doing.team.name)}
          lines={[words.removeLine]}
          confirm={strings.admin.remove}
          onClose={close}
          onConfirm={() => remove(doing.team)}
        />
      )}
    </>
  );
}
