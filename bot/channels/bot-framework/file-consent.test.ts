import { openTestData, TEST_NOW, type TestData } from '../../../data/testing';
import { silentLog } from '../../log';
import { eventually } from '../../testing/edge-fixture';
import type { RawActivity } from '../read-activity';
import type { InboundContext } from './contract';
import { consentRequest, createFileConsent } from './file-consent';
import { startFileServer, type FileServer } from './testing/file-server';

const CHAT = 'msteams:a:hers';
const CONTENT = Buffer.from('%PDF-1.4 une attestation');

let data: TestData;
let storage: FileServer;
let ticketId: string;
let fileId: string;
beforeEach(async () => {
  data = await openTestData();
  storage = await startFileServer();
  const { conversations, attachments, tickets } = data.services;
  const chat = { channel: 'teams', deskId: 'abc', userId: 'u', locale: 'fr', scope: 'personal' } as const;
  await conversations.open({ ...chat, id: CHAT, personId: 'abc-camille', now: TEST_NOW });
  const file = await attachments.store({
    conversationId: CHAT,
    activityId: null,
    name: 'attestation.pdf',
    contentType: 'application/pdf',
    content: CONTENT,
    uploadedById: 'advisor-abc-1',
    now: TEST_NOW,
  });
  fileId = file.id;
  ({ id: ticketId } = await tickets.file({
    idempotencyKey: 'k',
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: CHAT,
    topicId: 'abc.payslip',
    category: 'documents',
    subject: 'attestation',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
  }));
  await tickets.write({
    idempotencyKey: 'r',
    ticketId,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text: 'Voici.',
    attachmentIds: [fileId],
    now: TEST_NOW,
  });
});
afterEach(async () => {
  await storage.stop();
  await data.close();
});

const answered = (value: unknown, conversation = 'a:hers') =>
  createFileConsent({
    ...data.services,
    clock: data.clock,
    log: silentLog,
    remove: async () => undefined,
    hasApp: true,
    trustedHosts: [storage.host],
  })(
    {
      type: 'invoke',
      name: 'fileConsent/invoke',
      channelId: 'msteams',
      conversation: { id: conversation },
      locale: 'fr-FR',
      value,
    } as unknown as RawActivity,
    {} as InboundContext,
  );

const context = () => ({ guichet: 'file', attachmentId: fileId });
const uploadInfo = (uploadUrl = `${storage.url}/put`) => ({
  name: 'attestation.pdf',
  uploadUrl,
  contentUrl: 'https://contoso-my.sharepoint.com/attestation.pdf',
  uniqueId: 'u1',
  fileType: 'pdf',
});
const said = () => data.services.conversations.since(CHAT, 0);
const refusals = async () =>
  (await data.services.tickets.events(ticketId)).filter(({ kind }) => kind === 'not-delivered');

describe('a file for somebody on Teams', () => {
  test('is offered with its name and size', () => {
    const file = { id: 'f', name: 'attestation.pdf', contentType: 'application/pdf', size: 24 };
    expect(consentRequest(file, { activityId: 'r', authorName: 'Nadia Benali' }).payload).toMatchObject({
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name: 'attestation.pdf',
          content: { sizeInBytes: 24, acceptContext: { attachmentId: 'f' } },
        },
      ],
    });
  });

  test('accepted, it is put into her storage, and shown', async () => {
    storage.answer('/put', (_req, res) => res.end('{}'));
    const accept = { type: 'fileUpload', action: 'accept', context: context(), uploadInfo: uploadInfo() };
    expect(await answered(accept)).toEqual({ status: 200, body: {} });
    await eventually(said, (activities) => activities.length === 1);
    expect(storage.calls[0]).toMatchObject({ method: 'PUT', body: CONTENT });
    expect(storage.calls[0]?.headers['content-range']).toBe(
      `bytes 0-${CONTENT.length - 1}/${CONTENT.length}`,
    );
    expect(storage.calls[0]?.authorization).toBeUndefined();
    const [card, ...more] = await said();
    expect(card?.payload).toMatchObject({
      attachments: [
        { contentType: 'application/vnd.microsoft.teams.card.file.info', content: { uniqueId: 'u1' } },
      ],
    });
    expect(more).toEqual([]);
    expect(await refusals()).toEqual([]);
  });

  test('declined, her advisor sees it on the ticket', async () => {
    await answered({ type: 'fileUpload', action: 'decline', context: context() });
    await eventually(refusals, (found) => found.length === 1);
    expect(await refusals()).toMatchObject([{ detail: { by: 'file', reason: 'declined' } }]);
    expect(storage.calls).toEqual([]);
  });

  test.each<[string, () => string]>([
    ['a host that is not Microsoft’s', () => 'https://evil.example/put'],
    ['a storage that refuses', () => `${storage.url}/nowhere`],
  ])('%s gets nothing of it; she and her advisor are told', async (_what, url) => {
    await answered({
      type: 'fileUpload',
      action: 'accept',
      context: context(),
      uploadInfo: uploadInfo(url()),
    });
    await eventually(refusals, (found) => found.length === 1);
    expect((await said())[0]?.text).toContain("n'a pas pu être déposé");
  });

  test.each<[string, () => unknown, string]>([
    [
      'of another conversation',
      () => ({ action: 'accept', context: context(), uploadInfo: uploadInfo() }),
      'a:other',
    ],
    ['unknown', () => ({ action: 'accept', context: { guichet: 'file', attachmentId: 'x' } }), 'a:hers'],
    ['not of ours', () => ({ action: 'accept', context: { any: 1 } }), 'a:hers'],
    ['malformed', () => 'accept', 'a:hers'],
  ])('one %s is refused', async (_what, value, conversation) => {
    expect(await answered(value(), conversation)).toEqual({ status: 400, body: {} });
    expect(storage.calls).toEqual([]);
  });
});
