import { z } from 'zod';
import { ADVISOR_ROLES } from '../../data/advisors/types';
import { DESK_IDS } from '../../data/desks/types';
import { errorAnswer } from './schemas';

const instant = z.iso.datetime();
const ref = z.object({ id: z.string(), name: z.string() });
const role = z.enum(ADVISOR_ROLES);
const desk = z.enum(DESK_IDS);
const name = z.string().trim().min(1).max(100);
const version = z.int().min(0);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
const span = z.object({ from: time, to: time });
/** No day has more parts than these. */
const spans = z.array(span).max(6);

export const conflictOf = <T extends z.ZodType>(current: T) => errorAnswer.extend({ current });

export const addAdvisorBody = z.object({
  name,
  email: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  role,
  desks: z.array(desk).max(DESK_IDS.length),
});
export const changeAdvisorBody = z.object({ name, role, desks: z.array(desk).max(DESK_IDS.length), version });
export const activeBody = z.object({ active: z.boolean() });
export const absenceBody = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  fromTime: time.optional(),
  toTime: time.optional(),
  coverId: z.string().max(100).nullable(),
});

export const adminAdvisorAnswer = ref.extend({
  email: z.string(),
  role,
  desks: z.array(z.string()),
  teams: z.array(z.object({ id: z.string(), desk: z.string(), name: z.string() })),
  active: z.boolean(),
  lastSeenAt: instant.nullable(),
  absentNow: z.boolean(),
  absences: z.array(z.object({ id: z.string(), startsAt: instant, endsAt: instant, cover: ref.nullable() })),
  openTickets: z.int(),
  appointments: z.int(),
  version: z.int(),
  mine: z.boolean(),
});
export const directoryAnswer = z.object({
  advisors: z.array(adminAdvisorAnswer),
  desks: z.array(z.object({ id: z.string(), name: z.string(), zone: z.string() })),
  roles: z.array(role),
});
export const linkAnswer = z.object({ url: z.string(), expiresAt: instant });
export const newAdvisorAnswer = z.object({ advisor: adminAdvisorAnswer, link: linkAnswer });

const teamContent = z.object({
  name,
  categories: z.array(z.string().min(1).max(60)).max(60),
  memberIds: z.array(z.string().max(100)).min(1).max(500),
});
export const createTeamBody = teamContent.extend({ desk: z.string().max(60) });
export const changeTeamBody = teamContent.extend({ version });
export const teamAnswer = z.object({
  id: z.string(),
  desk: z.string(),
  name: z.string(),
  categories: z.array(z.string()),
  members: z.array(ref),
  version: z.int(),
});
export const teamsAnswer = z.object({ teams: z.array(teamAnswer) });

const week = z.record(z.string().regex(/^[1-7]$/), spans);
export const hoursBody = z.object({ hours: week, version });
export const hoursAnswer = z.object({
  desk: z.string(),
  zone: z.string(),
  hours: z.record(z.string(), z.array(z.object({ from: z.string(), to: z.string() }))),
  version: z.int(),
});

export const holidaysQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
export const dayBody = z.object({
  day: z.iso.date(),
  label: name,
  open: z.boolean(),
  spans: spans.min(1).nullable(),
});
export const removeDayBody = z.object({ day: z.iso.date() });
export const holidaysAnswer = z.object({
  desk: z.string(),
  year: z.int(),
  holidays: z.array(z.iso.date()),
  days: z.array(
    z.object({ day: z.iso.date(), label: z.string(), open: z.boolean(), spans: z.array(span).nullable() }),
  ),
});

/** Longer than a year of opening hours is no deadline. */
const minutes = z.int().max(150_000);
const clocks = z.object({ 'first-reply': minutes, resolution: minutes });
const targets = z.object({ urgent: clocks, high: clocks, normal: clocks, low: clocks });
export const deadlinesBody = z.object({ targets, version });
export const deadlinesAnswer = z.object({
  desk: z.string(),
  targets,
  builtIn: targets,
  version: z.int(),
  updatedBy: z.string().nullable(),
  updatedAt: instant.nullable(),
});
