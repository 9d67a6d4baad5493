import type { AdvisorService } from '../../data/advisors/types';
import type { Clock } from '../../data/clock';
import type { Log } from '../log';
import type { SigningKeys } from '../signing-keys';
import type { SessionCookie } from './cookies';

/** What every way of signing in works with. */
export interface SignInDeps {
  readonly advisors: AdvisorService;
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: SigningKeys;
  readonly cookie: SessionCookie;
  /** The address at which browsers reach this server. */
  readonly publicUrl: string;
  /** Whether a proxy of ours writes X-Forwarded-For. */
  readonly trustProxy: boolean;
}
