import type { Clock } from '../../data/clock';
import type { Services } from '../../data/services';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import type { LinkSettings } from './links';
import type { CardViews } from './views';

/** What the advisors' channels on Teams are built from. */
export interface TeamsDeskDeps {
  readonly services: Pick<
    Services,
    'advisors' | 'desks' | 'outbox' | 'queue' | 'teamsAccounts' | 'teamsChannels' | 'ticketCards' | 'tickets'
  >;
  /** The categories of a desk's topics. */
  readonly categoriesOf: (deskId: string) => readonly string[];
  readonly clock: Clock;
  readonly links: LinkSettings;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
}

/** The same with what is read for cards. */
export interface TeamsDeskParts extends TeamsDeskDeps {
  readonly views: CardViews;
}
