import { SLOT_MINUTES } from '../../data/appointments/slots';
import { localDate, nearestInstant } from '../form/local-time';
import { daysOf, fits, isAllowed, localSlot, type Wish } from './wish';

/** A free slot as a form holds it. */
export interface FreeSlot {
  readonly advisorId: string;
  readonly advisorName: string;
  /** ISO instant. */
  readonly startsAt: string;
}

/** The slots that are shown at once. */
export interface Offered {
  readonly slots: readonly FreeSlot[];
  /** fitting: what she wishes · after: nothing more of that, what comes next · nearest: nothing of that, the nearest. */
  readonly kind: 'fitting' | 'after' | 'nearest';
  readonly hasMore: boolean;
}

export const NOTHING_OFFERED: Offered = { slots: [], kind: 'nearest', hasMore: false };

const PAGE = 6;
const NEAREST = 3;

/**
 * Which of the free slots, in order of time, are shown: those that fit the wish, a page at a time, then what comes after them; where none
 * fits, the nearest. What she has ruled out is never shown. Pure.
 *
 * @param show.page 0 is the first one.
 * @param show.near the start of a slot that was taken: the nearest to it are shown first.
 */
export function offered(
  wish: Wish,
  free: readonly FreeSlot[],
  show: { readonly now: Date; readonly zone: string; readonly page: number; readonly near: Date | null },
): Offered {
  const { zone, now, page, near } = show;
  const local = (slot: FreeSlot) => localSlot(new Date(slot.startsAt), zone, SLOT_MINUTES);
  const allowed = free.filter((slot) => isAllowed(wish, local(slot)));
  const fitting = allowed.filter((slot) => fits(wish, local(slot)));
  const isSpread = wish.any.some(({ days, clock }) => days !== null || clock !== null);
  const wanted = isSpread ? spread(fitting, zone) : fitting;
  const isMissed = near !== null || wanted.length === 0;
  const centre = near ?? startOf(wish, now, zone);
  const first = isMissed ? inOrder(nearest(allowed, centre).slice(0, NEAREST)) : [];
  const rest = isMissed ? wanted.filter((slot) => !first.includes(slot)) : wanted;
  const last =
    wanted
      .map(({ startsAt }) => startsAt)
      .sort()
      .pop() ?? centre.toISOString();
  const after = allowed.filter(
    (slot) => slot.startsAt > last && !fitting.includes(slot) && !first.includes(slot),
  );
  const pages: Omit<Offered, 'hasMore'>[] = [
    ...(first.length > 0 ? [{ slots: first, kind: 'nearest' } as const] : []),
    ...chunks(rest).map((slots) => ({ slots: inOrder(slots), kind: 'fitting' }) as const),
    ...chunks(after).map((slots) => ({ slots, kind: 'after' }) as const),
  ];
  const shown = pages[Math.min(page, pages.length - 1)];
  return shown === undefined ? NOTHING_OFFERED : { ...shown, hasMore: page < pages.length - 1 };
}

/** The instant that a wish begins at. */
function startOf(wish: Wish, now: Date, zone: string): Date {
  const clock = wish.any[0]?.clock?.from ?? '00:00';
  const start = nearestInstant(`${daysOf(wish, now, zone).from}T${clock}`, zone);
  return start > now ? start : now;
}

function nearest(slots: readonly FreeSlot[], to: Date): readonly FreeSlot[] {
  const distance = ({ startsAt }: FreeSlot): number => Math.abs(new Date(startsAt).getTime() - to.getTime());
  return slots.toSorted((a, b) => distance(a) - distance(b));
}

const inOrder = (slots: readonly FreeSlot[]): readonly FreeSlot[] =>
  slots.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));

const chunks = (slots: readonly FreeSlot[]): readonly (readonly FreeSlot[])[] =>
  Array.from({ length: Math.ceil(slots.length / PAGE) }, (_, index) =>
    slots.slice(index * PAGE, (index + 1) * PAGE),
  );

/** Over several days, one of each half day first: who says "la semaine prochaine" is not shown six times Monday morning. */
function spread(slots: readonly FreeSlot[], zone: string): readonly FreeSlot[] {
  const days = new Set(slots.map((slot) => localDate(new Date(slot.startsAt), zone)));
  if (days.size < 2) return slots;
  const halves = new Map<string, FreeSlot[]>();
  for (const slot of slots) {
    const at = localSlot(new Date(slot.startsAt), zone, SLOT_MINUTES);
    const half = `${at.date} ${at.start < 720}`;
    halves.set(half, [...(halves.get(half) ?? []), slot]);
  }
  const rounds = Math.max(...[...halves.values()].map((half) => half.length));
  return Array.from({ length: rounds }, (_, round) =>
    [...halves.values()].flatMap((half) => half.slice(round, round + 1)),
  ).flat();
}
