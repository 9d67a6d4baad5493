import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisorApiPaths } from './openapi';

interface Operation {
  readonly parameters: readonly { name: string; in: string }[];
  readonly requestBody?: { content: Record<string, { schema: { required?: string[] } }> };
  readonly responses: Record<string, unknown>;
}

const paths = advisorApiPaths() as Record<string, Record<string, Operation>>;
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);

test('everything that the contract lists is described, and nothing else', () => {
  const contract = readdirSync(__dirname)
    .filter((name) => /^contract(-[\w-]+)?\.ts$/.test(name))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'))
    .join('\n');
  const listed = [...contract.matchAll(/^ \* (GET|POST) +(\/api\/advisor[\w/:-]*)/gm)].map(
    ([, method, path]) => `${method} ${path?.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(listed.length).toBeGreaterThan(10);
  expect(described.sort()).toEqual(listed.sort());
});

test('a body, a query and an id are described from what checks them', () => {
  const write = paths['/api/advisor/tickets/{id}/messages']?.post;
  expect(write?.parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]);
  expect(write?.requestBody?.content['application/json']?.schema.required).toEqual([
    'kind',
    'text',
    'clientId',
  ]);
  const list = paths['/api/advisor/tickets']?.get;
  expect(list?.parameters[0]).toMatchObject({ name: 'view', in: 'query', schema: { default: 'open' } });
});

test('an endpoint that meets stale versions says so', () => {
  expect(Object.keys(paths['/api/advisor/tickets/{id}/status']?.post?.responses ?? {})).toContain('409');
});

test('it is JSON', () => {
  expect(JSON.parse(JSON.stringify(paths))).toMatchObject({
    '/api/advisor/me': { get: { tags: ['advisor'] } },
  });
});
