import { openTestData, type TestData } from '../../data/testing';
import type { Assistant, Reply } from '../../dialogs/reply';
import { createTurnLock } from '../middleware/turn-lock';
import { createHoldTeller, type HoldPayload } from './tell-hold';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
  await data.services.conversations.open({
    id: 'c',
    channel: 'webchat',
    deskId: 'abc',
    userId: 'u',
    personId: 'abc-camille',
    locale: 'fr',
    now: data.clock.now(),
  });
});
afterEach(() => data.close());

const payload: HoldPayload = {
  kind: 'conversation-hold',
  conversationId: 'c',
  activityId: 'hold-1',
  change: 'handed-back',
  reason: 'advisor',
  advisorName: 'Nadia Benali',
  ticketReference: 'G-2611-0001',
};
const say = (text: string): Reply => ({
  kind: 'text',
  text,
  choices: [{ label: 'Parler à l’assistant', action: { type: 'confirm' } }],
  meta: { decision: 'service' },
});

function teller(holdChanged: Assistant['holdChanged'], lock = createTurnLock()) {
  return createHoldTeller({ ...data.services, clock: data.clock, lock, assistant: { holdChanged } });
}

it('says the line as nobody’s and the form’s question as the assistant’s, and keeps the state', async () => {
  const told = await teller(async (change, listener) => ({
    replies: [say(`${change.advisorName} for ${listener.person?.firstName}`), say('question')],
    state: { form: 'coupon' },
  }))(payload);
  expect(told.map(({ author, text }) => ({ author, text }))).toEqual([
    { author: 'system', text: 'Nadia Benali for Camille' },
    { author: 'assistant', text: expect.stringContaining('question') as string },
  ]);
  expect(told[0]?.payload).toMatchObject({ channelData: { guichet: { author: 'system' } } });
  expect((await data.services.conversations.find('c'))?.state).toEqual({ form: 'coupon' });
});

it('told twice it stands there once', async () => {
  const tell = teller(async () => ({ replies: [say('line')], state: null }));
  await tell(payload);
  await tell(payload);
  expect(await data.services.conversations.since('c', 0)).toHaveLength(1);
});

it('waits for the turn that is being answered', async () => {
  const lock = createTurnLock();
  const order: string[] = [];
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const turn = lock.run('c', async () => {
    await finished;
    order.push('turn');
  });
  const told = teller(async () => {
    order.push('line');
    return { replies: [say('line')], state: null };
  }, lock)(payload);
  finish();
  await Promise.all([turn, told]);
  expect(order).toEqual(['turn', 'line']);
});

it('says nothing where the conversation is gone', async () => {
  const told = await teller(async () => Promise.reject(new Error('nobody to tell')))({
    ...payload,
    conversationId: 'gone',
  });
  expect(told).toEqual([]);
});
