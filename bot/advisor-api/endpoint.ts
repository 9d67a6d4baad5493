import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Advisor, AdvisorRole } from '../../data/advisors/types';
import type { AdvisorApiDeps } from './deps';
import { ApiFault } from './errors';
import type { LiveStreams } from './live-streams';
import type { DeskScope } from './scope';
import type { TicketViews } from './ticket-views';

/** Who calls, and what she may see; the same for every endpoint. */
export interface Caller {
  readonly advisor: Advisor;
  readonly sessionToken: string;
  readonly scope: DeskScope;
  readonly now: Date;
}

/** What every endpoint works with, built once. */
export interface ApiParts extends AdvisorApiDeps {
  readonly views: TicketViews;
  readonly streams: LiveStreams;
  /** Ends the session of a request and answers the header that takes its cookie away. */
  endSession(req: IncomingMessage): Promise<string>;
}

export type Answer =
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'nothing'; readonly headers?: Readonly<Record<string, string>> }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly contentType: string;
      readonly content: Uint8Array;
    }
  /** A file that is written while it is read. */
  | {
      readonly kind: 'stream';
      readonly name: string;
      readonly contentType: string;
      readonly chunks: AsyncIterable<string>;
    }
  /** The handler has taken the response over (the event stream). */
  | { readonly kind: 'taken' };

interface Call<Body, Query> extends Caller {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

interface Definition<Body, Query> {
  readonly method: 'get' | 'post';
  /** restify syntax, below /api/advisor. */
  readonly path: string;
  /** One line for the API's description. */
  readonly summary: string;
  readonly body?: z.ZodType<Body>;
  /** Its body is a file, as application/octet-stream; the handler reads it. */
  readonly upload?: true;
  readonly query?: z.ZodType<Query>;
  /** The JSON answered; 'file', 'csv', 'event-stream' or null (204) for what is not JSON. */
  readonly answer: z.ZodType | 'file' | 'csv' | 'event-stream' | null;
  /** What a stale version is answered with (409): the thing as it is now. true: a ticket. */
  readonly conflicts?: boolean | z.ZodType;
  /** Who may call it, beside being of the desk; absent: every role. */
  readonly roles?: readonly AdvisorRole[];
  /**
   * What the audit log keeps of it; absent: every call that changes something, none that reads. `personal-data`: somebody's records were
   * looked at. `none`: nothing that anybody would ask about later (a typing sign).
   */
  readonly audit?: 'change' | 'personal-data' | 'none';
  handle(call: Call<Body, Query>, parts: ApiParts): Promise<Answer>;
}

/** An endpoint whose body and query are checked before its handler sees them. */
export interface Endpoint extends Omit<Definition<unknown, unknown>, 'handle'> {
  run(call: Call<unknown, unknown>, parts: ApiParts): Promise<Answer>;
}

/** Declares an endpoint; its handler gets body and query as their schemas say. */
export function endpoint<Body = undefined, Query = undefined>(definition: Definition<Body, Query>): Endpoint {
  const { handle, ...rest } = definition;
  return {
    ...rest,
    run: (call, parts) =>
      handle(
        {
          ...call,
          body: checked(definition.body, call.body),
          query: checked(definition.query, call.query),
        },
        parts,
      ),
  };
}

/** A part of the request without a schema is not handed on at all. */
function checked<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
  if (schema === undefined) return undefined as T;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiFault('invalid', { detail: issue && `${issue.path.join('.') || 'body'}: ${issue.message}` });
}
