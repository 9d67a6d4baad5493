import { startSmtpSink } from '../mail/testing/smtp-sink';
import { eventually } from '../testing/edge-fixture';
import {
  calendarIn,
  CAMILLE,
  HOUR,
  openOutsideWorld,
  SECOND,
  TUESDAY,
  WEDNESDAY,
  type OutsideWorld,
} from './testing/outside-world';

let world: OutsideWorld;
beforeEach(async () => {
  world = await openOutsideWorld();
});
afterEach(() => world.stop());

describe('booked, moved, cancelled', () => {
  it('each side gets one mail for each, in one thread, and one calendar entry that follows', async () => {
    world.start();
    const appointment = await world.book();
    await world.idle();
    await world.move(appointment, WEDNESDAY);
    await world.idle();
    await world.cancel(appointment);
    await world.idle();

    expect(world.subjectsTo(CAMILLE)).toEqual([
      'Rendez-vous confirmé : mardi 24 novembre à 14 h',
      'Rendez-vous déplacé : mercredi 25 novembre à 10 h',
      'Rendez-vous annulé : mercredi 25 novembre à 10 h',
    ]);
    expect(world.subjectsTo(world.nadia)).toEqual([
      'Rendez-vous confirmé : mardi 24 novembre à 14 h, Camille Moreau',
      'Rendez-vous déplacé : mercredi 25 novembre à 10 h, Camille Moreau',
      'Rendez-vous annulé : mercredi 25 novembre à 10 h, Camille Moreau',
    ]);
    expect(world.sink.received).toHaveLength(6);

    const entries = world.mailsTo(CAMILLE).map(calendarIn);
    expect(entries).toMatchObject([
      { method: 'REQUEST', sequence: 0, start: TUESDAY, status: 'CONFIRMED' },
      { method: 'REQUEST', sequence: 1, start: WEDNESDAY, status: 'CONFIRMED' },
      { method: 'CANCEL', sequence: 2, start: WEDNESDAY, status: 'CANCELLED' },
    ]);
    expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set([`${appointment.id}@guichet`]));

    const [first, second, third] = world.mailsTo(CAMILLE).map(({ email }) => email);
    expect(first?.inReplyTo).toBeUndefined();
    expect([second?.inReplyTo, third?.references]).toEqual([first?.messageId, first?.messageId]);
    expect(new Set(world.sink.received.map(({ email }) => email.messageId)).size).toBe(6);
  });

  it('tells why and when it was, and never a number that must not travel', async () => {
    world.start();
    await world.move(await world.book(), WEDNESDAY);
    await world.idle();
    const text = world.mailsTo(CAMILLE).at(-1)?.email.text ?? '';
    expect(text).toContain('Il était prévu mardi 24 novembre à 14 h.');
    expect(text).toContain('Motif : Je suis en formation mardi.');
    const everything = world.sink.received.map(({ raw, email }) => raw + email.text + email.html).join();
    expect(everything).toContain('[IBAN masqué]');
    expect(everything).not.toContain('3456 7890');
    expect(world.sink.received.map((mail) => calendarIn(mail).description).join()).not.toContain('7890');
  });

  it('nobody’s mail shows an address that its reader did not have', async () => {
    world.start();
    await world.book();
    await world.idle();
    expect(world.mailsTo(CAMILLE)[0]?.raw).not.toContain(world.nadia);
    expect(world.mailsTo(world.nadia)[0]?.raw).not.toContain(CAMILLE);
  });

  it('given to another advisor: the one who had it is told, and her calendar lets go of it', async () => {
    world.start();
    const appointment = await world.book();
    await world.idle();
    await world.move(appointment, WEDNESDAY, 'advisor-abc-2');
    await world.idle();
    const [, toNadia] = world.mailsTo(world.nadia);
    expect(toNadia?.email.subject).toMatch(
      /^Rendez-vous repris par quelqu'un d'autre : mardi 24 novembre à 14 h/,
    );
    expect(calendarIn(toNadia)).toMatchObject({ method: 'CANCEL', start: TUESDAY });
    expect(world.mailsTo(world.marc).map(calendarIn)).toMatchObject([
      { method: 'REQUEST', start: WEDNESDAY, sequence: 1 },
    ]);
    expect(world.subjectsTo(CAMILLE)).toHaveLength(2);
  });

  it('a link that the advisor sets comes by mail, into the same calendar entry', async () => {
    world.start();
    const { id } = await world.book('teams');
    await world.idle();
    const url = 'https://visio.exemple.fr/nadia';
    await world.data.services.appointments.setMeetingUrl({
      appointmentId: id,
      url,
      advisorId: 'advisor-abc-1',
      now: world.data.clock.now(),
    });
    await world.idle();
    expect(world.mailsTo(CAMILLE)[0]?.email.text).toContain("Le lien n'est pas encore prêt");
    expect(world.mailsTo(CAMILLE)[1]?.email.subject).toBe(
      'Lien de votre rendez-vous : mardi 24 novembre à 14 h',
    );
    expect(world.mailsTo(CAMILLE)[1]?.email.text).toContain(url);
    expect(calendarIn(world.mailsTo(CAMILLE)[1])).toMatchObject({
      method: 'REQUEST',
      sequence: 1,
      location: url,
    });
  });
});

