import type { Request, Response } from 'restify';
import { HttpRefusal, type Route, readJson, readOptionalJson } from '../http';
import { sessionCookie } from '../sign-in/cookies';
import { originFault } from '../sign-in/same-origin';
import { advisorSessions } from '../sign-in/sessions';
import { errorFields } from '../log';
import type { AdvisorRole } from '../../data/advisors/types';
import { auditOf } from './audit';
import { AuditTrail } from './audit-trail';
import type { AdvisorApiDeps } from './deps';
import type { ApiParts, Endpoint } from './endpoint';
import { endpoints } from './endpoints';
import { API_FAULTS, ApiFault, type ApiFaultCode } from './errors';
import { LiveStreams } from './live-streams';
import { DeskScope } from './scope';
import { languageOf } from './language';
import { send, sendFault } from './send';
import { ticketViews } from './ticket-views';

const LONGEST_BODY = 64 * 1024;

/** The advisors' API: its routes, and how to end its open streams when the server stops. */
export function advisorApi(deps: AdvisorApiDeps): { readonly routes: Route[]; close(): void } {
  const { services, clock, knowledge, publicUrl } = deps;
  const cookie = sessionCookie(publicUrl);
  const sessions = advisorSessions({ advisors: services.advisors, cookie, clock });
  const streams = new LiveStreams({
    changes: deps.changes,
    conversations: services.conversations,
    advisors: services.advisors,
    presence: deps.presence,
    clock,
    log: deps.log,
  });
  const trail = new AuditTrail(services.audit, deps.log);
  const parts: ApiParts = {
    ...deps,
    streams,
    views: ticketViews(services, knowledge, clock),
    endSession: async (req) => {
      await sessions.end(req);
      return cookie.clear();
    },
  };

  const answer = async (endpoint: Endpoint, req: Request, res: Response): Promise<void> => {
    const session = await sessions.current(req);
    if (session === null) throw new ApiFault('signed-out');
    refuseRole(endpoint, session.advisor.role);
    if (endpoint.method !== 'get') {
      const fault = originFault(
        req,
        publicUrl,
        endpoint.upload ? 'application/octet-stream' : 'application/json',
      );
      if (fault !== null) throw new ApiFault(fault);
    }
    const call = {
      advisor: session.advisor,
      sessionToken: session.token,
      scope: new DeskScope(services, session.advisor),
      now: clock.now(),
      params: req.params as Readonly<Record<string, string>>,
      query: Object.fromEntries(new URL(req.url ?? '/', publicUrl).searchParams),
      body: await readBody(endpoint, req),
      req,
      res,
    };
    const given = await endpoint.run(call, parts);
    const entry = auditOf(endpoint, call);
    if (entry !== null) await trail.note(entry);
    await send(res, given);
  };

  const routes = endpoints.map((endpoint): Route => ({
    method: endpoint.method,
    path: `/api/advisor${endpoint.path}`,
    handler: async (req, res) => {
      try {
        await answer(endpoint, req, res);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.code === 'internal') {
          deps.log.error({ ...errorFields(error), endpoint: endpoint.path }, 'advisor-api-failed');
        }
        if (res.headersSent) res.end();
        else sendFault(res, fault, languageOf(req));
      }
    },
  }));

  return { routes, close: () => streams.close() };
}

/** @throws ApiFault for a role that may not call it. */
function refuseRole({ roles }: Endpoint, role: AdvisorRole): void {
  if (roles === undefined || roles.includes(role)) return;
  throw new ApiFault(roles.includes('supervisor') ? 'supervisors-only' : 'admins-only');
}

/** A body of which every field may be left out may be left out itself. */
async function readBody({ body }: Endpoint, req: Request): Promise<unknown> {
  if (body === undefined) return undefined;
  return body.safeParse({}).success ? readOptionalJson(req, LONGEST_BODY) : readJson(req, LONGEST_BODY);
}

function faultOf(error: unknown): ApiFault {
  if (error instanceof ApiFault) return error;
  if (error instanceof HttpRefusal && error.code in API_FAULTS) {
    return new ApiFault(error.code as ApiFaultCode);
  }
  return new ApiFault('internal');
}
