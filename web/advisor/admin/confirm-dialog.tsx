import { Button } from '@fluentui/react-components';
import type { SignInLink } from '../../../bot/advisor-api/contract-admin';
import { DialogFrame } from '../appointments/dialog-frame';
import { useSession } from '../context';
import { ShownOnceDialog } from './shown-once-dialog';

/** Asks before something that reaches further than the screen. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly confirm: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { title, lines, confirm, onConfirm, onClose } = props;
  const { strings } = useSession();
  return (
    <DialogFrame
      title={title}
      leave={strings.admin.cancel}
      confirm={confirm}
      ready
      busy={false}
      fault={null}
      onConfirm={() => {
        void onConfirm();
        onClose();
      }}
      onClose={onClose}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </DialogFrame>
  );
}

/** A sign-in link, shown this once. */
export function LinkDialog(props: {
  readonly name: string;
  readonly link: SignInLink;
  readonly onClose: () => void;
}) {
  const { name, link, onClose } = props;
  const { strings, dates } = useSession();
  const { advisors: words } = strings.admin;
  return (
    <ShownOnceDialog
      title={words.linkTitle(name)}
      secret={link.url}
      copy={words.copy}
      copied={words.done.copied}
      onClose={onClose}
    >
      <p>{words.linkLead(dates.time(link.expiresAt))}</p>
    </ShownOnceDialog>
  );
}

/** A button that takes something of a list away. */
export function RemoveButton(props: { readonly label: string; readonly onRemove: () => void }) {
  const { strings } = useSession();
  return (
    <Button size="small" aria-label={props.label} onClick={props.onRemove}>
      {strings.admin.remove}
    </Button>
  );
}
