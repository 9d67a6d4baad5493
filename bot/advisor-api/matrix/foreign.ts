import { writeCursor } from '../queue-cursor';
import { ELSEWHERE, HERE } from './callers';
import { secretOf } from './ids';
import type { World } from './world';

/** What the cases of secondary-tickets.ts and secondary-lists.ts name: things of her desk, and those of the other one that she must not reach with them. */
export interface Foreign {
  readonly unknown: string;
  readonly ticketId: string;
  readonly version: number;
  readonly appointmentId: string;
  readonly phraseId: string;
  readonly ownAdvisorId: string;
  readonly otherFileId: string;
  readonly colleagueFileId: string;
  readonly colleaguesViewId: string;
  readonly foreignTicketId: string;
  readonly foreignVersion: number;
  readonly foreignReference: string;
  readonly foreignWord: string;
  readonly foreignFileId: string;
  readonly foreignMessageId: string;
  readonly advisorId: string;
  /** Somebody of both desks, and an admin of this one. */
  readonly bothId: string;
  readonly adminId: string;
  readonly teamId: string;
  readonly teamVersion: number;
  /** A ticket of the other desk whose requester is of this one. */
  readonly strayTicketId: string;
  cursorTo(ticketId: string): string;
}

/** Makes them all. */
export async function makeForeign(world: World): Promise<Foreign> {
  const { services, clock } = world.api.data;
  const now = clock.now();
  const own = await world.make('ticket', HERE);
  const other = await world.make('ticket', HERE);
  const foreign = await world.make('ticket', ELSEWHERE);
  const ticket = await services.tickets.find(own.id);
  const foreignTicket = await services.tickets.find(foreign.id);
  const upload = async (ticketId: string, uploadedById: string): Promise<string> => {
    const conversationId = (await services.tickets.find(ticketId))?.conversationId ?? '';
    const stored = await services.attachments.store({
      conversationId,
      activityId: null,
      name: 'a.txt',
      contentType: 'text/plain',
      content: Buffer.from('a'),
      uploadedById,
      now,
    });
    return stored.id;
  };
  const stray = await world.api.file({
    deskId: ELSEWHERE,
    personId: ticket?.personId ?? null,
    subject: ticket?.subject.replace(secretOf(HERE), secretOf(ELSEWHERE)) ?? '',
  });
  world.ids.add(ELSEWHERE, stray.id, stray.reference);
  await services.assignment.createTeam({
    deskId: ELSEWHERE,
    name: secretOf(ELSEWHERE),
    categories: [],
    memberIds: [world.caller('advisor of both desks').advisorId],
  });
  await bookElsewhere(world, ticket?.personId ?? '');
  const advisor = world.caller('advisor');
  const team = await world.make('team', HERE);
  return {
    unknown: '00000000-0000-4000-8000-000000000000',
    ticketId: own.id,
    version: own.version,
    appointmentId: (await world.make('appointment', HERE)).id,
    phraseId: (await world.make('phrase', HERE)).id,
    ownAdvisorId: world.advisorOf(HERE),
    otherFileId: await upload(other.id, advisor.advisorId),
    colleagueFileId: await upload(own.id, world.caller('supervisor').advisorId),
    colleaguesViewId: (await world.make('view', HERE, world.caller('supervisor').advisorId)).id,
    foreignTicketId: foreign.id,
    foreignVersion: foreign.version,
    foreignReference: foreignTicket?.reference ?? '',
    foreignWord: secretOf(ELSEWHERE),
    foreignFileId: await upload(foreign.id, world.advisorOf(ELSEWHERE)),
    foreignMessageId: await unanswered(world, foreignTicket?.conversationId ?? ''),
    advisorId: world.advisorOf(ELSEWHERE),
    bothId: world.caller('advisor of both desks').advisorId,
    adminId: world.caller('admin').advisorId,
    teamId: team.id,
    teamVersion: team.version,
    strayTicketId: stray.id,
    cursorTo: (id) => writeCursor({ phase: 0, key: new Date(now.getTime() + 1).toISOString(), id }),
  };
}

/** An appointment that somebody of this desk has on the other one. */
async function bookElsewhere(world: World, personId: string): Promise<void> {
  const { services, clock } = world.api.data;
  const now = clock.now();
  const to = new Date(now.getTime() + 40 * 86_400_000);
  const deskId = ELSEWHERE;
  const [slot] = await services.appointments.free({ deskId, personId, from: now, to, now, limit: 1 });
  if (!slot) throw new Error('no free slot');
  const booked = await services.appointments.book({
    ...slot,
    idempotencyKey: world.nonce(),
    deskId,
    personId,
    channel: 'teams',
    phone: null,
    subject: secretOf(ELSEWHERE),
    now,
  });
  if (booked.ok) world.ids.add(ELSEWHERE, booked.value.id, booked.value.reference);
}

/** A message of the other desk that the assistant did not understand. @returns its id. */
async function unanswered(world: World, conversationId: string): Promise<string> {
  const { services, clock } = world.api.data;
  const activityId = world.nonce();
  const text = `Quoi ${secretOf(ELSEWHERE)}`;
  const now = clock.now();
  await services.conversations.receive({
    conversationId,
    activityId,
    payload: { type: 'message', text },
    text,
    owesTurn: true,
    now,
  });
  await services.conversations.commitTurn({
    conversationId,
    inboundActivityId: activityId,
    state: null,
    locale: 'fr',
    replies: [],
    routed: {
      deskId: ELSEWHERE,
      personId: null,
      outcome: 'reject',
      topicId: null,
      category: null,
      confidence: null,
      locale: 'fr',
      text,
    },
    now,
  });
  const [message] = await services.teaching.unanswered([ELSEWHERE], 1);
  if (!message) throw new Error('no message was kept');
  return message.id;
}
