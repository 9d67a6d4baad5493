import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../context';
import { ApiFailure, download } from '../lib/api';
import { exportMonths, likelyMonth, monthName } from '../lib/months';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';
import css from './coupons.module.css';

/** The coupons of a month as a file for payroll. */
export function CouponExport() {
  const { strings, dates, now, notify } = useSession();
  const { exporting } = strings.coupons;
  const today = dates.dayKey(now().toISOString());
  const [month, setMonth] = useState(() => likelyMonth(today));
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await download(paths.couponsOf(month));
      notify({ text: exporting.done(monthName(month, strings.locale)) });
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    }
    setBusy(false);
  };
  return (
    <div className={css.export}>
      <Field label={exporting.month}>
        <Select value={month} onChange={(_, { value }) => setMonth(value)}>
          {exportMonths(today).map((one) => (
            <option key={one} value={one}>
              {monthName(one, strings.locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Button className={css.exportButton} disabledFocusable={busy} onClick={() => void save()}>
        {exporting.button}
      </Button>
      <p className={css.hint}>{exporting.hint}</p>
    </div>
  );
}
