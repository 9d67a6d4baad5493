import type { ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Config } from './config';

/** Which page is sent: each may do only what it needs. */
export type PageKind = 'chat' | 'portal' | 'advisor';

/** Paths that pages of other sites call or embed. */
const CROSS_ORIGIN = /^\/(v3\/directline|api\/webchat)(\/|$)|^\/(widget\.js|chat)$/;
/** Paths whose answers scripts of other sites may read: they need a bearer token, never a cookie. */
const SHARED = /^\/(v3\/directline|api\/webchat)(\/|$)/;
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The headers that every answer carries. Pages replace the content policy by their own. */
export function securityHeaders(config: Pick<Config, 'publicUrl'>) {
  const common = helmet({
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 15_552_000 } : false,
  });
  return (req: { url?: string }, res: ServerResponse): void => {
    common(req as never, res, () => undefined);
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    res.setHeader('content-security-policy', API_POLICY);
    res.setHeader(
      'cross-origin-resource-policy',
      CROSS_ORIGIN.test(path) || path.startsWith('/assets/') ? 'cross-origin' : 'same-origin',
    );
    if (SHARED.test(path)) allowOtherSites(res);
  };
}

/** Whether scripts of other sites may call this path. */
export const isShared = (url: string | undefined): boolean => SHARED.test((url ?? '').split('?')[0] ?? '');

function allowOtherSites(res: ServerResponse): void {
  res.setHeader('access-control-allow-origin', '*');
  res.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  res.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, x-ms-bot-agent, x-requested-with',
  );
  res.setHeader('access-control-expose-headers', 'retry-after');
  res.setHeader('access-control-max-age', '7200');
}

/** Where Teams, Outlook and Microsoft 365 show the tab, as Microsoft documents it. */
const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.skype.com',
];

/** The content policy of a page. The chat page is shown inside other sites: which ones is configured; the queue only in Teams, where there is an app. */
export function pagePolicy(kind: PageKind, config: Pick<Config, 'frameAncestors' | 'microsoft'>): string {
  const own = [
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "script-src 'self'",
    // Web Chat and Fluent UI write their styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
  ];
  switch (kind) {
    case 'chat':
      return [
        ...own,
        "connect-src 'self' ws: wss: blob: data:",
        "worker-src 'self' blob:",
        "media-src 'self' blob: data:",
        `frame-ancestors ${config.frameAncestors.join(' ')}`,
      ].join('; ');
    case 'portal':
      return [...own, "connect-src 'self' ws: wss:", "frame-src 'self'", "frame-ancestors 'self'"].join('; ');
    case 'advisor':
      return [
        ...own,
        "connect-src 'self'",
        `frame-ancestors ${["'self'", ...(config.microsoft === null ? [] : TEAMS_HOSTS)].join(' ')}`,
      ].join('; ');
  }
}
