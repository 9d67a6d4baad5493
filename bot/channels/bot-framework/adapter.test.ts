import { systemClock } from '../../../data/clock';
import { silentLog } from '../../log';
import { systemTimer } from '../../timer';
import { createDoor } from './adapter';
import { createConnector } from './connector';
import { createChannelSender } from './sender';
import { adapterContract } from './testing/adapter-contract';

adapterContract('the adapter on botbuilder', ({ microsoft, loginUrl, trustedHost }) => {
  const connector = createConnector({ ...microsoft, loginUrl, trustedHosts: [trustedHost] }, systemClock);
  const sender = createChannelSender({ connector, timer: systemTimer(systemClock), log: silentLog });
  return { connector, door: createDoor({ microsoft }, sender, silentLog) };
});
