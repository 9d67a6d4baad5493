import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useSession } from '../context';
import css from './help-dialog.module.css';

/** The keys, on one page. */
export default function HelpDialog(props: { readonly onClose: () => void }) {
  const { help } = useSession().strings;
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{help.title}</DialogTitle>
          <DialogContent>
            <dl className={css.keys}>
              {help.keys.map(([keys, meaning]) => (
                <div key={meaning} className={css.row}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key} className={css.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose}>
              {help.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
