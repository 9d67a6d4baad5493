import { startEdge, type EdgeFixture } from '../../testing/edge-fixture';
import { PNG, startFileServer, type FileServer } from './testing/file-server';

let edge: EdgeFixture;
let teams: FileServer;
beforeAll(async () => {
  [edge, teams] = await Promise.all([startEdge(), startFileServer()]);
  teams.answer('/v3/attachments/1/views/original', (_req, res) => res.end(PNG));
  teams.answer('/download?id=1', (_req, res) => res.end('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'));
});
afterAll(async () => {
  await edge.stop();
  await teams.stop();
});

type Body = Readonly<Record<string, unknown>>;

let count = 0;
/** A personal chat of somebody whom nobody knows yet. */
function chat(): { readonly id: string; say(change: Body): Promise<Body> } {
  const conversation = `a:waiting-${(count += 1)}`;
  return {
    id: `msteams:${conversation}`,
    async say(change) {
      const { status, body } = await edge.post('/api/messages', {
        type: 'message',
        id: `waiting-${(count += 1)}`,
        channelId: 'msteams',
        serviceUrl: teams.url,
        deliveryMode: 'expectReplies',
        from: { id: `29:${conversation}`, aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
        recipient: { id: '28:bot' },
        conversation: { id: conversation, conversationType: 'personal', tenantId: 't' },
        channelData: { tenant: { id: 't' } },
        ...change,
      });
      expect(status).toBe(200);
      const [reply] = body.activities as readonly Body[];
      return reply ?? {};
    },
  };
}

const image = () => ({ contentType: 'image/*', contentUrl: `${teams.url}/v3/attachments/1/views/original` });
const shared = () => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'feuille.pdf',
  content: { downloadUrl: `${teams.url}/download?id=1`, uniqueId: '1', fileType: 'pdf' },
});
const typed = (reply: Body): string => String(reply.text);
const buttons = (reply: Body) =>
  (reply.attachments as readonly { content: { buttons: readonly { title: string; value: unknown }[] } }[])[0]
    ?.content.buttons ?? [];

describe('what is written before the desk is known', () => {
  it('a file alone is kept, said to be, and reaches the first turn of the desk that she chooses', async () => {
    const her = chat();
    const question = await her.say({ text: '', attachments: [image(), shared()] });
    expect(typed(question)).toBe(
      'Votre envoi est bien arrivé : je le garde pour votre demande. À quel guichet souhaitez-vous écrire ?',
    );
    const [first] = buttons(question);
    await her.say({ text: first?.title, value: first?.value });
    expect(edge.turns.at(-1)).toMatchObject({
      kind: 'message',
      text: '',
      unreadable: null,
      attachments: [{ name: 'image.png' }, { name: 'feuille.pdf' }],
      refusedAttachments: [],
    });
    expect(await edge.data.services.attachments.ofConversation(her.id)).toHaveLength(2);
  });

  it('her words come with it, whether she presses the button or types the name', async () => {
    for (const answer of [
      (question: Body) => ({ text: buttons(question)[1]?.title, value: buttons(question)[1]?.value }),
      (question: Body) => ({ text: buttons(question)[1]?.title }),
    ]) {
      const her = chat();
      const question = await her.say({ text: 'ma page est blanche', attachments: [image()] });
      expect(typed(await her.say(answer(question)))).toBe('1: ma page est blanche');
      expect(edge.turns.at(-1)).toMatchObject({ attachments: [{ name: 'image.png' }] });
      const said = await edge.data.services.conversations.since(her.id, 0);
      expect(said.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toEqual([
        'ma page est blanche [image]',
        buttons(question)[1]?.title,
      ]);
    }
  });

  it('several messages wait: the latest words are answered, every file is there', async () => {
    const her = chat();
    await her.say({ text: 'voici', attachments: [image()] });
    const question = await her.say({ text: 'jai pa été payé', attachments: [shared()] });
    await her.say({ text: buttons(question)[0]?.title });
    expect(edge.turns.at(-1)).toMatchObject({
      text: 'jai pa été payé',
      attachments: [{ name: 'image.png' }, { name: 'feuille.pdf' }],
    });
  });

  it('brought again by Teams, it is there once; so is the choice', async () => {
    const her = chat();
    const sent = { id: 'again-1', text: 'voici', attachments: [image()] };
    await her.say(sent);
    const question = await her.say(sent);
    const choice = { id: 'again-2', text: buttons(question)[0]?.title };
    const before = edge.turns.length;
    await her.say(choice);
    expect(typed(await her.say(choice))).toBe('1: voici');
    expect(edge.turns).toHaveLength(before + 1);
    expect(edge.turns.at(-1)?.attachments).toHaveLength(1);
  });

  it('a file that cannot be had any more is refused in words', async () => {
    const her = chat();
    const gone = { ...shared(), content: { downloadUrl: `${teams.url}/expired` } };
    const question = await her.say({ text: 'voici', attachments: [gone] });
    await her.say({ text: buttons(question)[0]?.title });
    expect(edge.turns.at(-1)).toMatchObject({
      attachments: [],
      refusedAttachments: [{ name: 'feuille.pdf', reason: 'unreadable' }],
    });
  });

  it('is kept although the process ended right after the choice', async () => {
    const her = chat();
    await her.say({ text: 'ma page est blanche', attachments: [image()] });
    // What the process had written: her desk, and nothing more.
    const pending = await edge.data.services.conversations.find(her.id);
    await edge.data.services.conversations.open({
      ...(pending as NonNullable<typeof pending>),
      scope: 'personal',
      deskId: 'abc',
      deskPending: false,
      now: edge.data.clock.now(),
    });
    const desk = await edge.data.services.desks.find('abc');
    await her.say({ text: desk.name });
    expect(edge.turns.at(-1)).toMatchObject({
      text: 'ma page est blanche',
      attachments: [{ name: 'image.png' }],
    });
  });

  it('nothing but the name of a desk is welcomed', async () => {
    const desk = await edge.data.services.desks.find('oc-coach');
    expect(typed(await chat().say({ text: desk.name }))).toBe('Bonjour');
  });
});
