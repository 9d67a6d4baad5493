import { TICKET_STATUSES, type TicketStatus } from '../../data/tickets/types';
import { eventually } from '../testing/edge-fixture';
import { buttonsOf } from './buttons';
import { event, execute, mention, query, submit, task } from './testing/activities';
import { actionOf, CHANNEL, startTeam, type Team } from './testing/team';

let team: Team;
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team.stop());

const text = (body: unknown): string => JSON.stringify(body);
const linked = () => team.edge.data.services.teamsChannels.findByChannelId(CHANNEL);

/** Says something to the bot in the channel. @returns what it answers in the thread. */
async function ask(who: string, words: string, change: Record<string, unknown> = {}): Promise<string> {
  const activity = mention(who, team.at(), words, change);
  await team.send(activity);
  const { id } = activity.conversation as { readonly id: string };
  const [said] = await eventually(
    () => team.channel.said.filter(({ thread }) => thread === id),
    (found) => found.length > 0,
  );
  return text(said?.body);
}

describe('linking a channel', () => {
  test.each([
    ['somebody unknown', 'inconnue', 'lie ce canal au bureau abc', 'ne sait pas encore qui vous êtes'],
    ['an advisor', 'pierre', 'lie ce canal au bureau abc', 'revient aux responsables'],
    ['the supervisor of another desk', 'julie', 'lie ce canal au bureau abc', 'ne faites pas partie'],
  ])('is not for %s', async (_what, who, words, answer) => {
    expect(await ask(who, words)).toContain(answer);
    expect(await linked()).toBeNull();
  });

  it('is for a supervisor of the desk, in French and in English', async () => {
    expect(
      await ask('nadia', 'relie ce canal au bureau ABC, catégorie Paiement', { locale: 'en-US' }),
    ).toContain('Intervenants ABC · Paiement');
    expect(await linked()).toMatchObject({ deskId: 'abc', category: 'payment', locale: 'fr' });
    expect(await ask('nadia', 'link this channel to the desk abc')).toContain(
      'new requests of \\"Intervenants ABC · All categories\\"',
    );
    expect(await linked()).toMatchObject({ deskId: 'abc', category: null, locale: 'en' });
    expect(await ask('nadia', 'lie ce canal au bureau abc')).toContain('Intervenants ABC');
  });

  it('names the categories that there are, when the one asked for is none', async () => {
    expect(await ask('nadia', 'lie ce canal au bureau abc catégorie soucoupes')).toContain('soucoupes');
    expect(await linked()).toMatchObject({ category: null });
  });

  it('by a card, when the desk is not said', async () => {
    const card = await ask('nadia', 'canal');
    expect(card).toContain('Quelles demandes arrivent dans ce canal');
    expect(card).not.toContain('oc-mentor');
    const data = { guichetChannel: 'link', desk: 'abc', category: 'coupon' };
    const answer = await team.send(execute('nadia', team.at(), { verb: 'guichet.link', data }));
    expect(text(answer)).toContain('Intervenants ABC · Coupons');
    const stranger = await team.send(execute('julie', team.at(), { verb: 'guichet.link', data }));
    expect(text(stranger)).toContain('ne faites pas partie');
    await team.send(submit('nadia', team.at(), { ...data, category: '*' }));
    expect(await linked()).toMatchObject({ deskId: 'abc', category: null });
  });

  it('anything else that is said to the bot there goes to the assistant', async () => {
    const before = team.edge.turns.length;
    await team.send(mention('pierre', team.at(), 'comment relier mon compte oGestion ?'));
    await team.send(mention('pierre', team.at(), 'le canal de paiement est bloqué'));
    expect(await linked()).toMatchObject({ deskId: 'abc' });
    expect(team.edge.turns.length).toBeGreaterThanOrEqual(before);
  });
});

