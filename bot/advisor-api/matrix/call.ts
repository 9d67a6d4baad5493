import { endpoints } from '../endpoints';
import { MATRIX_DESKS } from './callers';
import { type Sent, caseOf } from './cases';
import type { SignedIn, Thing, World } from './world';

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** What it holds of desks that are not the caller's. */
  readonly leaked: readonly string[];
}

/** Calls an endpoint as its case says. `sent`: another query and body than the case's. */
export async function call(
  world: World,
  {
    endpoint,
    signedIn,
    thing,
    sent,
  }: {
    readonly endpoint: string;
    readonly signedIn: SignedIn;
    readonly thing: Thing;
    readonly sent?: Sent;
  },
): Promise<Answered> {
  const { caller, advisorId } = signedIn;
  const given = caseOf(endpoint);
  const cell = { world, thing, caller, nonce: world.nonce() };
  const request = sent ?? (await given?.send?.(cell)) ?? {};
  const leaves = given?.spendsSession === true && caller.session === 'open';
  const cookie = leaves ? await world.api.signIn(advisorId) : signedIn.cookie;
  const [method = '', pattern = ''] = endpoint.split(' ');
  const path =
    pattern.replace(/:\w+/, encodeURIComponent(thing.id)) + (request.query ? `?${request.query}` : '');
  const { status, text } = await send(world, { method, path, request, cookie });
  const asked = decodeURIComponent(path) + JSON.stringify(request.body ?? '');
  const closed = given?.constant === true ? [] : MATRIX_DESKS.filter((desk) => !caller.desks.includes(desk));
  const leaked = closed.flatMap((desk) => world.ids.foundIn(text, desk, asked));
  return { status, text, leaked };
}

async function send(
  { api }: World,
  {
    method,
    path,
    request,
    cookie,
  }: { readonly method: string; readonly path: string; readonly request: Sent; readonly cookie: string },
): Promise<{ status: number; text: string }> {
  if (isStream(method, path)) return openOnly(`${api.url}/api/advisor${path}`, cookie);
  if (method === 'GET') return api.get(path, cookie);
  const type = request.upload === true ? 'application/octet-stream' : 'application/json';
  return api.post(path, request.body ?? {}, cookie, { 'content-type': type });
}

const isStream = (method: string, path: string): boolean =>
  endpoints.some(
    (each) => each.answer === 'event-stream' && each.method.toUpperCase() === method && each.path === path,
  );

/** A stream does not end by itself: only how it begins is looked at here (streams.test.ts reads on). */
async function openOnly(url: string, cookie: string): Promise<{ status: number; text: string }> {
  const leave = new AbortController();
  const { status } = await fetch(url, { headers: { cookie }, signal: leave.signal });
  leave.abort();
  return { status, text: '' };
}
