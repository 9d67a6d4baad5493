import { HOLIDAYS, type Holiday, PARTS, type Part, type Role, type Roles, UNITS, type Unit } from './roles';

/** Gives the same roles to several spellings. */
export function spellings(texts: string, roles: Roles): Record<string, Roles> {
  return Object.fromEntries(texts.split('|').map((text) => [text, roles]));
}

/** A word for a unit of time. */
export const unit = (name: Unit): Roles => ({ unit: UNITS.indexOf(name) });
/** A word for a part of the day. */
export const part = (name: Part): Roles => ({ part: PARTS.indexOf(name) });
/** A name of a feast. */
export const holiday = (name: Holiday): Roles => ({ holiday: HOLIDAYS.indexOf(name) });

/** One role, value 0, for a list of words. */
export function glue(role: Role, texts: string): Record<string, Roles> {
  return spellings(texts, { [role]: 0 });
}
