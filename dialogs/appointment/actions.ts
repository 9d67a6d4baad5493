import type { Choice } from '../reply';

/** What the buttons under an appointment order. */
export const APPOINTMENT_ACTIONS = {
  cancel: 'appointment-cancel:',
  cancelSurely: 'appointment-cancel-surely:',
  keep: 'appointment-keep:',
  move: 'appointment-move:',
} as const;

/** What a button that takes a proposed time carries, between these marks: proposal, ticket, channel, advisor, start. */
const TAKE = 'appointment-take:';

/** A time that an advisor proposes, as a button says it. */
export interface ProposedTime {
  readonly proposalId: string;
  readonly ticketId: string;
  readonly channel: 'teams' | 'phone';
  readonly advisorId: string;
  /** ISO instant. */
  readonly startsAt: string;
}

/** The button that books a proposed time. */
export const takeChoice = (time: ProposedTime, label: string): Choice => ({
  label,
  action: {
    type: 'choose',
    value: `${TAKE}${[time.proposalId, time.ticketId, time.channel, time.advisorId, time.startsAt].join('|')}`,
  },
});

/** The time that a button takes; null: another kind of button, or a damaged one. */
export function proposedTime(value: string): ProposedTime | null {
  if (!value.startsWith(TAKE)) return null;
  const [proposalId, ticketId, channel, advisorId, startsAt = ''] = value.slice(TAKE.length).split('|');
  if (!proposalId || !ticketId || !advisorId || Number.isNaN(Date.parse(startsAt))) return null;
  return { proposalId, ticketId, advisorId, startsAt, channel: channel === 'phone' ? 'phone' : 'teams' };
}

/** A button about one appointment. */
export const appointmentChoice = (
  order: keyof typeof APPOINTMENT_ACTIONS,
  appointmentId: string,
  label: string,
): Choice => ({ label, action: { type: 'choose', value: `${APPOINTMENT_ACTIONS[order]}${appointmentId}` } });

/** The button that books one. */
export const bookChoice = (label: string): Choice => ({
  label,
  action: { type: 'start-form', form: 'appointment' },
});

/** The order of a button about an appointment; undefined: another kind of button. */
export const appointmentOrderOf = ({ action }: Choice): string | undefined =>
  action.type === 'choose'
    ? Object.values(APPOINTMENT_ACTIONS).find((prefix) => action.value.startsWith(prefix))
    : undefined;
