import { directLineClient, path } from '../../testing/direct-line-client';
import { eventually, startEdge, type EdgeFixture, type Visit } from '../../testing/edge-fixture';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

const { start, poll } = directLineClient(() => edge);

describe('files', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  async function upload(
    visit: Visit,
    files: [string, Buffer][],
    activity: unknown = { type: 'message', text: '' },
  ) {
    const form = new FormData();
    if (activity !== null) {
      const text = typeof activity === 'string' ? activity : JSON.stringify(activity);
      form.append('activity', new Blob([text], { type: 'application/vnd.microsoft.activity' }));
    }
    for (const [name, content] of files) form.append('file', new Blob([new Uint8Array(content)]), name);
    const response = await fetch(`${edge.url}${path(visit)}/upload?userId=${visit.userId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visit.token}` },
      body: form,
    });
    return { status: response.status, body: (await response.json()) as { id?: string } };
  }

  it('are stored, shown in the echo by an address that opens, and reach the turn', async () => {
    const visit = await start();
    expect(
      (await upload(visit, [['capture écran.png', PNG]], { type: 'message', text: 'voici' })).status,
    ).toBe(200);
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    const file = set.activities[1]?.attachments?.[0];
    expect(file).toMatchObject({ contentType: 'image/png', name: 'capture écran.png' });
    const download = await fetch(String(file?.contentUrl));
    expect(download.status).toBe(200);
    expect(download.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await download.arrayBuffer())).toEqual(PNG);
    expect((await fetch(String(file?.contentUrl).replace(/t=.*/, 't=x'))).status).toBe(403);
    expect(edge.turns.at(-1)).toMatchObject({
      text: 'voici',
      unreadable: null,
      attachments: [{ name: 'capture écran.png' }],
    });
  });

  it('lose the numbers in their names at the door: what is stored, echoed and handed on says no IBAN', async () => {
    const visit = await start();
    const name = 'RIB FR76 3000 6000 0112 3456 7890 189.png';
    await upload(visit, [[name, PNG]], { type: 'message', text: 'voici mon rib' });
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    expect(set.activities[1]?.attachments?.[0]).toMatchObject({ name: 'RIB [IBAN masqué].png' });
    expect(edge.turns.at(-1)).toMatchObject({ attachments: [{ name: 'RIB [IBAN masqué].png' }] });
    expect(JSON.stringify(set)).not.toContain('3000 6000');
  });

  it.each([
    [
      'a program called .png',
      'photo.png',
      Buffer.from('MZ\u0090\u0000\u0003'.padEnd(200, '\0'), 'latin1'),
      'forbidden-type',
    ],
    ['an SVG', 'dessin.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'forbidden-type'],
    [
      'a web page called .txt',
      'note.txt',
      Buffer.from('<!doctype html><script>1</script>'),
      'forbidden-type',
    ],
    ['more than 10 MB', 'video.png', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 'too-large'],
    ['an empty file', 'vide.txt', Buffer.alloc(0), 'unreadable'],
  ])(
    '%s is left out, the message goes on and the assistant is told',
    async (_what, name, content, reason) => {
      const visit = await start();
      expect((await upload(visit, [[name, content]])).status).toBe(200);
      await eventually(
        () => poll(visit),
        ({ activities }) => activities.length === 3,
      );
      expect(edge.turns.at(-1)).toMatchObject({
        attachments: [],
        refusedAttachments: [{ name, reason }],
        unreadable: null,
      });
    },
  );

  it('sent twice are stored once', async () => {
    const visit = await start();
    const activity = { type: 'message', text: 'x', channelData: { clientActivityID: 'up-1' } };
    const [first, second] = [
      await upload(visit, [['a.png', PNG]], activity),
      await upload(visit, [['a.png', PNG]], activity),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect(await edge.data.services.attachments.ofConversation(visit.conversationId)).toHaveLength(1);
  });

  it.each([
    ['no form', (visit: Visit) => edge.post(path(visit, '/upload'), '{}', visit.token)],
    ['a broken activity', (visit: Visit) => upload(visit, [['a.png', PNG]], '{"type":')],
    [
      'eleven files',
      (visit: Visit) =>
        upload(
          visit,
          Array.from({ length: 11 }, (_, n) => [`${n}.png`, PNG]),
        ),
    ],
  ])('refuses %s: 400', async (_what, call) => {
    expect((await call(await start())).status).toBe(400);
  });
});

describe('an upload that is no whole form', () => {
  const part = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png';

  it.each([
    ['a file whose end never comes', `--x\r\n${part}\r\n\r\nabc`],
    ['a part that breaks off in its head', '--x\r\nContent-Disposition: form-data; na'],
    ['a file of many pieces without an end', `--x\r\n${part}\r\n\r\n${'y'.repeat(300_000)}`],
    ['no part', '--x--'],
    ['no form', 'garbage'],
    ['nothing', ''],
  ])('is refused, and the server goes on: %s', async (_what, body) => {
    const visit = await start();
    const send = () =>
      fetch(`${edge.url}${path(visit)}/upload?userId=${visit.userId}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${visit.token}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
        body,
      });
    expect((await send()).status).toBe(400);
    expect((await send()).status).toBe(400);
    expect((await poll(visit)).activities.length).toBeGreaterThan(0);
  });
});
