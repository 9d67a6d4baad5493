import { openTestData, TEST_NOW, type TestData } from '../../data/testing';
import type { Mail } from '../mail/mailer';
import { tellChannelDead } from './channel-letters';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const link = (name: string) =>
  data.services.teamsChannels.link({
    channel: { tenantId: 't', teamId: 'team', channelId: '19:a', name, reference: {} },
    deskId: 'abc',
    category: 'payment',
    locale: 'fr',
    advisorId: 'advisor-abc-1',
    now: TEST_NOW,
  });

async function told(teamsChannelId: string): Promise<readonly Mail[]> {
  const sent: Mail[] = [];
  await tellChannelDead(
    { kind: 'channel-dead', teamsChannelId, advisorId: 'advisor-abc-1' },
    data.services,
    { send: async (mail) => void sent.push(mail) },
    'https://guichet.example.org',
  );
  return sent;
}

it('a supervisor reads which channel is dead, of which queue, why, and what to do', async () => {
  const { channel } = await link('Paiements');
  await data.services.teamsChannels.markDead(channel.id, '403-BotNotInConversationRoster', TEST_NOW);
  const [mail, ...others] = await told(channel.id);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: { name: 'Nadia Benali', address: 'nadia.benali@guichet.example' },
    subject: 'Le canal Teams « Paiements » ne reçoit plus les demandes',
    calendar: null,
  });
  for (const words of [
    'Intervenants ABC · Paiement',
    '403-BotNotInConversationRoster',
    '@Guichet lie ce canal',
  ])
    expect(mail?.text).toContain(words);
  expect((await told(channel.id))[0]?.id).toBe(mail?.id);
});

it('nothing is said of a channel that works again, or that nobody wants any more', async () => {
  const { channel } = await link('');
  await data.services.teamsChannels.markDead(channel.id, '404', TEST_NOW);
  await link('');
  expect(await told(channel.id)).toEqual([]);
  await data.services.teamsChannels.unlink('19:a');
  expect(await told(channel.id)).toEqual([]);
});
