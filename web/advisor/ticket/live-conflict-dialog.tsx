import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { TicketDetail, TicketSummary } from '../../../bot/advisor-api/contract';
import { useNow, useResource, useSession } from '../context';
import { compare, type Conflict, type ConflictField, type ConflictLine } from '../lib/conflicts';
import { elapsed } from '../lib/dates';
import { paths } from '../lib/paths';
import type { Strings } from '../strings.fr';
import css from './live-conflict-dialog.module.css';

/** Two advisors changed one ticket: what the one who came second wanted, what it is now, who did it; she says what stays. */
export default function ConflictDialog(props: { readonly conflict: Conflict; readonly onClose: () => void }) {
  const { conflict, onClose } = props;
  const { strings } = useSession();
  const { data } = useResource<TicketDetail>(paths.ticket(conflict.current.reference));
  const words = strings.takeover.conflict;
  const lines = compare(conflict, (ticket, field) => inWords(ticket, field, strings), data?.events ?? []);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>
              <strong>{conflict.current.reference}</strong> · {words.intro}
            </p>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{words.field}</th>
                  <th scope="col">{words.mine}</th>
                  <th scope="col">{words.now}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={line.field} line={line} />
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions>
            <Button className={css.oneLine} onClick={onClose}>
              {words.takeTheirs}
            </Button>
            <Button
              className={css.oneLine}
              appearance="primary"
              onClick={() => {
                onClose();
                conflict.keepMine();
              }}
            >
              {words.keepMine}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Line({ line }: { readonly line: ConflictLine }) {
  const { strings, dates } = useSession();
  const now = useNow();
  const words = strings.takeover.conflict;
  const { field, mine, by } = line;
  return (
    <tr>
      <th scope="row">{words.fields[field]}</th>
      <td>{mine ?? <span className={css.soft}>{words.unchanged}</span>}</td>
      <td>
        {line.now}
        {by !== null && (
          <time className={css.by} dateTime={by.at} title={dates.full(by.at)}>
            {words.by(by.actor, strings.time.ago(elapsed(by.at, now)))}
          </time>
        )}
      </td>
    </tr>
  );
}

function inWords(ticket: TicketSummary, field: ConflictField, strings: Strings): string {
  switch (field) {
    case 'assignee':
      return ticket.assignee?.name ?? strings.takeover.conflict.nobody;
    case 'status':
      return strings.ticket.status(ticket.status);
    case 'priority':
      return strings.ticket.priority[ticket.priority];
    case 'topic':
      return ticket.topicTitle;
  }
}
