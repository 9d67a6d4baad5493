import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { AppointmentView } from '../../../bot/advisor-api/contract';
import { useNow, useResource, useSession } from '../context';
import { ApiFailure, post } from '../lib/api';
import { daysFromToday } from '../lib/dates';
import { paths } from '../lib/paths';
import { phoneText } from '../lib/phone';
import { byDay } from '../lib/timeline';
import { failureText, FailurePage, Message, Skeleton } from '../parts/states';
import css from './page.module.css';

type Agenda = { readonly appointments: readonly AppointmentView[] };

/** The agenda of her desks, day by day. */
export default function AppointmentsPage() {
  const { strings, dates, resources } = useSession();
  const now = useNow();
  const { data, failure } = useResource<Agenda>(paths.appointments);
  const [cancelling, setCancelling] = useState<AppointmentView | null>(null);
  const days = useMemo(
    () =>
      byDay(
        (data?.appointments ?? []).map((one) => ({ ...one, at: one.startsAt })),
        dates.dayKey,
      ),
    [data, dates],
  );
  const { appointments: words, time } = strings;
  const [emptyTitle = '', emptyText = ''] = words.empty;
  const dayName = (at: string): string => {
    const near = { '-1': time.yesterday, '0': time.today, '1': time.tomorrow }[daysFromToday(dates, at, now)];
    return near === undefined ? dates.day(at, now) : `${near}, ${dates.day(at, now)}`;
  };
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
      {!data && !failure && <Skeleton width="100%" height={160} />}
      {!data && failure && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {data?.appointments.length === 0 && <Message title={emptyTitle} text={emptyText} />}
      {days.map(({ day, at, entries }) => (
        <section key={day} aria-label={dayName(at)}>
          <h2 className={css.day}>{dayName(at)}</h2>
          <ul>
            {entries.map((appointment) => (
              <Row
                key={appointment.id}
                appointment={appointment}
                onCancel={() => setCancelling(appointment)}
              />
            ))}
          </ul>
        </section>
      ))}
      {cancelling && <CancelDialog appointment={cancelling} onClose={() => setCancelling(null)} />}
    </div>
  );
}

function Row(props: { readonly appointment: AppointmentView; readonly onCancel: () => void }) {
  const { appointment, onCancel } = props;
  const { strings, dates } = useSession();
  const now = useNow().getTime();
  const { appointments: words } = strings;
  const cancelled = appointment.status === 'cancelled';
  const begun = Date.parse(appointment.startsAt) <= now;
  const over = Date.parse(appointment.endsAt) <= now;
  return (
    <li className={css.appointment} data-cancelled={cancelled || undefined} data-over={over || undefined}>
      <span className={css.time}>
        {dates.time(appointment.startsAt)} – {dates.time(appointment.endsAt)}
      </span>
      <div>
        <p className={css.who}>{appointment.personName}</p>
        <p className={css.how}>
          <span>{words.channel[appointment.channel]}</span>
          {appointment.phone !== null && (
            <a className={css.link} href={`tel:${appointment.phone}`}>
              {phoneText(appointment.phone)}
            </a>
          )}
          <span>{words.with(appointment.advisorName)}</span>
          {begun && !over && !cancelled && <span className={css.nowMark}>{words.now}</span>}
        </p>
        <p className={css.quiet}>{appointment.subject}</p>
      </div>
      {cancelled && <span className={css.quiet}>{words.cancelled}</span>}
      {!cancelled && !begun && (
        <Button
          aria-label={`${words.cancel} ${appointment.reference}, ${appointment.personName}`}
          onClick={onCancel}
        >
          {words.cancelShort}
        </Button>
      )}
    </li>
  );
}

function CancelDialog(props: { readonly appointment: AppointmentView; readonly onClose: () => void }) {
  const { appointment, onClose } = props;
  const { strings, dates, resources, notify, now } = useSession();
  const [busy, setBusy] = useState(false);
  const { appointments: words } = strings;
  const day = dates.day(appointment.startsAt, now());
  const time = dates.time(appointment.startsAt);
  const cancel = async (): Promise<void> => {
    setBusy(true);
    try {
      const cancelled = await post<AppointmentView>(`${paths.appointments}/${appointment.id}/cancel`);
      resources.update<Agenda>(paths.appointments, ({ appointments }) => ({
        appointments: appointments.map((one) => (one.id === cancelled.id ? cancelled : one)),
      }));
      notify({ text: words.done });
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    }
    onClose();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.confirmTitle}</DialogTitle>
          <DialogContent>{words.confirmText(appointment.personName, day, time)}</DialogContent>
          <DialogActions>
            <Button className={css.oneLine} onClick={onClose}>
              {words.keep}
            </Button>
            <Button
              className={css.oneLine}
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void cancel()}
            >
              {words.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
