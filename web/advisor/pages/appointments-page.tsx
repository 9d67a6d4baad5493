import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNow, useResource, useSession } from '../context';
import type { AppointmentList } from '../../../bot/advisor-api/contract';
import css from '../appointments/agenda.module.css';
import { AppointmentRow, type AppointmentAction } from '../appointments/appointment-row';
import { CancelDialog } from '../appointments/cancel-dialog';
import { LinkDialog } from '../appointments/link-dialog';
import { MoveDialog } from '../appointments/move-dialog';
import { daysFromToday, mondayOf, plusDays } from '../lib/dates';
import { paths } from '../lib/paths';
import { byDay } from '../lib/timeline';
import { FailurePage, Message, Skeleton } from '../parts/states';
import page from './page.module.css';

const DIALOGS = { move: MoveDialog, link: LinkDialog, cancel: CancelDialog };

/** The agenda of her desks, day by day: what is to come, or the week that she turns to. */
export default function AppointmentsPage() {
  const { strings, dates, resources } = useSession();
  const { appointments: words } = strings;
  const now = useNow();
  /** The Monday of the week that is shown; null: what is to come. */
  const [monday, setMonday] = useState<string | null>(null);
  const { data, failure } = useResource<AppointmentList>(agendaPath(monday, dates.startOfDay));
  const [acting, setActing] = useState<{ readonly id: string; readonly action: AppointmentAction } | null>(
    null,
  );
  const region = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (acting !== null || opener.current === null) return;
    // The dialog is gone: back to what opened it, or to the page when that has moved with its row.
    const back = opener.current.isConnected ? opener.current : region.current;
    opener.current = null;
    if (back instanceof HTMLElement) back.focus();
  }, [acting]);
  const days = useMemo(
    () =>
      byDay(
        (data?.appointments ?? []).map((one) => ({ ...one, at: one.startsAt })),
        dates.dayKey,
      ),
    [data, dates],
  );
  const appointment = data?.appointments.find(({ id }) => id === acting?.id);
  const ActingDialog = acting && DIALOGS[acting.action];
  const [emptyTitle = '', emptyText = ''] = monday === null ? words.empty : words.emptyWeek;
  const turn = (weeks: number): void =>
    setMonday(plusDays(monday ?? mondayOf(dates.dayKey(now.toISOString())), 7 * weeks));
  const noon = (day: string): string => `${day}T12:00:00Z`;
  return (
    <div
      ref={region}
      className={page.page}
      role="region"
      aria-label={words.title}
      tabIndex={0}
      aria-busy={!data && !failure}
    >
      <h1 className={page.title}>{words.title}</h1>
      <p className={page.lead} aria-live="polite">
        {monday === null
          ? words.period.fromYesterday
          : words.period.week(dates.day(noon(monday), now), dates.day(noon(plusDays(monday, 6)), now))}
      </p>
      <div className={css.periods} role="group" aria-label={words.period.label}>
        <Button
          appearance="subtle"
          aria-label={words.period.earlier}
          title={words.period.earlier}
          onClick={() => turn(monday === null ? 0 : -1)}
        >
          {words.period.earlierShort}
        </Button>
        <Button
          appearance={monday === null ? 'primary' : 'secondary'}
          aria-pressed={monday === null}
          onClick={() => setMonday(null)}
        >
          {words.period.upcoming}
        </Button>
        <Button
          appearance="subtle"
          aria-label={words.period.later}
          title={words.period.later}
          onClick={() => turn(1)}
        >
          {words.period.laterShort}
        </Button>
      </div>
      {!data && !failure && <Skeleton width="100%" height={160} />}
      {!data && failure && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {data?.appointments.length === 0 && <Message title={emptyTitle} text={emptyText} />}
      {days.map(({ day, at, entries }) => (
        <Day key={day} at={at}>
          {entries.map((one) => (
            <AppointmentRow
              key={one.id}
              appointment={one}
              onAct={(action) => {
                opener.current = document.activeElement;
                setActing({ id: one.id, action });
              }}
            />
          ))}
        </Day>
      ))}
      {appointment && ActingDialog && (
        <ActingDialog
          appointment={appointment}
          byMail={data?.mails ?? false}
          onClose={() => setActing(null)}
        />
      )}
    </div>
  );
}

function Day(props: { readonly at: string; readonly children: React.ReactNode }) {
  const { strings, dates } = useSession();
  const now = useNow();
  const { time } = strings;
  const near = { '-1': time.yesterday, '0': time.today, '1': time.tomorrow }[
    daysFromToday(dates, props.at, now)
  ];
  const name = near === undefined ? dates.day(props.at, now) : `${near}, ${dates.day(props.at, now)}`;
  return (
    <section aria-label={name}>
      <h2 className={css.day}>{name}</h2>
      <ul>{props.children}</ul>
    </section>
  );
}

function agendaPath(monday: string | null, startOfDay: (day: string) => Date): string {
  if (monday === null) return paths.appointments;
  return paths.agenda({
    from: startOfDay(monday).toISOString(),
    to: startOfDay(plusDays(monday, 7)).toISOString(),
  });
}
