import type { TicketPriority } from '../tickets/types';

/** What is measured: until somebody first replied to her, and until her request is solved. */
export const SLA_CLOCKS = ['first-reply', 'resolution'] as const;
export type SlaClock = (typeof SLA_CLOCKS)[number];

/** How long each clock may run, in minutes of the desk's opening hours. */
export type SlaTargets = Readonly<Record<TicketPriority, Readonly<Record<SlaClock, number>>>>;

const HOUR = 60;
/** A day of seven open hours, as desks have them at first (data/desks/defaults.ts). */
const DAY = 7 * HOUR;

/**
 * The targets of a new installation. The organisations' sources tell none: these are ours, a start to be set for each desk, and no promise
 * that may be made to a requester.
 */
export const DEFAULT_TARGETS: SlaTargets = {
  urgent: { 'first-reply': HOUR, resolution: DAY },
  high: { 'first-reply': 2 * HOUR, resolution: 2 * DAY },
  normal: { 'first-reply': DAY, resolution: 3 * DAY },
  low: { 'first-reply': 2 * DAY, resolution: 5 * DAY },
};

/** From the last quarter of its target on, a clock is amber. */
export const DUE_SOON_SHARE = 0.25;
