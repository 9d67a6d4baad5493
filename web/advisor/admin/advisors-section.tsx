import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { AdminAdvisor, AdvisorDirectory, SignInLink } from '../../../bot/advisor-api/contract-admin';
import { useNow, useResource, useSession } from '../context';
import { post } from '../lib/api';
import { elapsed } from '../lib/dates';
import page from '../pages/page.module.css';
import { AbsenceDialog } from './absence-dialog';
import css from './admin.module.css';
import { AdvisorDialog } from './advisor-dialog';
import { ConfirmDialog, LinkDialog } from './confirm-dialog';
import { Loaded } from '../parts/loaded';
import { adminPaths, History } from './parts';
import { useCommand } from './use-command';

type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'absences' | 'deactivate' | 'sessions'; readonly advisor: AdminAdvisor }
  | { readonly what: 'link'; readonly name: string; readonly link: SignInLink };

/** The advisors of the desks that one administers. */
export default function AdvisorsSection() {
  const { data, failure } = useResource<AdvisorDirectory>(adminPaths.advisors);
  return (
    <>
      <Loaded data={data} failure={failure}>
        {(directory) => <Directory directory={directory} />}
      </Loaded>
      <History about="advisors" />
    </>
  );
}

function Directory({ directory }: { readonly directory: AdvisorDirectory }) {
  const { strings, resources, notify } = useSession();
  const { advisors: words } = strings.admin;
  const [doing, setDoing] = useState<Doing | null>(null);
  const { fault, run } = useCommand();
  const refresh = (): void =>
    resources.refresh((path) => path === adminPaths.advisors || path === adminPaths.teams);
  const close = (): void => setDoing(null);
  const shown =
    doing !== null && 'advisor' in doing
      ? (directory.advisors.find(({ id }) => id === doing.advisor.id) ?? doing.advisor)
      : null;
  const act = async (path: string, body: object, said: string): Promise<void> => {
    if ((await run(() => post(path, body))) === undefined) return;
    refresh();
    notify({ text: said });
  };
  const makeLink = async ({ id, name }: AdminAdvisor): Promise<void> => {
    const link = await run(() => post<SignInLink>(`/advisors/${id}/link`));
    if (link !== undefined) setDoing({ what: 'link', name, link });
  };
  return (
    <>
      <div className={css.top}>
        <Button appearance="primary" icon={<AddRegular />} onClick={() => setDoing({ what: 'add' })}>
          {words.add}
        </Button>
      </div>
      {fault !== null && (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
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
          {directory.advisors.map((advisor) => (
            <AdvisorRow
              key={advisor.id}
              advisor={advisor}
              onDo={(what) => setDoing({ what, advisor })}
              onLink={() => void makeLink(advisor)}
              onReactivate={() =>
                void act(`/advisors/${advisor.id}/active`, { active: true }, words.done.reactivated)
              }
            />
          ))}
        </tbody>
      </table>
      {doing?.what === 'add' && (
        <AdvisorDialog
          advisor={null}
          directory={directory}
          onClose={close}
          onAdded={({ advisor, link }) => setDoing({ what: 'link', name: advisor.name, link })}
        />
      )}
      {doing?.what === 'edit' && shown && (
        <AdvisorDialog advisor={shown} directory={directory} onClose={close} onAdded={close} />
      )}
      {doing?.what === 'absences' && shown && (
        <AbsenceDialog advisor={shown} directory={directory} onClose={close} />
      )}
      {doing?.what === 'deactivate' && shown && (
        <ConfirmDialog
          title={words.deactivateTitle(shown.name)}
          lines={words.deactivateLines(shown.openTickets, shown.appointments)}
          confirm={words.deactivate}
          onClose={close}
          onConfirm={() => act(`/advisors/${shown.id}/active`, { active: false }, words.done.deactivated)}
        />
      )}
      {doing?.what === 'sessions' && shown && (
        <ConfirmDialog
          title={words.sessionsTitle(shown.name)}
          lines={[words.sessionsLine]}
          confirm={words.endSessions}
          onClose={close}
          onConfirm={() => act(`/advisors/${shown.id}/sessions/revoke`, {}, words.done.sessions)}
        />
      )}
      {doing?.what === 'link' && <LinkDialog name={doing.name} link={doing.link} onClose={close} />}
    </>
  );
}

function AdvisorRow(props: {
  readonly advisor: AdminAdvisor;
  readonly onDo: (what: 'edit' | 'absences' | 'deactivate' | 'sessions') => void;
  readonly onLink: () => void;
  readonly onReactivate: () => void;
}) {
  const { advisor, onDo, onLink, onReactivate } = props;
  const { strings, me } = useSession();
  const { advisors: words } = strings.admin;
  const now = useNow();
  const { columns } = words;
  const desks = advisor.desks.map((id) => me.desks.find((desk) => desk.id === id)?.name ?? id);
  const absence = advisor.absences.length > 0;
  return (
    <tr>
      <th scope="row" data-label={columns.name}>
        <span>
          {advisor.name} {!advisor.active && <span className={css.mark}>{words.inactive}</span>}
          {advisor.absentNow && <span className={css.mark}>{words.absent}</span>}
          {!advisor.absentNow && absence && <span className={css.mark}>{words.absentSoon}</span>}
          <span className={css.detail}>{advisor.email}</span>
        </span>
      </th>
      <td data-label={columns.role}>{words.roles[advisor.role]}</td>
      <td data-label={columns.desks}>{desks.join(', ')}</td>
      <td data-label={columns.teams}>{advisor.teams.map(({ name }) => name).join(', ') || '–'}</td>
      <td data-label={columns.seen}>
        {advisor.lastSeenAt === null ? words.never : strings.time.ago(elapsed(advisor.lastSeenAt, now))}
      </td>
      <td data-label={columns.actions}>
        {advisor.mine ? (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" aria-label={words.actionsFor(advisor.name)}>
                {words.actions}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => onDo('edit')}>{words.edit}</MenuItem>
                <MenuItem onClick={() => onDo('absences')}>{words.absences}</MenuItem>
                {advisor.active && <MenuItem onClick={onLink}>{words.newLink}</MenuItem>}
                {advisor.active && <MenuItem onClick={() => onDo('sessions')}>{words.endSessions}</MenuItem>}
                {advisor.active && advisor.id !== me.id && (
                  <MenuItem onClick={() => onDo('deactivate')}>{words.deactivate}</MenuItem>
                )}
                {!advisor.active && <MenuItem onClick={onReactivate}>{words.reactivate}</MenuItem>}
              </MenuList>
            </MenuPopover>
          </Menu>
        ) : (
          <span className={css.quiet}>{words.notMine}</span>
        )}
      </td>
    </tr>
  );
}
