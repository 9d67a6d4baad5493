import { Button } from '@fluentui/react-components';
import type { AppointmentView } from '../../../bot/advisor-api/contract';
import { useDeskDates, useNow, useSession } from '../context';
import { hostOf } from '../lib/meeting-link';
import { phoneText } from '../lib/phone';
import css from './agenda.module.css';

/** What can be done to an appointment. */
export type AppointmentAction = 'move' | 'link' | 'cancel';

/** When, with whom, where and about what; and what can still be changed. */
export function AppointmentRow(props: {
  readonly appointment: AppointmentView;
  readonly onAct: (action: AppointmentAction) => void;
}) {
  const { appointment, onAct } = props;
  const { appointments: words } = useSession().strings;
  const dates = useDeskDates(appointment.desk);
  const now = useNow().getTime();
  const cancelled = appointment.status === 'cancelled';
  const begun = Date.parse(appointment.startsAt) <= now;
  const over = Date.parse(appointment.endsAt) <= now;
  const { reference, personName, channel, meetingUrl } = appointment;
  const label = (what: string): string => words.action(what, reference, personName);
  const linkWord = meetingUrl === null ? words.link.add : words.link.replace;
  return (
    <li className={css.appointment} data-cancelled={cancelled || undefined} data-over={over || undefined}>
      <span className={css.time}>
        {dates.time(appointment.startsAt)} – {dates.time(appointment.endsAt)}
      </span>
      <div>
        <p className={css.who}>
          {personName}
          {cancelled && <span className={css.cancelledMark}>{words.cancelled}</span>}
          {begun && !over && !cancelled && <span className={css.nowMark}>{words.now}</span>}
        </p>
        <p className={css.how}>
          <Where appointment={appointment} live={!cancelled && !over} />
          <span>{words.with(appointment.advisorName)}</span>
          {appointment.mailRefused && (
            <span className={css.missing} title={words.mailRefusedHint}>
              {words.mailRefused}
            </span>
          )}
        </p>
        <p className={css.quiet}>{appointment.subject}</p>
      </div>
      {!cancelled && !over && (
        <div className={css.actions}>
          {channel === 'teams' && (
            <Button
              appearance={meetingUrl === null ? 'secondary' : 'subtle'}
              aria-label={label(linkWord)}
              onClick={() => onAct('link')}
            >
              {linkWord}
            </Button>
          )}
          {!begun && (
            <>
              <Button appearance="subtle" aria-label={label(words.move.short)} onClick={() => onAct('move')}>
                {words.move.short}
              </Button>
              <Button
                appearance="subtle"
                aria-label={label(words.cancel.short)}
                onClick={() => onAct('cancel')}
              >
                {words.cancel.short}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Where(props: { readonly appointment: AppointmentView; readonly live: boolean }) {
  const { appointment, live } = props;
  const { appointments: words } = useSession().strings;
  const { channel, phone, meetingUrl } = appointment;
  const host = meetingUrl === null ? null : hostOf(meetingUrl);
  return (
    <>
      <span>{words.channel[channel]}</span>
      {phone !== null && (
        <a className={css.link} href={`tel:${phone}`}>
          {phoneText(phone)}
        </a>
      )}
      {live && meetingUrl !== null && host !== null && (
        <a className={css.link} href={meetingUrl} target="_blank" rel="noopener noreferrer">
          {words.joinAt(host)}
        </a>
      )}
      {live && channel === 'teams' && meetingUrl === null && (
        <span className={css.missing}>{words.noLink}</span>
      )}
    </>
  );
}