describe('who may press', () => {
  test.each([
    ['somebody unknown', 'inconnue', 'ne sait pas encore qui vous êtes'],
    ['a supervisor of another desk', 'julie', 'pas de vos bureaux'],
  ])('%s is told, and nothing happens', async (_what, who, answer) => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const executed = await team.send(execute(who, team.at(post), actionOf(post.card, 'Prendre')));
    expect(executed).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(text(executed)).toContain(answer);
    const { data } = actionOf(post.card, 'Répondre');
    const opened = await team.send(task('task/fetch', who, team.at(post), data));
    expect(opened).toMatchObject({ task: { type: 'message' } });
    const typed = { ...(data as object), text: 'Bonjour' };
    expect(text(await team.send(task('task/submit', who, team.at(post), typed)))).toContain(answer);
    const { services } = team.edge.data;
    expect(await services.tickets.find(ticket.id)).toMatchObject({ version: ticket.version });
    expect(await services.tickets.messages(ticket.id)).toEqual([]);
  });

  it('a button of a ticket that is not of the channel’s desk does nothing, whoever presses', async () => {
    const foreign = await team.file({ deskId: 'oc-mentor' });
    const data = { guichetTicket: { do: 'claim', id: foreign.id, v: 1, p: 0 } };
    for (const who of ['nadia', 'admin']) {
      const answer = await team.send(execute(who, team.at(), { data }));
      expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    }
    expect(await team.edge.data.services.tickets.find(foreign.id)).toMatchObject({ assigneeId: null });
  });

  it('an account of another channel than Teams is nobody', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const answer = await team.send(
      execute('nadia', team.at(post), actionOf(post.card, 'Prendre'), { channelId: 'webchat' }),
    );
    expect(text(answer)).toContain('ne sait pas encore qui vous êtes');
  });

  test.each([
    ['no data', {}],
    ['another release’s', { data: { guichetTicket: { do: 'dance', id: 'x' } } }],
    ['numbers for ids', { data: { guichetTicket: { do: 'claim', id: 7, v: 1, p: 1 } } }],
    ['a version that is none', { data: { guichetTicket: { do: 'claim', id: 'x', v: -1, p: 0 } } }],
    ['a ticket that does not exist', { data: { guichetTicket: { do: 'claim', id: 'x', v: 1, p: 0 } } }],
  ])('a button with %s is answered and changes nothing', async (_what, action) => {
    const { status } = await team.edge.post('/api/messages', execute('nadia', team.at(), action));
    expect([200, 400]).toContain(status);
  });
});

describe('every state, button and role', () => {
  const ROLES = [
    ['advisor', 'pierre'],
    ['supervisor', 'nadia'],
    ['admin', 'admin'],
  ] as const;
  /** What a button makes of a ticket in a state; absent: the card has no such button then. */
  const OUTCOMES: Readonly<Record<string, Partial<Record<TicketStatus, TicketStatus>>>> = {
    claim: { new: 'open', open: 'open', waiting: 'waiting' },
    resolve: { new: 'solved', open: 'solved', waiting: 'solved' },
    reopen: { solved: 'open' },
  };
  const rows = ROLES.flatMap(([role, who]) =>
    TICKET_STATUSES.filter((status) => status !== 'merged').flatMap((status) =>
      Object.keys(OUTCOMES).map((button) => [role, button, status, who] as const),
    ),
  );

  test.each(rows)('%s presses %s on a ticket that is %s', async (_role, button, status, who) => {
    const { tickets } = team.edge.data.services;
    const filed = await team.file();
    const now = team.edge.data.clock.now();
    if (status !== 'new') {
      const path: TicketStatus[] = status === 'open' ? ['open'] : ['open', status];
      for (const to of path) {
        await tickets.changeStatus({
          ticketId: filed.id,
          to,
          actor: { kind: 'advisor', id: 'advisor-abc-1' },
          expectedVersion: null,
          now,
        });
      }
    }
    const before = await tickets.find(filed.id);
    expect(before?.status).toBe(status);
    const data = { guichetTicket: { do: button, id: filed.id, v: before?.version, p: 0 } };
    const answer = await team.send(execute(who, team.at(), { data }));
    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    const after = await tickets.find(filed.id);
    const outcome = OUTCOMES[button]?.[status];
    expect(before && (buttonsOf(before) as readonly string[]).includes(button)).toBe(outcome !== undefined);
    expect(after?.status).toBe(outcome ?? status);
    if (outcome === undefined) {
      expect(after?.version).toBe(before?.version);
      expect(text(answer)).toContain('Cette action n’est plus possible');
    } else {
      expect(text(answer)).not.toContain('"warning"');
    }
  });
});

