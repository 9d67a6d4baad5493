import type { Ticket } from '../../data/tickets/types';
import { CAMILLE, openOutsideWorld, type OutsideWorld } from './testing/outside-world';

const MINUTE = 60_000;

let world: OutsideWorld;
beforeEach(async () => {
  world = await openOutsideWorld();
});
afterEach(() => world.stop());

const conversation = async (): Promise<string> => {
  const { id } = await world.data.services.conversations.open({
    id: 'chat-of-camille',
    channel: 'webchat',
    deskId: 'abc',
    userId: 'u',
    personId: 'abc-camille',
    locale: 'fr',
    now: world.data.clock.now(),
  });
  return id;
};

const file = async (personId: string | null = 'abc-camille'): Promise<Ticket> =>
  world.data.services.tickets.file({
    idempotencyKey: 'filed',
    deskId: 'abc',
    personId,
    conversationId: await conversation(),
    topicId: 'abc.salary-missing',
    category: 'payment',
    subject: 'jai pa été payé',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: world.data.clock.now(),
  });

let written = 0;
async function reply(ticket: Ticket, text: string): Promise<void> {
  const result = await world.data.services.tickets.write({
    idempotencyKey: `r${(written += 1)}`,
    ticketId: ticket.id,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text,
    now: world.data.clock.now(),
  });
  if (!result.ok) throw new Error(result.fault.code);
}

const later = async (minutes: number): Promise<void> => {
  world.later(minutes * MINUTE);
  await new Promise((resolve) => setTimeout(resolve, 150));
};
const history = async (ticket: Ticket, kind: string) =>
  (await world.data.services.tickets.events(ticket.id)).filter((event) => event.kind === kind);

describe('a reply to somebody who has left', () => {
  test('goes by mail after ten minutes, with what was said and without numbers that must not travel', async () => {
    world.start();
    const ticket = await file();
    await reply(ticket, 'Votre paie part jeudi. IBAN FR76 3000 6000 0112 3456 7890 189 à vérifier.');
    await later(9);
    expect(world.subjectsTo(CAMILLE)).toEqual([]);
    await later(2);
    await world.idle();
    const [mail] = world.mailsTo(CAMILLE);
    expect(mail?.email.subject).toBe(
      `[${ticket.reference}] Réponse à votre demande : Titre de abc.salary-missing`,
    );
    expect(mail?.email.text).toContain('Nadia Benali : Votre paie part jeudi.');
    expect(mail?.email.text).toContain('ouvrez le chat');
    expect(`${mail?.email.text}${mail?.email.html}`).not.toContain('3000 6000');
    expect(await history(ticket, 'mailed')).toHaveLength(1);
  });

  test('several replies are one mail, later ones answer in the same thread', async () => {
    world.start();
    const ticket = await file();
    await reply(ticket, 'Je regarde.');
    await later(5);
    await reply(ticket, 'C’est réglé.');
    await later(6);
    await later(10);
    await world.idle();
    const first = world.mailsTo(CAMILLE);
    expect(first).toHaveLength(1);
    expect(first[0]?.email.text).toContain('Je regarde.');
    expect(first[0]?.email.text).toContain('C’est réglé.');
    await reply(ticket, 'Une précision : jeudi matin.');
    await later(11);
    await world.idle();
    const [one, two] = world.mailsTo(CAMILLE).map(({ email }) => email);
    expect(two?.subject).toBe(`Re: ${one?.subject}`);
    expect(two?.inReplyTo).toBe(one?.messageId);
    expect(two?.text).not.toContain('Je regarde.');
  });

  test('nothing when her chat is open, or was since', async () => {
    world.start();
    world.present = () => ({ here: true, writing: false, lastSeenAt: null });
    await reply(await file(), 'Je regarde.');
    await later(11);
    await world.idle();
    expect(world.subjectsTo(CAMILLE)).toEqual([]);
  });

  test('nothing when she has written since', async () => {
    world.start();
    const ticket = await file();
    await reply(ticket, 'Je regarde.');
    await later(3);
    await world.data.services.conversations.receive({
      conversationId: 'chat-of-camille',
      activityId: 'back',
      payload: {},
      text: 'ok',
      owesTurn: false,
      now: world.data.clock.now(),
    });
    await later(8);
    await world.idle();
    expect(world.subjectsTo(CAMILLE)).toEqual([]);
  });

  test('a note is nobody’s business outside, and a visitor has no address', async () => {
    world.start();
    const ticket = await file(null);
    await reply(ticket, 'Je regarde.');
    await world.data.services.tickets.write({
      idempotencyKey: 'n1',
      ticketId: ticket.id,
      kind: 'note',
      advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
      text: 'À rappeler.',
      now: world.data.clock.now(),
    });
    await later(11);
    await world.idle();
    expect(world.sink.received).toEqual([]);
  });

  test('with an address for answers the mail says so and has it', async () => {
    world.replyTo = 'bureau+{reference}@abc.example';
    world.start();
    const ticket = await file();
    await reply(ticket, 'Je regarde.');
    await later(11);
    await world.idle();
    const [mail] = world.mailsTo(CAMILLE);
    expect(mail?.email.replyTo?.[0]?.address).toBe(`bureau+${ticket.reference}@abc.example`);
    expect(mail?.email.text).toContain('Vous pouvez répondre à ce message');
  });

  test('an address that is refused is written on the ticket', async () => {
    world.sink.answer = (address) => (address === CAMILLE ? { code: 550, text: 'no such user' } : null);
    world.start();
    const ticket = await file();
    await reply(ticket, 'Je regarde.');
    await later(11);
    await world.idle();
    expect(await history(ticket, 'not-delivered')).toMatchObject([{ detail: { by: 'mail' } }]);
    expect(await history(ticket, 'mailed')).toEqual([]);
  });
});

describe('the summary for advisors', () => {
  test('in the morning, what waits for her, by reference and topic and nobody’s name', async () => {
    world.start();
    const ticket = await file();
    await world.data.services.tickets.assign({
      ticketId: ticket.id,
      assigneeId: 'advisor-abc-1',
      advisorId: 'advisor-abc-1',
      expectedVersion: ticket.version,
      now: world.data.clock.now(),
    });
    world.later(24 * 60 * MINUTE);
    await world.data.services.digests.watch(world.data.clock.now(), 100);
    world.wake();
    await world.idle();
    const [mail] = world.mailsTo(world.nadia);
    expect(mail?.email.subject).toBe('Une demande vous attend');
    expect(mail?.email.text).toContain(
      `${ticket.reference}, Titre de abc.salary-missing : attend depuis 24 heures`,
    );
    expect(mail?.email.text).not.toContain('Camille');
    expect(await world.data.services.digests.watch(world.data.clock.now(), 100)).toBe(0);
  });

  test('nothing waits: no mail; she wants none: no mail', async () => {
    world.start();
    await world.data.services.digests.watch(world.data.clock.now(), 100);
    world.wake();
    await world.idle();
    expect(world.sink.received).toEqual([]);
    await file();
    for (const id of ['advisor-abc-1', 'advisor-abc-2']) await world.data.services.digests.setMode(id, 'off');
    world.later(24 * 60 * MINUTE);
    await world.data.services.digests.watch(world.data.clock.now(), 100);
    world.wake();
    await world.idle();
    expect([...world.subjectsTo(world.nadia), ...world.subjectsTo(world.marc)]).toEqual([]);
  });
});
