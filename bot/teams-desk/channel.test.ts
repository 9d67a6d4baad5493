import { execute, mention, submit, task } from './testing/activities';
import { actionOf, startTeam, titlesOf, type Team } from './testing/team';

let team: Team;
beforeAll(async () => {
  team = await startTeam();
  await team.send(mention('nadia', team.at(), 'lie ce canal au bureau abc'));
});
afterAll(() => team.stop());

/** A number keeps its unit by a space that does not break. */
const text = (body: unknown): string => JSON.stringify(body).replace(/\u00a0/g, ' ');

describe('a ticket in its channel', () => {
  it('is one card, claimed, answered and solved in place, with a line a change under it', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    expect(titlesOf(post.card)).toEqual([
      'Prendre',
      'Répondre',
      'Attribuer',
      'Résoudre',
      'Noter',
      'Ouvrir la file',
    ]);
    const claimed = await team.send(execute('pierre', team.at(post), actionOf(post.card, 'Prendre')));
    expect(claimed).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(text(claimed.value)).toContain('Pierre Lemoine');
    const taken = await team.post(ticket.reference, ({ lines }) => lines.length === 1);
    expect(titlesOf(taken.card)).toEqual(['Répondre', 'Attribuer', 'Résoudre', 'Noter', 'Ouvrir la file']);
    expect(taken).toMatchObject({ updates: 1, lines: ['Pierre Lemoine a pris la demande.'] });

    const opened = await team.send(
      task('task/fetch', 'pierre', team.at(post), actionOf(taken.card, 'Répondre').data),
    );
    expect(opened).toMatchObject({
      task: { type: 'continue', value: { title: `Demande ${ticket.reference}` } },
    });
    const dialog = dialogOf(opened);
    const answered = { ...(actionOf(dialog, 'Envoyer').data as object), text: 'C’est parti hier.' };
    expect(await team.send(task('task/submit', 'pierre', team.at(post), answered))).toEqual({});
    expect(await team.send(task('task/submit', 'pierre', team.at(post), answered))).toEqual({});
    const messages = await team.edge.data.services.tickets.messages(ticket.id);
    expect(messages).toMatchObject([
      { kind: 'reply', text: 'C’est parti hier.', authorName: 'Pierre Lemoine' },
    ]);
    const waiting = await team.post(ticket.reference, ({ lines }) => lines.length === 2);
    expect(waiting.lines[1]).toBe('Pierre Lemoine a répondu.');

    await team.send(execute('pierre', team.at(post), actionOf(waiting.card, 'Résoudre')));
    const solved = await team.post(ticket.reference, ({ lines }) => lines.length === 3);
    expect(solved.lines[2]).toBe('Pierre Lemoine a résolu la demande.');
    expect(titlesOf(solved.card)).toEqual(['Rouvrir', 'Noter', 'Ouvrir la file']);
    await team.send(execute('nadia', team.at(post), actionOf(solved.card, 'Rouvrir')));
    const reopened = await team.post(ticket.reference, ({ lines }) => lines.length === 4);
    expect(reopened.lines[3]).toBe('Nadia Benali a rouvert la demande.');
  });

  it('is given to a colleague of the desk in a dialog, and to nobody else', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const opened = await team.send(
      task('task/fetch', 'nadia', team.at(post), actionOf(post.card, 'Attribuer').data),
    );
    const data = actionOf(dialogOf(opened), 'Enregistrer').data as object;
    expect(text(opened)).toContain('advisor-abc-2');
    expect(text(opened)).not.toContain('advisor-mentor-1');
    const foreign = { ...data, assignee: 'advisor-mentor-1' };
    expect(text(await team.send(task('task/submit', 'nadia', team.at(post), foreign)))).toContain(
      'ne travaille pas sur ce bureau',
    );
    const given = { ...data, assignee: 'advisor-abc-2' };
    expect(await team.send(task('task/submit', 'nadia', team.at(post), given))).toEqual({});
    const after = await team.post(ticket.reference, ({ lines }) => lines.length === 1);
    expect(after.lines).toEqual(['Nadia Benali a attribué la demande à Pierre Lemoine.']);
  });

  it('takes a note that stays inside', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const opened = await team.send(
      task('task/fetch', 'nadia', team.at(post), actionOf(post.card, 'Noter').data),
    );
    const data = { ...(actionOf(dialogOf(opened), 'Enregistrer').data as object), text: 'Vu avec la paie' };
    expect(await team.send(task('task/submit', 'nadia', team.at(post), data))).toEqual({});
    const after = await team.post(ticket.reference, ({ lines }) => lines.length === 1);
    expect(after.lines).toEqual(['Nadia Benali a ajouté une note.']);
    expect(text(after.card)).not.toContain('Vu avec la paie');
  });
});

