import { DateTime } from 'luxon';
import type { JsonValue } from '../../../data/conversations/types';
import type { DeskId } from '../../../data/desks/types';
import type { Ticket, TicketStatus } from '../../../data/tickets/types';
import { appointmentEvent } from './appointment-events';
import type { Play } from './player';

const ZONE = 'Europe/Paris';

type Happening = (match: RegExpExecArray, play: Play, words: string) => Promise<void> | void;

/** What a `@` line can make happen beside the conversation; appointments have their own (appointment-events.ts). */
const EVENTS: readonly (readonly [RegExp, Happening])[] = [
  [
    /^\+(\d+)(d|h|min)$/,
    ([, count, unit], { data: { clock } }) => {
      const units = { d: 'days', h: 'hours', min: 'minutes' }[unit ?? 'd'] ?? 'days';
      const now = DateTime.fromJSDate(clock.now(), { zone: ZONE });
      clock.set(now.plus({ [units]: Number(count) }).toJSDate());
    },
  ],
  [/^at (\S+)$/, ([, wall], { data }) => data.clock.set(paris(wall))],
  [
    /^advisor replies (.+)$/,
    async ([, text = ''], play) => {
      const written = await play.data.services.tickets.write({
        idempotencyKey: `reply-${text}`,
        ticketId: (await latestTicket(play)).id,
        kind: 'reply',
        advisor: await anAdvisor(play),
        text,
        now: play.data.clock.now(),
      });
      expect(written.ok).toBe(true);
    },
  ],
  [
    /^advisor sets (solved|closed|open)$/,
    async ([, to], play) => {
      const changed = await play.data.services.tickets.changeStatus({
        ticketId: (await latestTicket(play)).id,
        to: to as TicketStatus,
        actor: { kind: 'advisor', id: (await anAdvisor(play)).id },
        expectedVersion: null,
        now: play.data.clock.now(),
      });
      expect(changed.ok).toBe(true);
    },
  ],
  [
    /^(\S+) files (.+)$/,
    async ([, personId = '', subject = ''], play, words) => {
      await play.data.services.tickets.file({
        idempotencyKey: words,
        deskId: play.desk,
        personId,
        conversationId: 'somebody-elses',
        topicId: 'human',
        category: 'other',
        subject,
        priority: 'normal',
        facts: [],
        checks: [],
        article: null,
        now: play.data.clock.now(),
      });
    },
  ],
  [
    /^reminders are planned$/,
    async (_match, { data }) => {
      await data.services.coupons.planReminders(data.clock.now());
    },
  ],
  [
    /^another conversation$/,
    async (_match, play) => {
      play.state = null;
      play.conversationId = `${play.conversationId}-after`;
      await play.data.services.conversations.open({
        id: play.conversationId,
        channel: 'webchat',
        deskId: play.desk,
        userId: 'dl_test',
        personId: play.person?.id ?? null,
        locale: play.locale,
        now: play.data.clock.now(),
      });
    },
  ],
  [
    /^the person is removed$/,
    (_match, play) => {
      play.person = null;
    },
  ],
  [
    /^the desk is (\S+)$/,
    ([, desk], play) => {
      play.desk = desk as DeskId;
    },
  ],
  [
    /^advisor rejects the last coupon: (.+)$/,
    async ([, reason = ''], play) => {
      const coupons = await play.data.services.coupons.ofPerson(play.person?.id ?? '');
      const last = [...coupons].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).pop();
      const rejected = await play.data.services.coupons.reject({
        couponId: last?.id ?? '',
        advisorId: 'advisor-abc-1',
        reason,
        now: play.data.clock.now(),
      });
      expect(rejected.ok).toBe(true);
    },
  ],
  [
    /^another window enters (\S+) (\S+) on (\S+)$/,
    async ([, from, to, assignmentId = ''], play, words) => {
      const entered = await play.data.services.coupons.enter({
        idempotencyKey: words,
        personId: play.person?.id ?? '',
        draft: { assignmentId, startsAt: paris(from), endsAt: paris(to) },
        now: play.data.clock.now(),
      });
      expect(entered.ok).toBe(true);
    },
  ],
  [
    /^state (.+)$/,
    ([, stored = ''], play) => {
      play.state = JSON.parse(stored) as JsonValue;
    },
  ],
];

/** Makes happen what a `@` line says. A line that says nothing known is an error. */
export async function happen(words: string, play: Play): Promise<void> {
  for (const [pattern, happening] of EVENTS) {
    const match = pattern.exec(words);
    if (match !== null) return happening(match, play, words);
  }
  if (!(await appointmentEvent(words, play))) throw new Error(`unknown event: ${words}`);
}

const paris = (wall = ''): Date => DateTime.fromISO(wall, { zone: ZONE }).toJSDate();

async function latestTicket({ data, conversationId }: Play): Promise<Ticket> {
  const [ticket] = await data.services.tickets.ofConversation(conversationId);
  if (ticket === undefined) throw new Error('no ticket yet');
  return ticket;
}

async function anAdvisor({ data, desk }: Play) {
  const [advisor] = await data.services.advisors.ofDesks([desk]);
  if (advisor === undefined) throw new Error('no advisor');
  return advisor;
}
