import type { ChangeFeed } from '../../data/services';
import type { InvokeTaker } from '../channels/bot-framework/invokes';
import type { RawActivity } from '../channels/read-activity';
import { kindsOf } from '../workers/lanes';
import { createOutboxWorker } from '../workers/outbox';
import { createCardDelivery, type CardDeliveryDeps } from './deliver';
import { takeDeskInvokes } from './invokes';
import { takeDeskActivities } from './take';
import { createCardViews } from './views';

/** The advisors' channels on Teams: what the door asks them, and who brings them their cards. */
export interface TeamsDesk {
  readonly takeInvoke: InvokeTaker;
  readonly takeActivity: (activity: RawActivity) => Promise<boolean>;
  start(): void;
  /** Looks now for what is to be sent. */
  wake(): void;
  stop(): Promise<void>;
}

export interface TeamsDeskSettings extends CardDeliveryDeps {
  readonly feed: ChangeFeed;
}

export function createTeamsDesk(deps: TeamsDeskSettings): TeamsDesk {
  const { services, feed, clock, log, metrics } = deps;
  const parts = { ...deps, views: createCardViews({ ...services, clock }) };
  const worker = createOutboxWorker({
    outbox: services.outbox,
    feed,
    clock,
    log,
    metrics,
    kinds: kindsOf('cards'),
    wokenBy: ({ kind }) => kind === 'ticket',
    deliver: createCardDelivery(parts),
  });
  return {
    takeInvoke: takeDeskInvokes(parts),
    takeActivity: takeDeskActivities(parts, () => worker.wake()),
    start: () => worker.start(),
    wake: () => worker.wake(),
    stop: () => worker.stop(),
  };
}