describe('two at once', () => {
  it('claim the same ticket: one has it, the other sees who, and nothing is overwritten', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const button = actionOf(post.card, 'Prendre');
    const answers = await Promise.all([
      team.send(execute('nadia', team.at(post), button)),
      team.send(execute('pierre', team.at(post), button)),
    ]);
    const now = await team.edge.data.services.tickets.find(ticket.id);
    const [winner, loser] = now?.assigneeId === 'advisor-abc-1' ? [0, 1] : [1, 0];
    const name = ['Nadia Benali', 'Pierre Lemoine'][winner];
    expect(text(answers[winner])).not.toContain('Rien n’a été modifié');
    expect(text(answers[loser])).toContain('La demande a changé entre-temps. Rien n’a été modifié.');
    expect(text(answers[loser])).toMatch(new RegExp(`10 h( \\d+)? : ${name} a pris la demande\\.`));
    const after = await team.post(ticket.reference, ({ lines }) => lines.length > 0);
    expect(after.lines).toEqual([`${name} a pris la demande.`]);
  });

  it('a card that is stale says who changed what and shows itself anew', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const stale = actionOf(post.card, 'Résoudre');
    await team.edge.data.services.tickets.changePriority({
      ticketId: ticket.id,
      priority: 'urgent',
      advisorId: 'advisor-abc-1',
      expectedVersion: ticket.version,
      now: team.edge.data.clock.now(),
    });
    const answer = await team.send(execute('pierre', team.at(post), stale));
    expect(text(answer.value)).toMatch(/10 h( \d+)? : Nadia Benali a changé la priorité : Urgente\./);
    expect(await team.edge.data.services.tickets.find(ticket.id)).toMatchObject({
      status: 'new',
      priority: 'urgent',
    });
    const fresh = actionOf(answer.value as Record<string, unknown>, 'Résoudre');
    await team.send(execute('pierre', team.at(post), fresh));
    expect(await team.edge.data.services.tickets.find(ticket.id)).toMatchObject({ status: 'solved' });
  });

  it('a stale card opens no dialog for what is over, and says who ended it', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const buttons = ['Répondre', 'Attribuer'].map((title) => actionOf(post.card, title).data);
    await team.send(execute('nadia', team.at(post), actionOf(post.card, 'Résoudre')));
    for (const data of buttons) {
      const answer = await team.send(task('task/fetch', 'pierre', team.at(post), data));
      expect(answer).toMatchObject({ task: { type: 'message' } });
      expect(text(answer)).toContain('Cette action n’est plus possible dans cet état.');
      expect(text(answer)).toContain('Nadia Benali a résolu la demande.');
    }
  });

  it('a dialog sent without a word asks for one, and nothing is written', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    for (const title of ['Répondre', 'Noter']) {
      const { data } = actionOf(post.card, title);
      const opened = dialogOf(await team.send(task('task/fetch', 'nadia', team.at(post), data)));
      const [send] = opened.actions as readonly { data: object }[];
      for (const typed of [{}, { text: '' }, { text: '  \n ' }]) {
        const again = await team.send(
          task('task/submit', 'nadia', team.at(post), { ...send?.data, ...typed }),
        );
        expect(again).toMatchObject({ task: { type: 'continue' } });
        expect(text(again)).toContain('Écrivez quelques mots.');
      }
    }
    expect(await team.edge.data.services.tickets.messages(ticket.id)).toEqual([]);
  });

  it('a reply that crosses a colleague’s is held once, with what was typed, and leaves when she insists', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const fetch = (who: string) =>
      team.send(task('task/fetch', who, team.at(post), actionOf(post.card, 'Répondre').data));
    const [first, second] = [dialogOf(await fetch('nadia')), dialogOf(await fetch('pierre'))];
    const reply = (who: string, card: Record<string, unknown>, button: string, words: string) =>
      team.send(
        task('task/submit', who, team.at(post), { ...(actionOf(card, button).data as object), text: words }),
      );
    expect(await reply('nadia', first, 'Envoyer', 'De Nadia')).toEqual({});
    const held = await reply('pierre', second, 'Envoyer', 'De Pierre');
    expect(text(held)).toContain('Nadia Benali a répondu.');
    expect(text(held)).toContain('De Pierre');
    expect(await team.edge.data.services.tickets.messages(ticket.id)).toHaveLength(1);
    expect(await reply('pierre', dialogOf(held), 'Envoyer quand même', 'De Pierre')).toEqual({});
    expect(await team.edge.data.services.tickets.messages(ticket.id)).toMatchObject([
      { text: 'De Nadia' },
      { text: 'De Pierre' },
    ]);
  });
});

