import { eventually, startEdge, type EdgeFixture } from '../../testing/edge-fixture';
import { startFileServer, type FileServer } from './testing/file-server';

const CHAT = 'a:consent';
const STORED = `msteams:${CHAT}`;
const CONTENT = Buffer.from('%PDF-1.4 une attestation');

type Body = Readonly<Record<string, unknown>>;

/** A server, and Teams before it: its connector, and the storage behind the addresses that it gives. */
let edge: EdgeFixture;
let teams: FileServer;
let ticketId: string;
beforeEach(async () => {
  [edge, teams] = await Promise.all([startEdge(), startFileServer()]);
  const { services, clock } = edge.data;
  let ids = 0;
  teams.answer(`/v3/conversations/${encodeURIComponent(CHAT)}/activities`, (_req, res) => {
    res.writeHead(201, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `sent-${(ids += 1)}` }));
  });
  await post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
  await eventually(said, (messages) => messages.length === 1);
  const file = await services.attachments.store({
    conversationId: STORED,
    activityId: null,
    name: 'attestation.pdf',
    contentType: 'application/pdf',
    content: CONTENT,
    uploadedById: 'advisor-abc-1',
    now: clock.now(),
  });
  ({ id: ticketId } = await services.tickets.file({
    idempotencyKey: 'consent',
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: STORED,
    topicId: 'abc.payslip',
    category: 'documents',
    subject: 'attestation',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: clock.now(),
  }));
  await services.tickets.write({
    idempotencyKey: 'consent-reply',
    ticketId,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text: 'Voici votre attestation.',
    attachmentIds: [file.id],
    now: clock.now(),
  });
  await eventually(said, (messages) => messages.length === 3);
});
afterEach(async () => {
  await edge.stop();
  await teams.stop();
});

const post = (change: Body) =>
  edge.post('/api/messages', {
    id: `f:${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: teams.url,
    locale: 'fr-FR',
    from: { id: '29:camille', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Guichet' },
    conversation: { id: CHAT, conversationType: 'personal', tenantId: 't' },
    channelData: { tenant: { id: 't' }, guichet: { desk: 'abc' } },
    ...change,
  });

/** What the connector was sent, typing left out. */
const said = (): readonly Body[] =>
  teams.calls
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/v3/'))
    .map(({ body }) => JSON.parse(body.toString()) as Body)
    .filter(({ type }) => type === 'message');

const attachmentOf = (message: Body | undefined): Body =>
  (message?.attachments as readonly Body[] | undefined)?.[0] ?? {};

/** The invoke that Teams sends for a button of the card that asks. */
const answer = (action: 'accept' | 'decline', uploadPath = '/put', change: Body = {}) => {
  const { content } = attachmentOf(said()[2]) as { content: Body };
  return post({
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId: 'sent-3',
    value: {
      type: 'fileUpload',
      action,
      context: action === 'accept' ? content.acceptContext : content.declineContext,
      ...(action === 'accept' && {
        uploadInfo: {
          name: 'attestation.pdf',
          uploadUrl: `${teams.url}${uploadPath}`,
          contentUrl: 'https://contoso-my.sharepoint.com/personal/camille/attestation.pdf',
          uniqueId: '0e9e8a5b',
          fileType: 'pdf',
        },
      }),
    },
    ...change,
  });
};
const puts = () => teams.calls.filter(({ method }) => method === 'PUT');
const refusals = async () =>
  (await edge.data.services.tickets.events(ticketId)).filter(({ kind }) => kind === 'not-delivered');

describe('a file of an advisor’s, on the wire', () => {
  it('is offered after her words, as the card that Teams asks with', () => {
    expect(said()[1]).toMatchObject({ text: 'Voici votre attestation.' });
    expect(attachmentOf(said()[2])).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'attestation.pdf',
      content: { description: 'Nadia Benali', sizeInBytes: CONTENT.length },
    });
  });

  it('accepted: acknowledged, put whole where Teams says, shown, and the card that asked is gone', async () => {
    teams.answer('/put', (_req, res) => res.end('{}'));
    expect((await answer('accept')).status).toBe(200);
    await eventually(said, (messages) => messages.length === 4);
    expect(puts()).toMatchObject([
      {
        path: '/put',
        body: CONTENT,
        authorization: undefined,
        headers: { 'content-range': `bytes 0-${CONTENT.length - 1}/${CONTENT.length}` },
      },
    ]);
    expect(attachmentOf(said()[3])).toEqual({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'attestation.pdf',
      contentUrl: 'https://contoso-my.sharepoint.com/personal/camille/attestation.pdf',
      content: { uniqueId: '0e9e8a5b', fileType: 'pdf' },
    });
    await eventually(
      () => teams.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path),
      (paths) => paths.length === 1 && paths[0]?.endsWith('/activities/sent-3') === true,
    );
    expect(await refusals()).toEqual([]);
  });

  it('accepted again, it is put there once', async () => {
    teams.answer('/put', (_req, res) => res.end('{}'));
    await answer('accept');
    await eventually(said, (messages) => messages.length === 4);
    expect((await answer('accept', '/put-again')).status).toBe(200);
    await post({ type: 'message', text: 'merci' });
    await eventually(said, (messages) => messages.length === 5);
    expect(puts().map(({ path }) => path)).toEqual(['/put']);
  });

  it('declined: nothing is put anywhere, her advisor reads it; she may change her mind', async () => {
    expect((await answer('decline')).status).toBe(200);
    await eventually(refusals, (found) => found.length === 1);
    expect(puts()).toEqual([]);
    teams.answer('/put', (_req, res) => res.end('{}'));
    await answer('accept');
    await eventually(said, (messages) => messages.length === 4);
    expect(puts()).toHaveLength(1);
  });

  it('with an address that has expired: both are told, and a new card is not promised', async () => {
    teams.answer('/expired', (_req, res) => {
      res.statusCode = 410;
      res.end();
    });
    expect((await answer('accept', '/expired')).status).toBe(200);
    await eventually(said, (messages) => messages.length === 4);
    expect(said()[3]?.text).toBe(
      "Le fichier attestation.pdf n'a pas pu être déposé. Votre conseillère en est informée ; vous pouvez le lui demander ici.",
    );
    expect(await eventually(refusals, (found) => found.length === 1)).toMatchObject([
      { detail: { by: 'file', reason: 'storage-410' } },
    ]);
  });

  it('by somebody in another chat: 400, and nothing moves', async () => {
    const other = { conversation: { id: 'a:other', conversationType: 'personal', tenantId: 't' } };
    expect((await answer('accept', '/put', other)).status).toBe(400);
    expect(puts()).toEqual([]);
  });
});
