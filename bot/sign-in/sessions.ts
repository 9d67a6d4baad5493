import type { IncomingMessage } from 'node:http';
import type { Advisor, AdvisorService } from '../../data/advisors/types';
import type { Clock } from '../../data/clock';
import type { SessionCookie } from './cookies';

/** Who calls: by the session cookie, or by the session itself as a bearer token (the tab of Teams, where browsers keep no cookie). */
export interface AdvisorSessions {
  /** The advisor whose session this request carries; null when signed out, expired or revoked. */
  current(req: IncomingMessage): Promise<{ readonly advisor: Advisor; readonly token: string } | null>;
  /** Ends the session that the request carries, if any. */
  end(req: IncomingMessage): Promise<void>;
}

export function advisorSessions(deps: {
  readonly advisors: AdvisorService;
  readonly cookie: SessionCookie;
  readonly clock: Clock;
}): AdvisorSessions {
  const { advisors, cookie, clock } = deps;
  const tokenOf = (req: IncomingMessage): string | null => bearerOf(req) ?? cookie.read(req);
  return {
    async current(req) {
      const token = tokenOf(req);
      if (token === null) return null;
      const advisor = await advisors.session(token, clock.now());
      return advisor === null ? null : { advisor, token };
    },
    async end(req) {
      const token = tokenOf(req);
      if (token !== null) await advisors.endSession(token, clock.now());
    },
  };
}

const bearerOf = ({ headers }: IncomingMessage): string | null =>
  /^Bearer ([\w-]{16,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