describe('what is delivered again', () => {
  it('has one effect: the button, its message form, and the dialog', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const button = actionOf(post.card, 'Prendre');
    const claim = execute('nadia', team.at(post), button);
    await team.send(claim);
    expect(text(await team.send(claim))).not.toContain('Rien n’a été modifié');
    const message = submit('nadia', team.at(post), (button.fallback as { readonly data: unknown }).data);
    await team.send(message);
    await team.send(message);
    const after = await team.post(ticket.reference, ({ lines }) => lines.length > 0);
    expect(after.lines).toEqual(['Nadia Benali a pris la demande.']);
    expect(team.edge.turns).toEqual([]);
  });
});

describe('a delivery that is made again', () => {
  it('after a crash: the card shows the same, no second card and no second line', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    await team.send(execute('nadia', team.at(post), actionOf(post.card, 'Prendre')));
    const { updates } = await team.post(ticket.reference, ({ lines }) => lines.length === 1);
    const payload = { kind: 'ticket-card', ticketId: ticket.id, deskId: 'abc' } as const;
    const { clock, services } = team.edge.data;
    await services.outbox.add([{ payload, dedupeKey: `again-${ticket.id}` }], clock.now());
    const after = await team.post(ticket.reference, (seen) => seen.updates > updates);
    expect(after.lines).toEqual(['Nadia Benali a pris la demande.']);
  });

  it('while Teams is out of order: the card arrives once it is back, once', async () => {
    team.channel.refuse = { status: 503, code: 'ServiceUnavailable' };
    const ticket = await team.file();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(team.channel.posts.filter(({ card }) => text(card).includes(ticket.reference))).toEqual([]);
    team.channel.refuse = null;
    expect((await team.post(ticket.reference)).lines).toEqual([]);
  });
});

describe('a client without universal actions', () => {
  it('sends the button as a message: the card and its thread tell the outcome', async () => {
    const ticket = await team.file();
    const post = await team.post(ticket.reference);
    const { data } = actionOf(post.card, 'Prendre').fallback as { readonly data: unknown };
    expect(await team.send(submit('pierre', team.at(post), data))).toEqual({});
    const taken = await team.post(ticket.reference, ({ lines }) => lines.length === 1);
    expect(taken.lines).toEqual(['Pierre Lemoine a pris la demande.']);
    await team.send(submit('nadia', team.at(post), data));
    const told = await team.post(ticket.reference, ({ lines }) => lines.length === 2);
    expect(told.lines[1]).toContain('Rien n’a été modifié');
    expect(told.lines[1]).toContain('Pierre Lemoine a pris la demande.');
  });
});

function dialogOf(answer: Record<string, unknown>): Record<string, unknown> {
  const { task: shown } = answer as {
    readonly task: { readonly value: { readonly card: { readonly content: Record<string, unknown> } } };
  };
  return shown.value.card.content;
}