describe('reminders', () => {
  /** Lets the moment of a reminder come, as the server's clock does. */
  async function remindAt(at: Date): Promise<void> {
    world.data.clock.set(at);
    await world.data.services.notices.release(at, 100);
    world.wake();
    await world.idle();
  }

  it('come a day and an hour before, to the tutor alone', async () => {
    world.start();
    await world.book();
    await world.idle();
    world.sink.received.length = 0;
    await remindAt(new Date(TUESDAY.getTime() - 24 * HOUR));
    await remindAt(new Date(TUESDAY.getTime() - HOUR));
    expect(world.sink.received.map(({ to }) => to)).toEqual([[CAMILLE], [CAMILLE]]);
    expect(world.subjectsTo(CAMILLE)).toEqual([
      'Rappel de votre rendez-vous : mardi 24 novembre à 14 h',
      'Rappel de votre rendez-vous : mardi 24 novembre à 14 h',
    ]);
    expect(world.sink.received.every(({ email }) => email.attachments.length === 0)).toBe(true);
  });

  it('do not come for a time that has been moved, nor for what is cancelled', async () => {
    world.start();
    const appointment = await world.book();
    await world.idle();
    world.data.clock.set(new Date(TUESDAY.getTime() - 24 * HOUR));
    // Due, and already in the outbox, when it is moved.
    await world.data.services.notices.release(world.data.clock.now(), 100);
    await world.move(appointment, WEDNESDAY);
    world.sink.received.length = 0;
    world.wake();
    await world.idle();
    expect(world.subjectsTo(CAMILLE).filter((subject) => subject?.startsWith('Rappel'))).toEqual([]);
    await world.cancel(appointment);
    await remindAt(new Date(WEDNESDAY.getTime() - HOUR));
    expect(world.subjectsTo(CAMILLE).filter((subject) => subject?.startsWith('Rappel'))).toEqual([]);
  });

  it.each([
    ['after it has begun nobody is reminded', 0, 0],
    ['an hour before, the one of the day before is left out', -HOUR, 1],
  ])('%s: a server that was away for long', async (_what, fromStart, count) => {
    world.start();
    await world.book();
    await world.idle();
    world.sink.received.length = 0;
    await remindAt(new Date(TUESDAY.getTime() + fromStart));
    expect(world.sink.received).toHaveLength(count);
  });
});

