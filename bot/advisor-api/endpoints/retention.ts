import { DESK_IDS, type DeskId } from '../../../data/desks/types';
import type { AuditEntry } from '../../../data/audit/types';
import {
  NEVER,
  RETENTION_LIMITS,
  retentionFaults,
  type Retention,
  type RetentionDays,
} from '../../../data/retention/rules';
import { RETENTION_KEY } from '../../../data/retention/service';
import type { Setting, SettingScope } from '../../../data/settings/types';
import type { RetentionChange, RetentionView } from '../contract-records';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import {
  retentionAnswer,
  retentionCountsAnswer,
  retentionPageAnswer,
  saveRetentionBody,
  tryRetentionBody,
} from '../schemas-records';
import type { DeskScope } from '../scope';

const roles = ['admin'] as const;
const MOST_LISTED = 20;

/** GET /retention: what is kept how long on the caller's desks, and who changed it. */
export const showRetention = endpoint({
  method: 'get',
  path: '/retention',
  summary: 'How long records of your desks are kept, and who changed it',
  answer: retentionPageAnswer,
  roles,
  async handle({ scope }, { services }) {
    const scopes: readonly SettingScope[] = [
      ...(hasHouse(scope) ? (['house'] as const) : []),
      ...scope.deskIds,
    ];
    const settings = await Promise.all(
      scopes.map(async (one) => retentionView(one, await services.retention.find(one))),
    );
    const changes = await services.audit.list({
      deskIds: scope.deskIds,
      withoutDesk: hasHouse(scope),
      action: 'retention',
      limit: MOST_LISTED,
    });
    return { kind: 'json', body: { settings, limits: RETENTION_LIMITS, history: changes.map(changeOf) } };
  },
});

/** POST /retention/try: how much would be deleted now. Deletes nothing. */
export const tryRetention = endpoint({
  method: 'post',
  path: '/retention/try',
  summary: 'How much would be deleted now if these periods held',
  body: tryRetentionBody,
  answer: retentionCountsAnswer,
  roles,
  audit: 'none',
  async handle({ body, scope, now }, { services }) {
    const target = allowed(body.scope, scope);
    refuseFaults(body.days);
    const desks = target === 'house' ? await followers(services.retention.find) : [target];
    return {
      kind: 'json',
      body: await services.retention.count(body.days, desks, target === 'house', now),
    };
  },
});

/** POST /retention: sets it. What is too old is deleted from then on, a little at a time. */
export const saveRetention = endpoint({
  method: 'post',
  path: '/retention',
  summary: 'Set how long records are kept',
  body: saveRetentionBody,
  answer: retentionAnswer,
  roles,
  audit: 'none',
  async handle({ body, advisor, scope, now }, { services }) {
    const target = allowed(body.scope, scope);
    const value: Retention =
      body.follows && target !== 'house'
        ? { follows: true, days: NEVER }
        : { follows: false, days: body.days };
    refuseFaults(value.days);
    const before = await services.retention.find(target);
    const saved = await services.settings.save({
      scope: target,
      key: RETENTION_KEY,
      value,
      expectedVersion: body.version,
      advisorId: advisor.id,
      now,
    });
    if (!saved.ok) throw new ApiFault('setting-changed');
    await services.audit.record({
      at: now,
      actor: { kind: 'advisor', id: advisor.id, name: advisor.name },
      action: 'retention',
      deskId: target === 'house' ? null : target,
      entityKind: 'retention',
      entityId: target,
      detail: { before: before.value.days, after: value.days },
    });
    return { kind: 'json', body: retentionView(target, saved.value) };
  },
});

/** The house is everybody's: only an admin of every desk sees and sets it. */
const hasHouse = (scope: DeskScope): boolean => DESK_IDS.every((id) => scope.allows(id));

function allowed(target: SettingScope, scope: DeskScope): SettingScope {
  if (target !== 'house') return scope.desk(target);
  if (!hasHouse(scope)) throw new ApiFault('not-found');
  return target;
}

function refuseFaults(days: RetentionDays): void {
  const [item] = retentionFaults(days);
  if (item === undefined) return;
  const { min, max } = RETENTION_LIMITS[item];
  throw new ApiFault('invalid', { detail: `${item}: ${min}–${max}` });
}

async function followers(find: (scope: DeskId) => Promise<Setting<Retention>>): Promise<readonly DeskId[]> {
  const desks = await Promise.all(DESK_IDS.map(async (id) => ({ id, ...(await find(id)) })));
  return desks.filter(({ value }) => value.follows).map(({ id }) => id);
}

const retentionView = (scope: SettingScope, { value, version }: Setting<Retention>): RetentionView => ({
  scope,
  ...value,
  version,
});

const changeOf = ({ id, at, actor, entityId, detail }: AuditEntry): RetentionChange => ({
  id,
  at: at.toISOString(),
  actor: actor.name,
  scope: entityId ?? '',
  before: detail.before as RetentionDays,
  after: detail.after as RetentionDays,
});
