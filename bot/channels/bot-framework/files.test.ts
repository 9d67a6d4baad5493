import type { StoredAttachment } from '../../../data/attachments/types';
import { startEdge, type EdgeFixture } from '../../testing/edge-fixture';
import { PNG, startFileServer, type FileServer } from './testing/file-server';

let edge: EdgeFixture;
let teams: FileServer;
beforeAll(async () => {
  [edge, teams] = await Promise.all([startEdge(), startFileServer()]);
  teams.answer('/v3/attachments/1/views/original', (_req, res) => res.end(PNG));
  teams.answer('/download?id=1', (_req, res) => res.end('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'));
  teams.answer('/program', (_req, res) =>
    res.end(Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00', 'latin1')),
  );
});
afterAll(async () => {
  await edge.stop();
  await teams.stop();
});

type Body = Readonly<Record<string, unknown>>;

let count = 0;
const message = (attachments: readonly unknown[], change: Body = {}): Body => ({
  type: 'message',
  id: `file-${(count += 1)}`,
  channelId: 'msteams',
  serviceUrl: teams.url,
  deliveryMode: 'expectReplies',
  from: { id: '29:camille', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
  recipient: { id: '28:bot' },
  conversation: { id: `a:files-${count}`, conversationType: 'personal', tenantId: 't' },
  channelData: { tenant: { id: 't' }, guichet: { desk: 'abc' } },
  ...change,
  attachments,
});
const image = () => ({
  contentType: 'image/*',
  contentUrl: `${teams.url}/v3/attachments/1/views/original`,
});
const shared = () => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://contoso-my.sharepoint.com/personal/camille/Documents/feuille.pdf',
  name: 'feuille.pdf',
  content: { downloadUrl: `${teams.url}/download?id=1`, uniqueId: '1', fileType: 'pdf' },
});
const html = { contentType: 'text/html', content: '<div><img src="x"></div>' };

const filesOf = (activity: Body): Promise<readonly StoredAttachment[]> =>
  edge.data.services.attachments.ofConversation(
    `msteams:${(activity.conversation as { readonly id: string }).id}`,
  );

it('a screenshot reaches the turn and the conversation; the copy of the text as HTML is no file', async () => {
  const activity = message([image(), html], { text: 'ma page est blanche' });
  expect((await edge.post('/api/messages', activity)).status).toBe(200);
  const [stored, ...others] = await filesOf(activity);
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ name: 'image.png', contentType: 'image/png', size: PNG.length });
  expect(edge.turns.at(-1)).toMatchObject({
    text: 'ma page est blanche',
    attachments: [{ id: stored?.id, name: 'image.png', contentType: 'image/png' }],
    refusedAttachments: [],
    unreadable: null,
  });
  expect(edge.turns.at(-1)).not.toHaveProperty('files');
});

it('a file alone is a turn; its address is told to nobody', async () => {
  const activity = message([shared()]);
  await edge.post('/api/messages', activity);
  expect(edge.turns.at(-1)).toMatchObject({
    text: '',
    unreadable: null,
    attachments: [{ name: 'feuille.pdf', contentType: 'application/pdf' }],
  });
  const id = `msteams:${(activity.conversation as { readonly id: string }).id}`;
  const [said] = await edge.data.services.conversations.since(id, 0);
  expect(said?.text).toBe('[feuille.pdf]');
});

it('an answer that quotes a message brings no file', async () => {
  const quoted = { contentType: 'messageReference', content: '{"messageId":"1","messagePreview":"x"}' };
  await edge.post('/api/messages', message([quoted, html], { text: 'oui, celle-là' }));
  expect(edge.turns.at(-1)).toMatchObject({ text: 'oui, celle-là', attachments: [], refusedAttachments: [] });
});

it('a message that Teams brings twice keeps its files once', async () => {
  const activity = message([image(), shared(), image()]);
  await edge.post('/api/messages', activity);
  await edge.post('/api/messages', activity);
  expect((await filesOf(activity)).map(({ name }) => name).sort()).toEqual([
    'feuille.pdf',
    'image.png',
    'image.png',
  ]);
});

it('a changed message does not bring its files again', async () => {
  const activity = message([image()], { text: 'ma page' });
  await edge.post('/api/messages', activity);
  const changed = { ...activity, type: 'messageUpdate', text: 'ma page blanche' };
  await edge.post('/api/messages', { ...changed, channelData: { eventType: 'editMessage' } });
  expect(await filesOf(activity)).toHaveLength(1);
});

test.each<[string, Body, string]>([
  ['a program', { contentType: 'image/png', name: 'a.png', contentUrl: '/program' }, 'forbidden-type'],
  ['what is not there', { contentType: 'image/png', name: 'b.png', contentUrl: '/nothing' }, 'unreadable'],
  ['what has no address', { contentType: 'video/mp4', name: 'c.mp4' }, 'unreadable'],
])('%s is refused in words, and the message goes on', async (_what, attachment, reason) => {
  const url =
    attachment.contentUrl === undefined ? {} : { contentUrl: teams.url + String(attachment.contentUrl) };
  const activity = message([{ ...attachment, ...url }], { text: 'voici' });
  await edge.post('/api/messages', activity);
  expect(edge.turns.at(-1)).toMatchObject({
    text: 'voici',
    attachments: [],
    refusedAttachments: [{ name: attachment.name, reason }],
  });
  expect(await filesOf(activity)).toEqual([]);
});

it('a file is kept under the turn that brought it', async () => {
  const activity = message([image()]);
  await edge.post('/api/messages', activity);
  const [file] = await filesOf(activity);
  expect(file?.activityId).toBe(edge.turns.at(-1)?.id);
});
