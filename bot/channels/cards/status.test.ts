import { openTestData, type TestData } from '../../../data/testing';
import { wordsOf } from '../../../dialogs/scene';
import { refreshedStatus, statusReply } from '../../../dialogs/ticket/status';
import { renderReply } from '../render';
import { drawnIn } from '../bot-framework/card-answers';
import { faultsOf } from './testing/card-faults';
import { readStatusCard } from './status';

let data: TestData;
beforeAll(async () => {
  data = await openTestData();
});
afterAll(() => data.close());

const file = async (key: string) => {
  const person = await data.services.people.find('abc-camille');
  const { reference } = await data.services.tickets.file({
    idempotencyKey: key,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: null,
    topicId: 'abc.pay-missing',
    category: 'payment',
    subject: 'Mes cours d’octobre',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: data.clock.now(),
  });
  const scene = {
    turn: { conversationId: 'msteams:a', person, now: data.clock.now() },
    services: data.services,
    words: wordsOf('fr'),
    locale: 'fr' as const,
    zone: 'Europe/Paris',
  };
  const ticket = await data.services.tickets.find(reference);
  if (ticket === null) throw new Error(reference);
  return { ticket, scene };
};

const draw = async (key: string) => {
  const { ticket, scene } = await file(key);
  const reply = await statusReply(scene, [ticket], null);
  if (reply.status === undefined) throw new Error('No card');
  return { ticket, scene, reply, sheet: reply.status };
};

describe('where a request stands, in Teams', () => {
  it('is a card that can be drawn: reference, state, since when it waits, what can be done', async () => {
    const { ticket, reply } = await draw('drawn');
    const { payload, text } = renderReply(reply, { channel: 'teams', locale: 'fr', viewer: '29:her' });
    const card = drawnIn(payload);
    expect(faultsOf(card as unknown as object)).toEqual([]);
    expect(payload).not.toHaveProperty('suggestedActions');
    const drawn = JSON.stringify(card);
    for (const shown of [
      ticket.reference,
      'reçue, pas encore prise en charge',
      'En attente depuis',
      `ticket-add:${ticket.reference}`,
      `ticket-withdraw:${ticket.reference}`,
      'talk-to-someone',
      '18 novembre 2026',
    ]) {
      expect(drawn).toContain(shown);
    }
    expect(text).toContain(ticket.reference);
  });

  it('refreshes itself for her, by the universal action that its button sends too', async () => {
    const { reply, sheet } = await draw('refreshed');
    const { payload } = renderReply(reply, { channel: 'teams', locale: 'fr', viewer: '29:her' });
    expect(drawnIn(payload)).toMatchObject({
      version: '1.5',
      refresh: {
        userIds: ['29:her'],
        action: { type: 'Action.Execute', verb: 'guichet.status', data: { guichetStatus: sheet.card } },
      },
    });
  });

  it.each(['webchat', 'other'] as const)('stays words in %s', async (channel) => {
    const { reply } = await draw(`words-${channel}`);
    const { payload } = renderReply(reply, { channel, locale: 'fr' });
    expect(payload).toMatchObject({ text: expect.stringContaining('Vos demandes en cours') as string });
    expect(payload).not.toHaveProperty('attachments');
  });
});

describe('a card of a request that is drawn anew', () => {
  it('says nothing of a change where there is none', async () => {
    const { scene, sheet } = await draw('same');
    expect((await refreshedStatus(scene, sheet.card))?.status?.changed).toBeNull();
  });

  it('says that it has changed, and shows the reply', async () => {
    const { scene, sheet, ticket } = await draw('replied');
    const written = await data.services.tickets.write({
      idempotencyKey: 'status-reply',
      ticketId: ticket.id,
      kind: 'reply',
      advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
      text: 'C’est versé demain.',
      now: data.clock.now(),
    });
    expect(written.ok).toBe(true);
    const anew = (await refreshedStatus(scene, sheet.card))?.status;
    expect(anew?.changed).toMatch(/a changé/);
    expect(JSON.stringify(anew?.requests)).toContain('C’est versé demain.');
  });

  it('shows nobody else’s', async () => {
    const { scene, sheet } = await draw('theirs');
    const person = await data.services.people.find('abc-thomas');
    expect(await refreshedStatus({ ...scene, turn: { ...scene.turn, person } }, sheet.card)).toBeNull();
  });
});

describe('what a card asks to be drawn anew', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no request', { guichetStatus: { references: [], version: '' } }],
    ['a reference that is none', { guichetStatus: { references: [1], version: '' } }],
    ['a reference as long as a book', { guichetStatus: { references: ['x'.repeat(41)], version: '' } }],
    ['another’s button', { guichet: { type: 'confirm' } }],
  ])('is refused with %s', (_what, carried) => {
    expect(readStatusCard(carried)).toBeNull();
  });
});
