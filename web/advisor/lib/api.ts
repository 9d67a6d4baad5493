import type { ApiError, ConflictError, MessageView, TicketSummary } from '../../../bot/advisor-api/contract';
import { fetchSignedIn } from './bearer';
import type { HeldError, LiveView, RepliedMeanwhileError } from '../../../bot/advisor-api/contract-live';

/** A call that did not succeed. Status 0: the server could not be reached. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** With status 409: the ticket as it is now. */
    readonly current: TicketSummary | null = null,
    /** The whole answer, as it came. */
    readonly body: unknown = null,
  ) {
    super(message);
    this.name = 'ApiFailure';
  }

  /** With status 409: what the call was about, as it is now. */
  currentOf<T>(): T | null {
    return (this.body as { readonly current?: T } | null)?.current ?? null;
  }

  /** With status 409: who holds the chat. */
  get hold(): LiveView['hold'] {
    return (this.body as Partial<HeldError> | null)?.hold ?? null;
  }

  /** With status 409: what colleagues have replied meanwhile. */
  get replies(): readonly MessageView[] | null {
    return (this.body as Partial<RepliedMeanwhileError> | null)?.replies ?? null;
  }

  get signedOut(): boolean {
    return this.status === 401;
  }
}

const BASE = '/api/advisor';

/** GET below /api/advisor. @throws ApiFailure */
export function get<T>(path: string): Promise<T> {
  return call<T>(path, { headers: { accept: 'application/json' } });
}

/** POST below /api/advisor. @throws ApiFailure */
export function post<T>(path: string, body: unknown = {}, init: RequestInit = {}): Promise<T> {
  return call<T>(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  });
}

/** POST of a file below /api/advisor, as its bytes. @throws ApiFailure */
export function upload<T>(path: string, file: Blob): Promise<T> {
  return call<T>(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    body: file,
  });
}

/** GET of a file below /api/advisor, saved under the name that the server gives it. @throws ApiFailure */
export async function download(path: string): Promise<void> {
  const response = await request(path, {});
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => null));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName(response.headers.get('content-disposition') ?? '');
  link.click();
  // The browser has taken the file over by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const fileName = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'export');

/** A file of a conversation, below /api/advisor. */
export const attachmentPath = (id: string): string => `/attachments/${encodeURIComponent(id)}`;

/** Where a file of a conversation is opened with the session's cookie. */
export const attachmentHref = (id: string): string => BASE + attachmentPath(id);

/** A file of a conversation. @throws ApiFailure */
export async function attachmentBlob(id: string): Promise<Blob> {
  const response = await request(attachmentPath(id), {});
  if (!response.ok) throw failureOf(response.status, null);
  return response.blob();
}

/** Where the event stream is. */
export const EVENTS_HREF = `${BASE}/events`;

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = new Headers(init.headers);
    // Refusals are told in the language that the page is shown in, whatever the browser's own is.
    headers.set('accept-language', document.documentElement.lang);
    return await fetchSignedIn(BASE + path, { ...init, headers });
  } catch {
    throw new ApiFailure(0, 'offline', '');
  }
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await request(path, init);
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw failureOf(response.status, body);
}

function failureOf(status: number, body: unknown): ApiFailure {
  const { error, current } = (body ?? {}) as Partial<ApiError & ConflictError>;
  return new ApiFailure(status, error?.code ?? 'internal', error?.message ?? '', current ?? null, body);
}
