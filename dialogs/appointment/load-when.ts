import type { FormState } from '../form/types';
import { nearestInstant, plusDays } from '../form/local-time';
import type { Scene } from '../scene';
import { NOTHING_OFFERED, offered, type FreeSlot, type Offered } from './offers';
import { pageOf, parseSlot, type WhenEnv } from './when';
import { daysOf, exactStart, parseWish } from './wish';

/** How far after a wish without a free slot the nearest ones are looked for. */
const NEAREST_DAYS = 21;
const EVERY_SLOT = Number.MAX_SAFE_INTEGER;

/** An appointment that is to be moved: its own time counts as free, but is not offered. */
export interface Moving {
  readonly id: string;
  readonly advisorId: string;
  readonly startsAt: Date;
}

/** Reads what the question of when is put with: the desk's advisors, and the free slots for the wish so far. */
export async function loadWhen(scene: Scene, state: FormState, moving?: Moving): Promise<WhenEnv> {
  const { turn, services, zone, knowledge } = scene;
  const advisors = await services.advisors.ofDesks([turn.desk]);
  return {
    now: turn.now,
    zone,
    readTimes: knowledge.readTimes.bind(knowledge),
    matchNames: knowledge.matchNames.bind(knowledge),
    advisors: advisors.filter(({ role }) => role !== 'admin').map(({ id, name }) => ({ id, name })),
    ownAdvisorId: turn.person?.advisorId ?? null,
    offered: await loadOffered(scene, state, moving),
  };
}

async function loadOffered(scene: Scene, state: FormState, moving?: Moving): Promise<Offered> {
  const { turn, services, zone } = scene;
  const stored = String(state.values['day'] ?? '');
  const wish = parseWish(stored);
  if (wish === null || turn.person === null) return NOTHING_OFFERED;
  const days = daysOf(wish, turn.now, zone);
  const free = await services.appointments.free({
    deskId: turn.desk,
    personId: turn.person.id,
    from: nearestInstant(`${days.from}T00:00`, zone),
    to: nearestInstant(`${plusDays(days.to, NEAREST_DAYS)}T00:00`, zone),
    now: turn.now,
    limit: EVERY_SLOT,
    ...(wish.advisors.length === 0 ? {} : { advisorIds: wish.advisors }),
    ...(moving && { moving: moving.id }),
  });
  const slots = free
    .filter(
      (slot) => slot.advisorId !== moving?.advisorId || slot.startsAt.getTime() !== moving.startsAt.getTime(),
    )
    .map(({ advisorId, advisorName, startsAt }): FreeSlot => ({
      advisorId,
      advisorName,
      startsAt: startsAt.toISOString(),
    }));
  const page = pageOf(state.values['page'], stored);
  return offered(wish, slots, {
    now: turn.now,
    zone,
    page,
    near: page === 0 ? missedSlot(scene, state) : null,
  });
}

/** The start of the slot that was taken while she confirmed it. */
function missedSlot({ zone }: Scene, state: FormState): Date | null {
  const refusal = state.refusals['slot']?.code;
  if (refusal !== 'taken' && refusal !== 'too-soon') return null;
  const chosen = parseSlot(String(state.values['slot'] ?? ''))?.startsAt;
  if (chosen !== undefined) return new Date(chosen);
  const wish = parseWish(String(state.values['day'] ?? ''));
  const exact = wish === null ? null : exactStart(wish);
  return exact === null ? null : nearestInstant(exact, zone);
}
