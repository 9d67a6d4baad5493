import type { NewAuditEntry } from '../../data/audit/types';
import { type DeskId, isDeskId } from '../../data/desks/types';
import type { Caller, Endpoint } from './endpoint';

/** Fields that hold what somebody wrote, or a secret: the log says that they were there, not what they said. */
const UNTOLD = new Set([
  'text',
  'shown',
  'reason',
  'subject',
  'note',
  'current',
  'next',
  'secret',
  'password',
  'code',
  'q',
]);
const LONGEST_VALUE = 120;

interface AuditedCall extends Caller {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly query: unknown;
}

/**
 * What the audit log keeps of a call that succeeded: every change, and every look at somebody's records. null: neither.
 *
 * The desk and the id are those of what the scope let her see in this call, so that no reference of the address is believed.
 */
export function auditOf(endpoint: Endpoint, call: AuditedCall): NewAuditEntry | null {
  if (!isAudited(endpoint)) return null;
  const { advisor, scope, now, params, body, query } = call;
  const { action, entityKind } = actionOf(endpoint);
  const seen = scope.lastSeen;
  return {
    at: now,
    actor: { kind: 'advisor', id: advisor.id, name: advisor.name },
    action,
    deskId: seen?.deskId ?? deskOf(call),
    entityKind,
    entityId: seen?.id ?? params.id ?? null,
    detail: scope.changed === null ? tellable({ ...fields(query), ...fields(body) }) : { ...scope.changed },
  };
}

/** Whether the log keeps what an endpoint does. */
export const isAudited = ({ audit, method }: Endpoint): boolean =>
  (audit ?? (method === 'get' ? 'none' : 'change')) !== 'none';

/** How the log calls what an endpoint does. */
export function actionOf({ path, method }: Endpoint): {
  readonly action: string;
  readonly entityKind: string;
} {
  const [entityKind = '', ...rest] = path.split('/').filter((part) => part && !part.startsWith(':'));
  const verb = method === 'get' ? [...rest, 'read'] : rest;
  return { action: [entityKind, ...verb].join('.'), entityKind };
}

/** The desk that a call asked for, where it named no thing: a file of one desk is no news for the admins of others. */
function deskOf({ scope, body, query }: AuditedCall): DeskId | null {
  const { desk } = { ...fields(query), ...fields(body) };
  return typeof desk === 'string' && isDeskId(desk) && scope.allows(desk) ? desk : null;
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

function tellable(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const told = Object.entries(values).map(([key, value]) => [key, UNTOLD.has(key) ? '…' : short(value)]);
  return Object.fromEntries(told) as Readonly<Record<string, unknown>>;
}

/** A value that can be shown: lists by their length and first values, anything deeper not at all. */
function short(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_VALUE);
  if (Array.isArray(value)) return `${value.length}`;
  return typeof value === 'object' && value !== null ? '…' : value;
}
