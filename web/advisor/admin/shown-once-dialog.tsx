import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import dialogs from '../appointments/dialogs.module.css';
import { useSession } from '../context';
import css from './records.module.css';

/**
 * Something that is on a screen this one time: a key, a link to sign in. Copying leaves it there; whoever leaves without having copied it,
 * by a button, Escape or a click beside it, is asked first, and Escape then leads back to it.
 */
export function ShownOnceDialog(props: {
  readonly title: string;
  readonly secret: string;
  readonly copy: string;
  readonly copied: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, secret, onClose } = props;
  const { once: words } = useSession().strings.admin;
  const [copying, setCopying] = useState<'not-yet' | 'done' | 'failed'>('not-yet');
  const [asking, setAsking] = useState(false);
  const copy = (): void => {
    // Where the browser gives no clipboard, the text can still be selected.
    const written = navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopying('done'),
      () => setCopying('failed'),
    );
  };
  const leave = (): void => {
    if (copying === 'done') onClose();
    else setAsking(!asking);
  };
  return (
    <Dialog open onOpenChange={leave}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={dialogs.fields}>
            <code className={css.code} data-testid="secret">
              {secret}
            </code>
            {props.children}
            <div aria-live="polite">
              {copying === 'done' && <p>{props.copied}</p>}
              {copying === 'failed' && <p className={css.fault}>{words.copyFailed}</p>}
            </div>
            {asking && (
              <p className={css.fault} role="alert">
                {words.sure}
              </p>
            )}
          </DialogContent>
          <DialogActions>
            {asking ? (
              <>
                <Button className={dialogs.oneLine} onClick={onClose}>
                  {words.lose}
                </Button>
                <Button className={dialogs.oneLine} appearance="primary" onClick={() => setAsking(false)}>
                  {words.back}
                </Button>
              </>
            ) : (
              <>
                <Button className={dialogs.oneLine} onClick={leave}>
                  {words.close}
                </Button>
                <Button className={dialogs.oneLine} appearance="primary" onClick={copy}>
                  {props.copy}
                </Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
