import { openTestData, type TestData } from '../../../data/testing';
import { readConfig } from '../../config';
import { eventually, startEdgeOn, TEST_KEY, type EdgeFixture } from '../../testing/edge-fixture';
import { systemTimer } from '../../timer';
import { TENANT_LIMITS, THREAD_LIMITS } from './limits';
import { startConnectorStub, type ConnectorStub } from './testing/connector-stub';

let data: TestData;
let edge: EdgeFixture;
let stub: ConnectorStub;
let other: ConnectorStub;

const newStub = (): Promise<ConnectorStub> =>
  startConnectorStub({
    timer: { ...systemTimer({ now: () => new Date() }), hanging: 0 },
    limits: THREAD_LIMITS,
    tenantLimits: TENANT_LIMITS,
  });

/** A process on the same records: the first one, or the one after it ended. */
async function start(): Promise<void> {
  const config = readConfig({ WEBCHAT_SIGNING_KEYS: TEST_KEY });
  if (!config.ok) throw new Error(JSON.stringify(config.fault));
  edge = await startEdgeOn(data, config.value);
}

beforeEach(async () => {
  data = await openTestData();
  [stub, other] = [await newStub(), await newStub()];
  await start();
});
afterEach(async () => {
  await edge.edge.stop();
  await data.close();
  await stub.stop();
  await other.stop();
});

let count = 0;
const message = (text: string, change: Readonly<Record<string, unknown>> = {}): object => ({
  type: 'message',
  id: `m${(count += 1)}`,
  channelId: 'msteams',
  serviceUrl: stub.url,
  from: { id: 'user' },
  recipient: { id: 'bot' },
  conversation: { id: 'a', conversationType: 'personal', tenantId: 'tenant' },
  text,
  channelData: { guichet: { desk: 'oc-mentor' } },
  ...change,
});
const post = (body: object) => edge.post('/api/messages', body);
const said = (at: ConnectorStub = stub): readonly string[] =>
  at.calls.filter(({ body, taken }) => taken && body.type === 'message').map(({ body }) => String(body.text));

it('an answer is out before its request is acknowledged', async () => {
  expect((await post(message('un'))).status).toBe(200);
  expect(said()).toEqual(['1: un']);
});

it('what could not be sent before the process ended is sent by the next one, in order, once', async () => {
  await post(message('un'));
  stub.trouble = () => ({ kind: 'answer', status: 503 });
  const before = Date.now();
  expect((await post(message('deux'))).status).toBe(200);
  expect((await post(message('trois'))).status).toBe(200);
  expect(Date.now() - before).toBeLessThan(4_000);
  await edge.edge.stop();
  expect(said()).toEqual(['1: un']);
  stub.trouble = () => null;
  await start();
  await eventually(
    () => said(),
    (texts) => texts.length === 3,
  );
  expect(said()).toEqual(['1: un', '2: deux', '3: trois']);
});

it('an answer that went out in the response is not sent by the connector, neither now nor by the next process', async () => {
  const answer = await post(message('un', { deliveryMode: 'expectReplies' }));
  expect(answer.body).toMatchObject({ activities: [{ text: '1: un' }] });
  await edge.edge.stop();
  await start();
  await post(message('deux'));
  expect(said()).toEqual(['2: deux']);
});

it('what is said later goes to the address of the last message', async () => {
  await post(message('un'));
  await post(message('deux', { serviceUrl: other.url }));
  await data.services.conversations.append({
    conversationId: 'msteams:a',
    activity: {
      activityId: 'later',
      author: 'assistant',
      text: 'rappel',
      payload: { type: 'message', text: 'rappel' },
    },
    now: data.clock.now(),
  });
  await eventually(
    () => said(other),
    (texts) => texts.includes('rappel'),
  );
  expect(said()).toEqual(['1: un']);
  expect(said(other)).toEqual(['2: deux', 'rappel']);
});
