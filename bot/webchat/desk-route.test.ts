import { startEdge, type EdgeFixture } from '../testing/edge-fixture';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

test('a desk says its name, its hours and the clock they are read by', async () => {
  const { status, body } = await edge.get('/api/webchat/desk?desk=abc');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: 'abc', organisation: 'ABC Cours Particuliers', zone: 'Europe/Paris' });
  expect(body.openingHours).toHaveProperty('1');
  expect(Number.isNaN(Date.parse(String(body.now)))).toBe(false);
});

test.each(['/api/webchat/desk', '/api/webchat/desk?desk=xyz'])(
  '%s names the desks there are',
  async (path) => {
    const { status, body } = await edge.get(path);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('oc-mentor');
  },
);

test('the records of nobody known are refused', async () => {
  const { status, body } = await edge.get('/api/demo/records?person=nobody');
  expect(status).toBe(404);
  expect(body).toHaveProperty('error.code', 'unknown-person');
});
