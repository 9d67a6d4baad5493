import type { Request, Response } from 'restify';
import type { Route } from '../http';
import { sendJson } from '../respond';
import type { SignInDeps } from './deps';
import { linkRoute } from './link-route';
import type { OpenIdClient } from './open-id';
import { openIdRoutes } from './open-id-routes';
import { passwordRoute } from './password-route';
import { teamsRoute } from './teams-route';
import type { TeamsSignIn } from './teams-token';

/** What the sign-in page offers. */
export interface SignInOptions {
  /** Whether the organisation's identity provider is configured. */
  readonly openId: boolean;
}

/** Every way in: one-time links, passwords, the organisation's identity provider and Teams where there are such. */
export function signInRoutes(
  deps: SignInDeps,
  openId: OpenIdClient | null,
  teams: TeamsSignIn | null,
): Route[] {
  const options = async (_req: Request, res: Response): Promise<void> => {
    const offered: SignInOptions = { openId: openId !== null };
    sendJson(res, 200, offered);
  };
  return [
    { method: 'get', path: '/advisor/sign-in/options', handler: options },
    passwordRoute(deps),
    linkRoute(deps),
    ...(teams === null ? [] : [teamsRoute(deps, teams)]),
    ...(openId === null ? [] : openIdRoutes(openId, deps)),
  ];
}
