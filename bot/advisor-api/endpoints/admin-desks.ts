import { DateTime } from 'luxon';
import { frenchPublicHolidays } from '../../../data/calendar/holidays';
import type { DeskWeek } from '../../../data/desks/admin-types';
import type { DeskId } from '../../../data/desks/types';
import type { Setting } from '../../../data/settings/types';
import { DEFAULT_TARGETS, type SlaTargets } from '../../../data/sla/targets';
import type { DeadlinesView, HolidaysView, HoursView } from '../contract-admin';
import { type ApiParts, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import {
  conflictOf,
  dayBody,
  deadlinesAnswer,
  deadlinesBody,
  holidaysAnswer,
  holidaysQuery,
  hoursAnswer,
  hoursBody,
  removeDayBody,
} from '../schemas-admin';
import type { DeskScope } from '../scope';

const roles = ['supervisor', 'admin'] as const;

/** GET /settings/:id/hours */
export const showHours = endpoint({
  method: 'get',
  path: '/settings/:id/hours',
  summary: 'The weekly opening hours of a desk',
  answer: hoursAnswer,
  roles,
  async handle({ params, scope }, { services }) {
    const desk = ownDesk(params.id, scope);
    return {
      kind: 'json',
      body: await hoursView(desk, await services.deskAdministration.hours(desk), services),
    };
  },
});

/** POST /settings/:id/hours: deadlines of open tickets follow. */
export const saveHours = endpoint({
  method: 'post',
  path: '/settings/:id/hours',
  summary: 'Set the weekly opening hours of a desk; deadlines of its open tickets follow',
  body: hoursBody,
  answer: hoursAnswer,
  conflicts: conflictOf(hoursAnswer),
  roles,
  async handle({ params, body, scope }, { services }) {
    const deskId = ownDesk(params.id, scope);
    const command = { deskId, openingHours: body.hours, expectedVersion: body.version };
    const saved = await services.deskAdministration.saveHours(command);
    if (saved.ok) {
      scope.changed = { before: saved.value.before, after: saved.value.now.openingHours };
      return { kind: 'json', body: await hoursView(deskId, saved.value.now, services) };
    }
    const { fault } = saved;
    if (fault.code === 'wrong-hours') {
      const detail = fault.faults.map(({ weekday, code }) => `${weekday ?? 'week'}: ${code}`).join(', ');
      throw new ApiFault('wrong-hours', { detail });
    }
    throw new ApiFault('setting-changed', { current: await hoursView(deskId, fault.current, services) });
  },
});

/** GET /settings/:id/holidays: a year's public holidays and the days that the desk has set. */
export const showHolidays = endpoint({
  method: 'get',
  path: '/settings/:id/holidays',
  summary: 'Public holidays, closures and exceptional openings of a desk in a year',
  query: holidaysQuery,
  answer: holidaysAnswer,
  roles,
  async handle({ params, query, scope, now }, { services }) {
    const desk = ownDesk(params.id, scope);
    const { zone } = await services.desks.find(desk);
    const year = query.year ?? DateTime.fromJSDate(now, { zone }).year;
    return { kind: 'json', body: await holidaysView(desk, year, services) };
  },
});

/** POST /settings/:id/holidays: closes the desk on a day, or opens it. */
export const addDay = endpoint({
  method: 'post',
  path: '/settings/:id/holidays',
  summary: 'Close a desk on a day, or open it on one; deadlines of its open tickets follow',
  body: dayBody,
  answer: holidaysAnswer,
  roles,
  async handle({ params, body, scope }, { services }) {
    const deskId = ownDesk(params.id, scope);
    const exception = { ...body, spans: body.open ? body.spans : null };
    const saved = await services.deskAdministration.saveException({ deskId, exception });
    if (!saved.ok) throw new ApiFault(saved.fault.code === 'day-taken' ? 'day-taken' : 'wrong-hours');
    scope.changed = { before: null, after: { ...saved.value.exception } };
    return { kind: 'json', body: await holidaysView(deskId, yearOf(body.day), services) };
  },
});

/** POST /settings/:id/holidays/remove: takes back what was set for a day. */
export const removeDay = endpoint({
  method: 'post',
  path: '/settings/:id/holidays/remove',
  summary: 'Take back a closure or an exceptional opening; deadlines of open tickets follow',
  body: removeDayBody,
  answer: holidaysAnswer,
  roles,
  async handle({ params, body, scope }, { services }) {
    const deskId = ownDesk(params.id, scope);
    const before = await services.deskAdministration.removeException(deskId, body.day);
    scope.changed = { before: before && { ...before }, after: null };
    return { kind: 'json', body: await holidaysView(deskId, yearOf(body.day), services) };
  },
});

/** GET /settings/:id/deadlines */
export const showDeadlines = endpoint({
  method: 'get',
  path: '/settings/:id/deadlines',
  summary: 'Within which opening hours a desk replies and solves, by priority',
  answer: deadlinesAnswer,
  roles,
  async handle({ params, scope }, { services }) {
    const desk = ownDesk(params.id, scope);
    const setting = await services.deskAdministration.targets(desk);
    return { kind: 'json', body: await deadlinesView(desk, setting, services) };
  },
});

/** POST /settings/:id/deadlines: those of open tickets follow. */
export const saveDeadlines = endpoint({
  method: 'post',
  path: '/settings/:id/deadlines',
  summary: 'Set within which opening hours a desk replies and solves; open tickets follow',
  body: deadlinesBody,
  answer: deadlinesAnswer,
  conflicts: conflictOf(deadlinesAnswer),
  roles,
  async handle({ params, body, advisor, scope, now }, { services }) {
    const deskId = ownDesk(params.id, scope);
    const { targets, version: expectedVersion } = body;
    const command = { deskId, targets, expectedVersion, advisorId: advisor.id, now };
    const saved = await services.deskAdministration.saveTargets(command);
    if (saved.ok) {
      scope.changed = { before: saved.value.before, after: saved.value.now.value };
      return { kind: 'json', body: await deadlinesView(deskId, saved.value.now, services) };
    }
    const { fault } = saved;
    if (fault.code === 'conflict') {
      throw new ApiFault('setting-changed', {
        current: await deadlinesView(deskId, fault.current, services),
      });
    }
    const detail = fault.faults
      .map(({ priority, clock, code }) => `${priority} ${clock}: ${code}`)
      .join(', ');
    throw new ApiFault('wrong-deadlines', { detail });
  },
});

/** A desk of the caller's, noted for the log. @throws ApiFault `not-found` */
function ownDesk(id: string | undefined, scope: DeskScope): DeskId {
  const desk = scope.desk(id ?? '');
  scope.lastSeen = { id: desk, deskId: desk };
  return desk;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

type Services = ApiParts['services'];

async function hoursView(desk: DeskId, week: DeskWeek, { desks }: Services): Promise<HoursView> {
  const { zone } = await desks.find(desk);
  return { desk, zone, hours: week.openingHours, version: week.version };
}

async function holidaysView(desk: DeskId, year: number, { desks }: Services): Promise<HolidaysView> {
  const { exceptions } = await desks.find(desk);
  return {
    desk,
    year,
    holidays: frenchPublicHolidays(year),
    days: exceptions.filter(({ day }) => yearOf(day) === year),
  };
}

async function deadlinesView(
  desk: DeskId,
  { value, version, updatedById, updatedAt }: Setting<SlaTargets>,
  { advisors }: Services,
): Promise<DeadlinesView> {
  const by = updatedById === null ? null : await advisors.find(updatedById);
  return {
    desk,
    targets: value,
    builtIn: DEFAULT_TARGETS,
    version,
    updatedBy: by?.name ?? null,
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}
