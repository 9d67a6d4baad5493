import { openTestData, TEST_NOW } from '../data/testing';
import { joinedInbound, parseActivity, toInbound } from './channels/read-activity';
import { readConfig } from './config';
import { eventually, startEdgeOn, TEST_KEY, type EdgeFixture } from './testing/edge-fixture';

let edge: EdgeFixture;
afterEach(() => edge.stop());

/** A database as a crash leaves it: messages stored, nobody answered. */
async function crashed(texts: readonly string[]) {
  const data = await openTestData();
  const { conversations } = data.services;
  const ids = ['left', 'right'];
  for (const id of ids) {
    await conversations.open({
      id,
      channel: 'webchat',
      deskId: 'abc',
      userId: 'dl_1',
      personId: null,
      locale: 'fr',
      now: TEST_NOW,
    });
    const inbounds = [joinedInbound(), ...texts.map((text) => messageOf(text))];
    for (const [index, inbound] of inbounds.entries()) {
      const { payload, text, owesTurn } = inbound;
      await conversations.receive({
        conversationId: id,
        activityId: `${id}|${index}`,
        payload,
        text,
        owesTurn,
        now: TEST_NOW,
      });
    }
  }
  return { data, ids };
}

function messageOf(text: string) {
  const parsed = parseActivity({ type: 'message', text });
  if (!parsed.ok) throw new Error(parsed.fault);
  return toInbound(parsed.value, { redact: (raw) => raw });
}

const config = () => {
  const read = readConfig({ WEBCHAT_SIGNING_KEYS: TEST_KEY });
  if (!read.ok) throw new Error('The test configuration is faulty.');
  return read.value;
};

it('what a crash left unanswered is answered at the next start: in order, once, each conversation for itself', async () => {
  const { data, ids } = await crashed(['un', 'deux', 'trois']);
  edge = await startEdgeOn(data, config());
  for (const id of ids) {
    const activities = await eventually(
      () => data.services.conversations.since(id, 0),
      (all) => all.length === 8,
    );
    const said = activities.filter(({ direction }) => direction === 'out').map(({ text }) => text);
    expect(said).toEqual(['Bonjour', '2: un', '3: deux', '4: trois']);
  }
  expect(await data.services.conversations.owedTurns()).toEqual([]);
  expect(edge.turns).toHaveLength(8);
});

it('a turn that cannot be read does not keep the others waiting', async () => {
  const { data } = await crashed(['un']);
  await data.services.conversations.receive({
    conversationId: 'left',
    activityId: 'left|broken',
    payload: { type: 'message', text: 'written by another release' },
    text: '',
    owesTurn: true,
    now: TEST_NOW,
  });
  edge = await startEdgeOn(data, config());
  const right = await data.services.conversations.since('right', 0);
  expect(right.filter(({ direction }) => direction === 'out').map(({ text }) => text)).toEqual([
    'Bonjour',
    '2: un',
  ]);
  expect(await data.services.conversations.owedTurns()).toEqual([]);
  const left = await data.services.conversations.since('left', 0);
  expect(left.at(-1)?.text).toMatch(/^Votre message est bien enregistré/);
});