describe('the search of tickets', () => {
  const search = (who: string, words: string, options: Record<string, unknown> = {}) =>
    team.send(
      query(who, team.channel.url, {
        commandId: 'searchTickets',
        parameters: [words === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: words }],
        queryOptions: { skip: 0, count: 25 },
        ...options,
      }),
    );

  it('finds by words and by reference, in her desks only, and inserts a card', async () => {
    const mine = await team.file({ subject: 'Virement bloqué, joignez-moi au 06 12 34 56 78 ou a@b.fr' });
    const foreign = await team.file({ deskId: 'oc-mentor', subject: 'Virement bloqué aussi' });
    const found = await search('pierre', 'virement bloqué');
    expect(found).toMatchObject({ composeExtension: { type: 'result', attachmentLayout: 'list' } });
    expect(text(found)).toContain(mine.reference);
    expect(text(found)).not.toContain(foreign.reference);
    expect(text(found)).not.toMatch(/06 12|a@b\.fr/);
    expect(text(await search('pierre', mine.reference.toLowerCase()))).toContain(mine.reference);
    expect(text(await search('pierre', foreign.reference))).not.toContain('oc-mentor');
    const [first] = (found.composeExtension as { attachments: Record<string, unknown>[] }).attachments;
    expect(first).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { actions: [{ type: 'Action.OpenUrl' }] },
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail' },
    });
  });

  it('shows the latest before anything is typed, and says so when nothing matches', async () => {
    expect(text(await search('pierre', ''))).toContain('"result"');
    expect(text(await search('pierre', 'zzzzqqq'))).toContain('Aucune demande ne correspond');
  });

  it('is for advisors', async () => {
    expect(text(await search('inconnue', 'virement'))).toContain('ne sait pas encore qui vous êtes');
  });
});

describe('a channel that stops', () => {
  it('by command: its cards do nothing any more', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    expect(await ask('pierre', 'délie ce canal')).toContain('revient aux responsables');
    expect(await ask('nadia', 'délie ce canal')).toContain('ce canal ne reçoit plus');
    const answer = await team.send(execute('nadia', team.at(post), actionOf(post.card, 'Prendre')));
    expect(text(answer)).toContain('Ce canal ne reçoit plus de demandes');
    expect(await team.edge.data.services.tickets.find(ticket.id)).toMatchObject({ assigneeId: null });
    await ask('nadia', 'lie ce canal au bureau abc');
  });

  test.each(['channelDeleted', 'teamDeleted'])('because Teams says %s', async (eventType) => {
    await team.send(event(eventType, team.at()));
    expect(await linked()).toMatchObject({ dead: { reason: eventType } });
    await ask('nadia', 'lie ce canal au bureau abc');
    expect(await linked()).toMatchObject({ dead: null });
  });

  it('because the app was removed from its team', async () => {
    await team.send(
      event('teamMemberRemoved', team.at(), {
        membersRemoved: [{ id: '28:11111111-2222-3333-4444-555555555555' }],
      }),
    );
    expect(await linked()).toMatchObject({ dead: { reason: 'teamMemberRemoved' } });
    await ask('nadia', 'lie ce canal au bureau abc');
  });

  test.each([
    [403, 'BotDisabledByAdmin'],
    [404, 'ConversationNotFound'],
  ])('because it answers %d: it is marked dead, and supervisors are told', async (status, code) => {
    team.channel.refuse = { status, code };
    await team.file();
    await eventually(linked, (channel) => channel?.dead !== null);
    expect((await linked())?.dead?.reason).toContain(String(status));
    team.channel.refuse = null;
    await ask('nadia', 'lie ce canal au bureau abc');
    const ticket = await team.file();
    await team.post(ticket.reference);
  });
});
