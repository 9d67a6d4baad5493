import type { Route } from './http';
import type { Metrics } from './metrics';
import { sendJson } from './respond';

/** One thing that must be so before people are let in; it throws or answers false when it is not. */
export interface ReadyCheck {
  readonly name: string;
  readonly check: () => Promise<boolean>;
}

/** `/healthz` (the process answers), `/readyz` (its parts work), `/metrics` (Prometheus). */
export function healthRoutes(checks: readonly ReadyCheck[], metrics: Metrics): Route[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      summary: 'The process answers',
      handler: async (_req, res) => sendJson(res, 200, { status: 'ok' }),
    },
    {
      method: 'get',
      path: '/readyz',
      summary: 'Database, migrations and knowledge are ready',
      async handler(_req, res) {
        const results = await Promise.all(
          checks.map(async ({ name, check }) => [name, await check().catch(() => false)] as const),
        );
        const ready = results.every(([, passed]) => passed);
        sendJson(res, ready ? 200 : 503, {
          status: ready ? 'ready' : 'not-ready',
          checks: Object.fromEntries(results.map(([name, passed]) => [name, passed ? 'ok' : 'failed'])),
        });
      },
    },
    {
      method: 'get',
      path: '/metrics',
      summary: 'Figures for Prometheus',
      async handler(_req, res) {
        const text = await metrics.registry.metrics();
        res.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' });
        res.end(text);
      },
    },
  ];
}
