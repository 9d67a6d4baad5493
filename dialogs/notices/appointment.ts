import type { AppointmentRow } from '../../data/appointments/types';
import type { Notice } from '../../data/notices/types';
import { appointmentChoice, bookChoice } from '../appointment/actions';
import { howLabel } from '../appointment/own';
import { slotLabel, type Where } from '../appointment/words';
import { metaFor, say } from '../replies';
import type { Choice, Reply } from '../reply';
import type { Telling } from './telling';

const META = metaFor('service', 'abc.appointment');

const whereOf = ({ listener, locale, words }: Telling): Where => ({
  zone: listener.person?.zone ?? 'Europe/Paris',
  locale,
  words,
  now: listener.now,
});

/** Hers, as it was when the notice was written; null when it has changed since, or is somebody else's. */
async function unchanged(
  { appointmentId, sequence }: { readonly appointmentId: string; readonly sequence: number },
  { services, listener }: Telling,
): Promise<AppointmentRow | null> {
  const found = await services.appointments.find(appointmentId);
  return found !== null && found.sequence === sequence && found.personId === listener.person?.id
    ? found
    : null;
}

const changeChoices = ({ id }: AppointmentRow, { words }: Telling): readonly Choice[] => [
  appointmentChoice('move', id, words.appointment.moveButton),
  appointmentChoice('cancel', id, words.appointment.cancelButton),
  { label: words.common.human, action: { type: 'talk-to-someone' } },
];

/** A day or an hour before: when, with whom, and how. */
export async function appointmentReminder(
  notice: Notice & { kind: 'appointment-reminder' },
  telling: Telling,
): Promise<Reply | null> {
  const found = await unchanged(notice, telling);
  if (found === null || found.status !== 'booked' || found.startsAt <= telling.listener.now) return null;
  const { told } = telling.words.appointment;
  const when = slotLabel(found.startsAt.toISOString(), whereOf(telling));
  const remind = notice.before === 'day' ? told.reminderDay : told.reminderHour;
  return say(
    `${remind(when, found.advisorName)} ${how(found, telling)}`,
    changeChoices(found, telling),
    META,
  );
}

function how(found: AppointmentRow, telling: Telling): string {
  const { told } = telling.words.appointment;
  if (found.channel === 'teams' && found.meetingUrl === null) return told.linkToCome(found.advisorName);
  return told.how(howLabel(found, telling));
}

/** An advisor moved it, cancelled it, or set where to meet. */
export async function appointmentChanged(
  notice: Notice & { kind: 'appointment-changed' },
  telling: Telling,
): Promise<Reply | null> {
  const found = await unchanged(notice, telling);
  if (found === null) return null;
  const { words } = telling;
  const { told } = words.appointment;
  const where = whereOf(telling);
  const when = slotLabel(found.startsAt.toISOString(), where);
  const because = notice.reason === null ? '' : ` ${told.reason(notice.reason)}`;
  switch (notice.change) {
    case 'cancelled':
      return say(
        `${told.cancelled(found.reference, when, found.advisorName)}${because}`,
        [
          bookChoice(words.appointment.bookAnother),
          { label: words.common.human, action: { type: 'talk-to-someone' } },
        ],
        META,
      );
    case 'moved': {
      const was = notice.was === null ? '' : slotLabel(notice.was, where);
      const text = `${told.moved(found.reference, was, when, found.advisorName)}${because} ${how(found, telling)}`;
      return say(text, changeChoices(found, telling), META);
    }
    case 'link':
      return found.meetingUrl === null || found.status !== 'booked'
        ? null
        : say(told.link(when, found.advisorName, found.meetingUrl), changeChoices(found, telling), META);
  }
}
