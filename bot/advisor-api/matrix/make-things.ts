import type { DeskId } from '../../../data/desks/types';
import type { Services } from '../../../data/services';
import { secretOf } from './ids';
import type { Named } from './table';
import type { World } from './world';

const DAY_MS = 86_400_000;

/** Makes what a path can name. @returns its id. */
export function makeThing(world: World, named: Named, desk: DeskId, advisorId: string): Promise<string> {
  return MAKERS[named](world, desk, advisorId);
}

type Maker = (world: World, desk: DeskId, advisorId: string) => Promise<string>;

const MAKERS: Readonly<Record<Named, Maker>> = {
  ticket: async (world, desk) => (await fileTicket(world, desk)).id,
  async attachment(world, desk) {
    const { conversationId } = await fileTicket(world, desk);
    const { services, clock } = world.api.data;
    const stored = await services.attachments.store({
      conversationId: conversationId ?? '',
      activityId: null,
      name: `${secretOf(desk)}.txt`,
      contentType: 'text/plain',
      content: Buffer.from(secretOf(desk)),
      now: clock.now(),
    });
    return stored.id;
  },
  async appointment(world, deskId) {
    const { services, clock } = world.api.data;
    const now = clock.now();
    const personId = await personOf(services, deskId);
    const to = new Date(now.getTime() + 40 * DAY_MS);
    const [slot] = await services.appointments.free({ deskId, personId, from: now, to, now, limit: 1 });
    if (!slot) throw new Error(`no free slot on ${deskId}`);
    const booked = await services.appointments.book({
      ...slot,
      idempotencyKey: world.nonce(),
      deskId,
      personId,
      channel: 'teams',
      phone: null,
      subject: secretOf(deskId),
      now,
    });
    if (!booked.ok) throw new Error(`not booked: ${booked.fault.code}`);
    world.ids.add(deskId, booked.value.reference);
    return booked.value.id;
  },
  async coupon(world, desk) {
    const { services } = world.api.data;
    const rows = await services.coupons.recent([desk], 200);
    const saved = rows.find(({ status }) => status === 'saved');
    if (!saved) throw new Error(`no coupon left on ${desk}`);
    return saved.id;
  },
  async reply(world, deskId, advisorId) {
    const { services, clock } = world.api.data;
    const made = await services.replies.create({
      deskId,
      title: `${secretOf(deskId)} ${world.nonce()}`,
      text: secretOf(deskId),
      category: null,
      advisorId,
      now: clock.now(),
    });
    if (!made.ok) throw new Error(`no reply: ${made.fault.code}`);
    return made.value.id;
  },
  async phrase(world, deskId, advisorId) {
    const { services, clock } = world.api.data;
    const made = await services.teaching.propose({
      deskId,
      text: `${secretOf(deskId)} ${world.nonce()}`,
      topicId: `${deskId}.contact`,
      formerTopicId: null,
      source: { kind: 'typed', id: null },
      advisorId,
      now: clock.now(),
    });
    return made.id;
  },
  async advisor(world, deskId) {
    const { services, clock } = world.api.data;
    const name = `${secretOf(deskId)} ${world.nonce()}`;
    const email = `${world.nonce()}@matrix.example`;
    return (
      await services.advisors.add({ name, email, role: 'advisor', deskIds: [deskId], now: clock.now() })
    ).id;
  },
  async absence(world, desk) {
    const { services, clock } = world.api.data;
    const id = await MAKERS.advisor(world, desk, '');
    const now = clock.now();
    const endsAt = new Date(now.getTime() + DAY_MS);
    const actor = { id, role: 'admin', deskIds: [desk] } as const;
    const added = await services.advisorAdministration.addAbsence({
      actor,
      id,
      startsAt: now,
      endsAt,
      coverId: null,
      now,
    });
    return added.ok ? (added.value.absences[0]?.id ?? '') : '';
  },
  async team(world, deskId) {
    const name = `${secretOf(deskId)} ${world.nonce()}`;
    const team = { deskId, name, categories: ['payment'], memberIds: [world.advisorOf(deskId)] };
    const made = await world.api.data.services.assignment.saveTeam(team);
    return made.ok ? made.value.id : '';
  },
  desk: (_world, desk) => Promise.resolve(desk),
  async key(world, deskId, advisorId) {
    const { services, clock } = world.api.data;
    const label = `${secretOf(deskId)} ${world.nonce()}`;
    return (await services.webchatKeys.create({ deskId, label, advisorId, now: clock.now() })).key.id;
  },
  async channel(world, deskId, advisorId) {
    const { services, clock } = world.api.data;
    const name = `${secretOf(deskId)} ${world.nonce()}`;
    const { channel } = await services.teamsChannels.link({
      channel: { tenantId: 'tenant', teamId: 'team', channelId: name, name, reference: {} },
      deskId,
      category: null,
      locale: 'fr',
      advisorId,
      now: clock.now(),
    });
    return channel.id;
  },
  async view(world, _desk, advisorId) {
    const { services, clock } = world.api.data;
    const name = world.nonce();
    const made = await services.savedViews.add({ advisorId, name, query: '', now: clock.now() });
    if (!made.ok) throw new Error(`no view: ${made.fault.code}`);
    return made.value.id;
  },
  async session(world, _desk, advisorId) {
    const { services, clock } = world.api.data;
    const { token } = await services.advisors.createSignInLink(advisorId, clock.now());
    const opened = await services.advisors.redeemSignInLink(token, clock.now());
    return services.advisors.sessionId(opened?.sessionToken ?? '');
  },
};

async function fileTicket(world: World, deskId: DeskId) {
  const { services } = world.api.data;
  const personId = await personOf(services, deskId);
  const ticket = await world.api.file({ deskId, personId, subject: `facture ${secretOf(deskId)}` });
  world.ids.add(deskId, ticket.reference, ticket.conversationId ?? ticket.id);
  return ticket;
}

async function personOf(services: Services, deskId: DeskId): Promise<string> {
  const [person] = await services.people.ofDesk(deskId);
  if (!person) throw new Error(`nobody on ${deskId}`);
  return person.id;
}
