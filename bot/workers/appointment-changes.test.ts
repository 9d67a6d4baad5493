import type { Appointment } from '../../data/appointments/types';
import { startGraphStub } from '../graph/testing/graph-stub';
import { eventually } from '../testing/edge-fixture';
import {
  calendarIn,
  CAMILLE,
  openOutsideWorld,
  SECOND,
  WEDNESDAY,
  type OutsideWorld,
} from './testing/outside-world';

let world: OutsideWorld;
beforeEach(async () => {
  world = await openOutsideWorld();
});
afterEach(() => world.stop());

describe('with Microsoft Graph', () => {
  const linkOf = async ({ id }: Appointment) => (await world.data.services.appointments.find(id))?.meetingUrl;

  it('the first mail carries the link, to both, and its calendar entry', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    const link = await linkOf(appointment);
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect(world.graph.meetings.size).toBe(1);
    expect(world.sink.received).toHaveLength(2);
    expect(world.sink.received.every(({ email }) => email.text?.includes(String(link)))).toBe(true);
    expect(calendarIn(world.mailsTo(CAMILLE)[0])).toMatchObject({ sequence: 0, location: link });
  });

  it('by phone none is opened', async () => {
    world.start({ graph: true });
    await world.book('phone');
    await world.idle();
    expect(world.graph.calls).toEqual([]);
  });

  it('works without a mail server', async () => {
    world.start({ graph: true, smtp: false });
    const appointment = await world.book('teams');
    await world.idle();
    expect(await linkOf(appointment)).not.toBeNull();
  });

  it('away for a moment: the mails wait for the link', async () => {
    world.graph.troubles.push({ status: 503 });
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await eventually(
      () => world.graph.troubles.length,
      (left) => left === 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.sink.received).toEqual([]);
    world.later(2 * SECOND);
    await world.idle();
    expect(world.sink.received).toHaveLength(2);
    expect(world.mailsTo(CAMILLE)[0]?.email.text).toContain(await linkOf(appointment));
  });

  it('away for longer: the mails leave without it, and the link follows', async () => {
    world.graph.troubles.push(...Array.from({ length: 5 }, () => ({ status: 503 })));
    world.start({ graph: true });
    const appointment = await world.book('teams');
    for (let tries = 0; tries < 20 && world.sink.received.length < 2; tries += 1) {
      world.later(5 * SECOND);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(world.mailsTo(CAMILLE)[0]?.email.text).toContain("Le lien n'est pas encore prêt");
    for (let tries = 0; tries < 20 && world.sink.received.length < 4; tries += 1) {
      world.later(20 * SECOND);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await world.idle();
    expect(world.subjectsTo(CAMILLE)).toEqual([
      'Rendez-vous confirmé : mardi 24 novembre à 14 h',
      'Lien de votre rendez-vous : mardi 24 novembre à 14 h',
    ]);
    expect(world.mailsTo(CAMILLE)[1]?.email.text).toContain(await linkOf(appointment));
    expect(world.graph.meetings.size).toBe(1);
  });

  it('asks to be left alone for two minutes: the mails leave at once, and it is left alone', async () => {
    world.graph.troubles.push({ status: 429, headers: { 'retry-after': '120' } });
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await eventually(
      () => world.sink.received.length,
      (count) => count === 2,
    );
    world.later(119 * SECOND);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await linkOf(appointment)).toBeNull();
    world.later(1 * SECOND);
    await world.idle();
    expect(await linkOf(appointment)).not.toBeNull();
    expect(world.subjectsTo(CAMILLE)).toHaveLength(2);
  });

  it('an advisor whom Microsoft does not know: the mails leave, and it is on record', async () => {
    await world.graph.stop();
    world.graph = await startGraphStub({});
    world.start({ graph: true });
    await world.book('teams');
    await world.idle();
    expect(world.sink.received).toHaveLength(2);
    expect(await world.data.services.outbox.dead()).toEqual([
      { kind: 'appointment-meeting', reason: 'graph-advisor-unknown', count: 1 },
    ]);
  });

  it('given to another advisor, it becomes her meeting', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    const before = await linkOf(appointment);
    await world.move(appointment, WEDNESDAY, 'advisor-abc-2');
    await world.idle();
    const after = await linkOf(appointment);
    expect(after).not.toBe(before);
    expect(world.mailsTo(CAMILLE).at(-1)?.email.text).toContain(after);
    expect([...world.graph.meetings.keys()].map((key) => key.split(' ')[0])).toEqual([
      '2f0a7c1e-0000-4000-8000-00000000000b',
    ]);
  });

  it('given away and back again, the meeting that is in force stays', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    await world.move(appointment, WEDNESDAY, 'advisor-abc-2');
    await world.move(appointment, WEDNESDAY, 'advisor-abc-1');
    await world.idle();
    expect([...world.graph.meetings.values()].map(({ joinWebUrl }) => joinWebUrl)).toEqual([
      await linkOf(appointment),
    ]);
  });

  it('cancelled, nobody can join it any more', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    await world.cancel(appointment);
    await world.idle();
    expect([...world.graph.meetings]).toEqual([]);
    expect(world.graph.made).toBe(1);
    expect(world.subjectsTo(CAMILLE)).toHaveLength(2);
  });

  it('cancelled while Microsoft is away: the mails leave, and the meeting is closed once it is back', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    world.graph.troubles.push({ status: 503 }, { status: 429, headers: { 'retry-after': '120' } });
    await world.cancel(appointment);
    await eventually(
      () => world.subjectsTo(CAMILLE).length,
      (count) => count === 2,
    );
    expect(world.graph.meetings.size).toBe(1);
    for (let tries = 0; tries < 20 && world.graph.meetings.size > 0; tries += 1) {
      world.later(20 * SECOND);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await world.idle();
    expect(world.graph.meetings.size).toBe(0);
  });

  it('by phone, nothing is closed', async () => {
    world.start({ graph: true });
    await world.cancel(await world.book('phone'));
    await world.idle();
    expect(world.graph.calls).toEqual([]);
  });

  it('handled again after a crash, there is one meeting and one mail each', async () => {
    world.start({ graph: true });
    const appointment = await world.book('teams');
    await world.idle();
    const delivery = world.delivery();
    await delivery.deliver({
      id: 'again',
      orderingKey: '',
      attempts: 2,
      payload: {
        kind: 'appointment-changed',
        appointmentId: appointment.id,
        deskId: 'abc',
        change: 'booked',
        by: 'requester',
        sequence: 0,
        reason: null,
        was: null,
        formerAdvisorId: null,
      },
    });
    world.wake();
    await world.idle();
    await delivery.close(Promise.resolve());
    expect(world.sink.received).toHaveLength(2);
    expect(world.graph.meetings.size).toBe(1);
  });
});
