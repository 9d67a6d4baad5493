import { DateTime } from 'luxon';
import type { Play } from './player';

const ZONE = 'Europe/Paris';

const instant = (wall: string): Date => DateTime.fromISO(wall, { zone: ZONE }).toJSDate();

/** What others do to appointments while a conversation goes on. @returns whether the words tell of such a thing. */
export async function appointmentEvent(words: string, play: Play): Promise<boolean> {
  for (const [pattern, happen] of EVENTS) {
    const match = pattern.exec(words);
    if (match === null) continue;
    expect({ words, done: await happen(match, play, words) }).toEqual({ words, done: true });
    return true;
  }
  return false;
}

type Happening = (match: RegExpExecArray, play: Play, words: string) => Promise<boolean>;

const EVENTS: readonly (readonly [RegExp, Happening])[] = [
  [
    /^somebody (books|holds) (\S+) with (\S+)$/,
    async ([, verb = '', wall = '', advisorId = ''], play, words) => {
      const slot = {
        deskId: play.desk,
        personId: 'abc-thomas',
        advisorId,
        startsAt: instant(wall),
        now: play.data.clock.now(),
      };
      const { appointments } = play.data.services;
      if (verb === 'holds') return (await appointments.hold(slot)).ok;
      const rest = {
        idempotencyKey: `other-${words}`,
        channel: 'teams',
        phone: null,
        subject: 'autre',
      } as const;
      return (await appointments.book({ ...slot, ...rest })).ok;
    },
  ],
  /** What a read-back keeps for her, and what she has given back. */
  [
    /^the slot (\S+) with (\S+) is (kept|free)$/,
    async ([, wall = '', advisorId = '', state], play) => {
      const startsAt = instant(wall);
      const slots = await play.data.services.appointments.free({
        deskId: play.desk,
        personId: 'abc-thomas',
        from: startsAt,
        to: new Date(startsAt.getTime() + 30 * 60_000),
        now: play.data.clock.now(),
        limit: 5,
        advisorIds: [advisorId],
      });
      return slots.length === (state === 'free' ? 1 : 0);
    },
  ],
  /** `she has an appointment 2026-11-19T10:00 with advisor-abc-1 by phone` */
  [
    /^she has an appointment (\S+) with (\S+) (?:by|on) (phone|teams)$/,
    async ([, wall = '', advisorId = '', channel], play, words) => {
      const booked = await play.data.services.appointments.book({
        idempotencyKey: `hers-${words}`,
        deskId: play.desk,
        personId: play.person?.id ?? '',
        advisorId,
        startsAt: instant(wall),
        channel: channel === 'phone' ? 'phone' : 'teams',
        phone: channel === 'phone' ? '0639980111' : null,
        subject: 'Mon contrat',
        now: play.data.clock.now(),
      });
      return booked.ok;
    },
  ],
  /** Her next appointment: `the advisor moves it to 2026-11-20T10:00 because Réunion imprévue` */
  [
    /^the advisor (moves it to (\S+)|cancels it|sets the link (\S+))(?: because (.+))?$/,
    async ([, what = '', wall = '', url = '', reason], play, words) => {
      const { services, clock } = play.data;
      const now = clock.now();
      const [next] = await services.appointments.upcoming(play.person?.id ?? '', now);
      if (next === undefined) return false;
      const appointmentId = next.id;
      const { advisorId } = next;
      if (url !== '')
        return (await services.appointments.setMeetingUrl({ appointmentId, url, advisorId, now })).ok;
      const by = { kind: 'advisor', id: advisorId } as const;
      const why = reason === undefined ? {} : { reason };
      if (what === 'cancels it')
        return (await services.appointments.cancel({ appointmentId, by, now, ...why })).ok;
      const startsAt = instant(wall);
      const move = { idempotencyKey: words, appointmentId, advisorId, startsAt, by, now, ...why };
      return (await services.appointments.move(move)).ok;
    },
  ],
];
