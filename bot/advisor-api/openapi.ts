import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { endpoints } from './endpoints';
import { conflictAnswer, errorAnswer, liveEvent } from './schemas';

type JsonObject = { readonly [key: string]: unknown };

/** The advisors' part of /api/openapi.json (OpenAPI 3.1): its paths, written from the schemas that check the calls. */
export function advisorApiPaths(): Readonly<Record<string, JsonObject>> {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const endpoint of endpoints) {
    const path = `/api/advisor${endpoint.path}`.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method] = operation(endpoint);
  }
  return paths;
}

function operation(endpoint: Endpoint): JsonObject {
  return {
    tags: ['advisor'],
    operationId: endpoint.path
      .split(/[/:]/)
      .filter(Boolean)
      .reduce((id, part) => id + part.charAt(0).toUpperCase() + part.slice(1), endpoint.method),
    summary: endpoint.summary,
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(endpoint.body && { requestBody: { required: true, content: json(endpoint.body, 'input') } }),
    ...(endpoint.upload && {
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
    }),
    responses: {
      ...success(endpoint),
      ...(endpoint.conflicts && {
        409: {
          description: 'Somebody was faster, or it cannot be changed any more: what it is now',
          content: json(endpoint.conflicts === true ? conflictAnswer : endpoint.conflicts),
        },
      }),
      default: { description: 'Refused', content: json(errorAnswer) },
    },
  };
}

function success({ answer }: Endpoint): JsonObject {
  if (answer === null) return { 204: { description: 'Done' } };
  if (answer === 'file') {
    return { 200: { description: 'The file', content: { 'application/octet-stream': {} } } };
  }
  if (answer === 'csv') {
    return { 200: { description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } } };
  }
  if (answer === 'event-stream') {
    return {
      200: {
        description: 'Server-sent events; each data line is one of these objects',
        content: { 'text/event-stream': { schema: jsonSchema(liveEvent) } },
      },
    };
  }
  return { 200: { description: 'OK', content: json(answer) } };
}

function pathParameters({ path }: Endpoint): JsonObject[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Endpoint): JsonObject[] {
  if (query === undefined) return [];
  const properties = (jsonSchema(query, 'input').properties ?? {}) as Record<string, JsonObject>;
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const json = (schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonObject => ({
  'application/json': { schema: jsonSchema(schema, io) },
});

/** OpenAPI 3.1 speaks this draft by itself: the schema need not name it. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonObject {
  return { ...z.toJSONSchema(schema, { io, target: 'draft-2020-12' }), $schema: undefined };
}
