import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import type { NotificationsView } from '../../../bot/advisor-api/contract-account';
import { useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { FailurePage, failureText, Skeleton } from './states';

const PATH = '/notifications';
const MODES: readonly NotificationsView['digest'][] = ['daily', 'hourly', 'off'];

/** How she hears by mail of what waits for her; each choice is kept at once. */
export default function NotificationsDialog(props: { readonly onClose: () => void }) {
  const { strings, resources, notify } = useSession();
  const { notifications: words } = strings;
  const { data, failure } = useResource<NotificationsView>(PATH);
  const choose = async (digest: NotificationsView['digest']): Promise<void> => {
    try {
      await post(PATH, { digest });
      notify({ text: words.saved });
    } catch (error) {
      const fault = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, fault), tone: 'failure' });
    }
    resources.refresh((path) => path === PATH);
  };
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent aria-busy={!data && !failure}>
            {!data && !failure && <Skeleton width="100%" height={120} />}
            {!data && failure && (
              <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
            )}
            {data && (
              <>
                <p>{data.mails ? words.lead(data.email) : words.noMails}</p>
                <Field label={words.digest}>
                  <RadioGroup
                    value={data.digest}
                    onChange={(_, { value }) =>
                      void choose(MODES.find((mode) => mode === value) ?? data.digest)
                    }
                  >
                    {MODES.map((mode) => (
                      <Radio key={mode} value={mode} label={words.modes[mode]} />
                    ))}
                  </RadioGroup>
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
