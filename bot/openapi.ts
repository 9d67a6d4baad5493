import { readFileSync } from 'node:fs';
import type { Route } from './http';
import { fromRoot } from './project-root';
import { sendJson } from './respond';

type JsonObject = { readonly [key: string]: unknown };

/** `GET /api/openapi.json`, assembled from the routes themselves: what is not routed is not described. */
export function openApiRoute(
  routes: readonly Route[],
  advisorPaths: () => Readonly<Record<string, JsonObject>>,
): Route {
  const self: Route = {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    handler: async (_req, res) => sendJson(res, 200, openApiDocument([...routes, self], advisorPaths())),
  };
  return self;
}

/** An OpenAPI 3.1 document of the routes that have a summary, and of the advisors' API. */
export function openApiDocument(
  routes: readonly Route[],
  advisorPaths: Readonly<Record<string, JsonObject>>,
): JsonObject {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    if (route.summary === undefined) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method === 'del' ? 'delete' : route.method] = describe(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guichet', version, description: 'Support desk assistant: web chat, channels, advisors.' },
    paths: { ...paths, ...advisorPaths },
    components: {
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
}

function describe(route: Route): JsonObject {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      '2XX': { description: 'Done' },
      '4XX': {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}
