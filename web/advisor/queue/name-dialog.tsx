import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../context';

/** Asks for the name of a saved view. */
export default function NameDialog(props: {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  /** @returns why the name cannot be taken; null when it is done. */
  readonly onName: (name: string) => Promise<string | null>;
}) {
  const { saved } = useSession().strings.queue;
  const [name, setName] = useState(props.name);
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const refused = await props.onName(name.trim());
    if (refused === null) props.onClose();
    else setFault(refused);
  };
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent>
              <Field label={saved.name} validationMessage={fault} validationState={fault ? 'error' : 'none'}>
                <Input
                  value={name}
                  maxLength={60}
                  autoFocus
                  onChange={(_event, { value }) => setName(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={props.onClose}>{saved.cancel}</Button>
              <Button appearance="primary" type="submit" disabled={name.trim() === ''}>
                {saved.ok}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
