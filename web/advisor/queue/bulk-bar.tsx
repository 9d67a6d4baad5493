import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../context';
import { type BulkOutcome, bulkChange } from '../lib/bulk-commands';
import css from './list-header.module.css';
import type { Selection } from './use-selection';

/** What can be done to all selected tickets, and what became of it. */
export function BulkBar(props: { readonly selection: Selection }) {
  const { selection } = props;
  const session = useSession();
  const { select } = session.strings.queue;
  const [working, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [closing, setClosing] = useState(false);

  const run = async (change: Parameters<typeof bulkChange>[2]): Promise<void> => {
    setWorking(true);
    const became = await bulkChange(session, selection.tickets, change);
    setWorking(false);
    if (became === null) return;
    selection.clear();
    if (became.failed.length > 0) setOutcome(became);
  };

  return (
    <>
      {selection.tickets.length > 0 && (
        <div className={css.bulk} role="group" aria-label={select.bar}>
          <span className={css.bulkCount} role="status">
            {working ? select.working : select.count(selection.tickets.length)}
          </span>
          <AssignMenu
            selection={selection}
            disabled={working}
            onChoose={(assigneeId) => void run({ action: 'assign', assigneeId })}
          />
          <Button
            size="small"
            disabled={working}
            onClick={() => void run({ action: 'status', status: 'solved' })}
          >
            {select.solve}
          </Button>
          <Button size="small" disabled={working} onClick={() => setClosing(true)}>
            {select.close}
          </Button>
          <Button size="small" appearance="subtle" disabled={working} onClick={selection.clear}>
            {select.clear}
          </Button>
        </div>
      )}
      {closing && (
        <ConfirmClosing
          count={selection.tickets.length}
          onCancel={() => setClosing(false)}
          onConfirm={() => {
            setClosing(false);
            void run({ action: 'status', status: 'closed' });
          }}
        />
      )}
      {outcome && <Outcome outcome={outcome} onClose={() => setOutcome(null)} />}
    </>
  );
}

/** Those who work on every desk that is selected; herself first. */
function AssignMenu(props: {
  readonly selection: Selection;
  readonly disabled: boolean;
  readonly onChoose: (assigneeId: string | null) => void;
}) {
  const { me, strings } = useSession();
  const { select, me: myself, nobody } = strings.queue;
  const desks = new Set(props.selection.tickets.map(({ desk }) => desk));
  const able = me.colleagues.filter(({ deskIds }) => [...desks].every((desk) => deskIds.includes(desk)));
  const ordered = [...able.filter(({ id }) => id === me.id), ...able.filter(({ id }) => id !== me.id)];
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="primary" disabled={props.disabled}>
          {select.assign}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={css.menu}>
          {ordered.map(({ id, name }) => (
            <MenuItem key={id} onClick={() => props.onChoose(id)}>
              {id === me.id ? `${name} (${myself.toLowerCase()})` : name}
            </MenuItem>
          ))}
          <MenuItem onClick={() => props.onChoose(null)}>{nobody}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ConfirmClosing(props: {
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  const { select, saved } = useSession().strings.queue;
  return (
    <Dialog open onOpenChange={props.onCancel}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{select.closeTitle(props.count)}</DialogTitle>
          <DialogContent>{select.closeText}</DialogContent>
          <DialogActions>
            <Button onClick={props.onCancel}>{saved.cancel}</Button>
            <Button appearance="primary" onClick={props.onConfirm}>
              {select.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Outcome(props: { readonly outcome: BulkOutcome; readonly onClose: () => void }) {
  const { select } = useSession().strings.queue;
  const { done, failed } = props.outcome;
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{select.failedTitle(failed.length, done)}</DialogTitle>
          <DialogContent>
            <ul className={css.failures}>
              {failed.map(({ what, why }) => (
                <li key={what}>
                  <strong>{what}</strong>
                  <br />
                  {why}
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose}>
              {select.failedClose}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
