import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { LiveView } from '../../../bot/advisor-api/contract-live';
import { useDeskDates, useSession } from '../context';

/** Asks before a chat is taken from a colleague. */
export function ReplaceDialog(props: {
  readonly hold: NonNullable<LiveView['hold']>;
  readonly desk: string;
  readonly onReplace: () => void;
  readonly onClose: () => void;
}) {
  const { hold, desk, onReplace, onClose } = props;
  const words = useSession().strings.takeover;
  const dates = useDeskDates(desk);
  const { name } = hold.advisor;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.replaceTitle(name)}</DialogTitle>
          <DialogContent>{words.replaceText(name, dates.time(hold.since))}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.leave}</Button>
            <Button appearance="primary" onClick={onReplace}>
              {words.replace}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
