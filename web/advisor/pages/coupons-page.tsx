import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CouponView } from '../../../bot/advisor-api/contract';
import { useNow, useResource, useSession } from '../context';
import { elapsed } from '../lib/dates';
import { paths } from '../lib/paths';
import { ColumnHeads } from '../parts/column-heads';
import { Loaded } from '../parts/loaded';
import { Message } from '../parts/states';
import { CouponExport } from './coupon-export';
import own from './coupons.module.css';
import css from './page.module.css';
import { RejectCouponDialog, type CouponList } from './reject-coupon-dialog';

/** The lesson coupons as they come in: refused where they are wrong, exported for payroll. */
export default function CouponsPage() {
  const { strings } = useSession();
  const { data, failure } = useResource<CouponList>(paths.coupons);
  const [rejecting, setRejecting] = useState<CouponView | null>(null);
  const { coupons: words } = strings;
  const [emptyTitle = '', emptyText = ''] = words.empty;
  return (
    <div
      className={css.page}
      role="region"
      aria-label={words.title}
      tabIndex={0}
      aria-busy={!data && !failure}
    >
      <h1 className={css.title}>{words.title}</h1>
      <p className={css.lead}>{words.lead}</p>
      <Loaded data={data} failure={failure}>
        {({ coupons }) =>
          coupons.length === 0 ? (
            <Message title={emptyTitle} text={emptyText} />
          ) : (
            <>
              <CouponExport />
              <CouponTable coupons={coupons} onReject={setRejecting} />
            </>
          )
        }
      </Loaded>
      {rejecting && <RejectCouponDialog coupon={rejecting} onClose={() => setRejecting(null)} />}
    </div>
  );
}

function CouponTable(props: {
  readonly coupons: readonly CouponView[];
  readonly onReject: (coupon: CouponView) => void;
}) {
  const { columns } = useSession().strings.coupons;
  return (
    <table className={css.table}>
      <ColumnHeads columns={columns} />
      <tbody>
        {props.coupons.map((coupon) => (
          <CouponRow key={coupon.id} coupon={coupon} onReject={() => props.onReject(coupon)} />
        ))}
      </tbody>
    </table>
  );
}

function CouponRow(props: { readonly coupon: CouponView; readonly onReject: () => void }) {
  const { coupon, onReject } = props;
  const { strings, dates } = useSession();
  const now = useNow();
  const { columns, late, lateHint, reject, rejected } = strings.coupons;
  const minutes = (Date.parse(coupon.endsAt) - Date.parse(coupon.startsAt)) / 60_000;
  return (
    <tr>
      <th scope="row" data-label={columns.reference}>
        {coupon.reference}
      </th>
      <td data-label={columns.person}>{coupon.personName}</td>
      <td data-label={columns.family}>
        <span>
          {coupon.family}
          <span className={css.quiet}>
            {coupon.pupil}, {coupon.subject}
          </span>
        </span>
      </td>
      <td data-label={columns.lesson}>
        <span className={coupon.status === 'rejected' ? own.struck : undefined}>
          {dates.day(coupon.startsAt, now)}
          <span className={css.quiet}>
            {dates.time(coupon.startsAt)} – {dates.time(coupon.endsAt)}
          </span>
        </span>
      </td>
      <td data-label={columns.length}>{strings.time.length(minutes)}</td>
      <td data-label={columns.entered}>
        <span>
          <time dateTime={coupon.createdAt} title={dates.full(coupon.createdAt)}>
            {strings.time.ago(elapsed(coupon.createdAt, now))}
          </time>
          {coupon.late && (
            <span className={css.quiet}>
              <span className={css.late} title={lateHint}>
                {late}
              </span>
            </span>
          )}
        </span>
      </td>
      <td data-label={columns.action}>
        {coupon.rejection === null ? (
          <Button
            className={own.decide}
            size="small"
            aria-label={`${reject} ${coupon.reference}, ${coupon.personName}`}
            onClick={onReject}
          >
            {reject}
          </Button>
        ) : (
          <span>
            <span className={own.rejected}>{rejected}</span>
            <span className={own.reason}>{coupon.rejection.reason}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