describe('when the mail server is in trouble', () => {
  it('away, then back: everybody has one mail', async () => {
    const port = Number(new URL(world.sink.url).port);
    await world.sink.stop();
    world.start();
    await world.book();
    await eventually(
      () => world.data.services.outbox.backlog(),
      (waiting) => waiting === 2,
    );
    world.sink = await startSmtpSink({ port });
    for (let tries = 0; tries < 5 && world.sink.received.length < 2; tries += 1) {
      world.later(20 * SECOND);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await world.idle();
    expect(world.sink.received.map(({ to }) => to[0]).sort()).toEqual([CAMILLE, world.nadia].sort());
  });

  it('moved while it was away: one mail, which says where it is now', async () => {
    world.sink.answer = () => ({ code: 451, text: 'later' });
    world.start();
    const appointment = await world.book();
    await eventually(
      () => world.sink.asked.length,
      (asked) => asked === 2,
    );
    await world.move(appointment, WEDNESDAY);
    world.sink.answer = () => null;
    world.later(10 * SECOND);
    await world.idle();
    expect(world.subjectsTo(CAMILLE)).toEqual(['Rendez-vous déplacé : mercredi 25 novembre à 10 h']);
    expect(calendarIn(world.mailsTo(CAMILLE)[0])).toMatchObject({ sequence: 1, start: WEDNESDAY });
  });

  it('an address that does not exist: given up at once and on record, the other side has hers', async () => {
    world.sink.answer = (address) => (address === CAMILLE ? { code: 550, text: 'no such user' } : null);
    world.start();
    await world.book();
    await world.idle();
    expect(world.sink.received.map(({ to }) => to)).toEqual([[world.nadia]]);
    expect(await world.data.services.outbox.dead()).toEqual([
      { kind: 'appointment-letter', reason: 'mail-550', count: 1 },
    ]);
    expect(world.sink.asked.filter((address) => address === CAMILLE)).toHaveLength(1);
  });

  it('what it takes twice, because its answer was lost, bears the same Message-ID', async () => {
    const seen: string[] = [];
    world.sink.answerMessage = (raw) => {
      if (!raw.includes('To: Camille')) return null;
      seen.push(/^Message-ID: (.*)$/m.exec(raw)?.[1] ?? '');
      return seen.length === 1 ? { code: 451, text: 'taken, but this is not what you hear' } : null;
    };
    world.start();
    await world.book();
    await eventually(
      () => seen.length,
      (count) => count === 1,
    );
    await eventually(
      () => world.data.services.outbox.backlog(),
      (waiting) => waiting === 1,
    );
    world.later(2 * SECOND);
    await world.idle();
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });

  it('falls silent: what is to be said in the chat does not wait', async () => {
    world.sink.answer = () => 'silence';
    world.start();
    const booked = await world.book();
    // The mails about the booking are on their way before it is moved: otherwise those of the move replace them.
    await eventually(
      () => world.data.services.outbox.backlog(),
      (waiting) => waiting === 2,
    );
    await world.move(booked, WEDNESDAY);
    // Two changes and the notice are through; the four mails are not.
    await eventually(
      () => world.data.services.outbox.backlog(),
      (waiting) => waiting === 4,
    );
    expect(world.sink.received).toEqual([]);
    await world.sink.stop();
    world.sink = await startSmtpSink();
  });

  it('none is configured: nothing is sent and nothing waits', async () => {
    world.start({ smtp: false });
    await world.book();
    await world.idle();
    expect(world.sink.asked).toEqual([]);
    expect(await world.data.services.outbox.dead()).toEqual([]);
  });

  it('somebody without an address: the other side is written to', async () => {
    const people = world.data.services.people;
    jest.spyOn(people, 'find').mockImplementation(async (id) => {
      const [person] = (await people.ofDesk('abc')).filter((one) => one.id === id);
      return person ? { ...person, email: null } : null;
    });
    world.start();
    await world.book();
    await world.idle();
    expect(world.sink.received.map(({ to }) => to)).toEqual([[world.nadia]]);
  });
});
