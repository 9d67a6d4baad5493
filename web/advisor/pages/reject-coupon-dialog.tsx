import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CouponView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';
import css from './coupons.module.css';
import page from './page.module.css';

/** What the API asks for at least, and takes at most. */
const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

export type CouponList = { readonly coupons: readonly CouponView[] };

/** Refuses a coupon: the reason is written, what follows is said, and confirmed. */
export function RejectCouponDialog(props: { readonly coupon: CouponView; readonly onClose: () => void }) {
  const { coupon, onClose } = props;
  const { strings, dates, resources, notify, now } = useSession();
  const { rejecting } = strings.coupons;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const reject = async (): Promise<void> => {
    if (reason.trim().length < SHORTEST_REASON) {
      setMissing(true);
      return;
    }
    setBusy(true);
    try {
      const rejected = await post<CouponView>(`${paths.coupons}/${coupon.id}/reject`, {
        reason: reason.trim(),
      });
      resources.update<CouponList>(paths.coupons, ({ coupons }) => ({
        coupons: coupons.map((one) => (one.id === rejected.id ? rejected : one)),
      }));
      notify({ text: rejecting.done(rejected.reference) });
      onClose();
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
      // Somebody was faster: there is nothing left to refuse. What she wrote is kept where trying again makes sense.
      if (failure.status === 409 || failure.status === 404) {
        resources.refresh((path) => path === paths.coupons);
        onClose();
      }
      setBusy(false);
    }
  };
  return (
    <Dialog open modalType="modal" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{rejecting.title}</DialogTitle>
          <DialogContent>
            <p className={css.about}>
              {coupon.reference}, {coupon.pupil} ({coupon.family}), {dates.day(coupon.startsAt, now())},{' '}
              {dates.time(coupon.startsAt)} – {dates.time(coupon.endsAt)}
            </p>
            <p className={css.warning}>{rejecting.text(coupon.personName)}</p>
            <Field
              label={rejecting.reason}
              required
              validationState={missing ? 'error' : 'none'}
              validationMessage={missing ? rejecting.missing : undefined}
            >
              <Textarea
                value={reason}
                maxLength={LONGEST_REASON}
                rows={3}
                resize="vertical"
                onChange={(_, { value }) => {
                  setReason(value);
                  setMissing(false);
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button className={page.oneLine} onClick={onClose}>
              {rejecting.keep}
            </Button>
            <Button
              className={page.oneLine}
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void reject()}
            >
              {rejecting.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
