import { localClock, localDate } from '../form/local-time';
import { saidTime } from '../form/said-time';
import type { Heard, Offer, Offers, SlotSpec } from '../form/types';
import { invalid, valid } from '../form/types';
import type { FreeSlot, Offered } from './offers';
import { namesParisTime } from './paris-time';
import { polarityOf } from './polarity';
import { readTimesIn } from './read-times';
import {
  asksForEarlier,
  asksForMore,
  asksForOwn,
  readWishes,
  saysNothingMore,
  type WishEnv,
} from './read-wish';
import { ANY_TIME, exactStart, isPast, parseWish, writeWish, type Wish } from './wish';

/** What the question of when is put with: see load-when.ts. */
export interface WhenEnv extends WishEnv {
  readonly offered: Offered;
}

/** When to meet, in two slots: the wish, and the free slot that answers it. Every dialog about a slot shares them. */
export const WHEN_SLOTS: readonly SlotSpec<WhenEnv>[] = [
  {
    name: 'day',
    // The slots for it, or the read-back, show it at once.
    quiet: true,
    aliases: ['jour', 'le jour', 'date', 'la date', 'day', 'the day'],
    validate: (value, _values, env) => {
      const wish = parseWish(String(value));
      if (wish === null) return invalid({ code: 'unclear' });
      return isPast(wish, env.now, env.zone) ? invalid({ code: 'in-past' }) : valid(value);
    },
  },
  {
    name: 'slot',
    aliases: ['creneau', 'le creneau', 'heure', 'l heure', 'horaire', 'slot', 'time'],
    known: (values, env) => exactSlot(String(values['day'] ?? ''), env),
    parse: readSlot,
    // A slot answers the wish it was offered for; another wish asks again.
    validate: (value, values) =>
      parseSlot(String(value))?.wish === values['day'] ? valid(value) : invalid({ code: 'other-day' }),
  },
];

/** A chosen slot, with the wish that it answers. */
export const slotValue = (wish: string, slot: FreeSlot): string =>
  `${wish}|${slot.startsAt}|${slot.advisorId}`;

/** Reads a chosen slot back. */
export function parseSlot(value: string): { wish: string; startsAt: string; advisorId: string } | null {
  const [wish, startsAt, advisorId] = value.split('|');
  return wish === undefined || startsAt === undefined || advisorId === undefined
    ? null
    : { wish, startsAt, advisorId };
}

/** Which page of the slots for a wish is shown. Another wish starts at its first one. */
export const pageValue = (page: number, wish: string): string => `${page}|${wish}`;

/** Reads it back for a wish. */
export function pageOf(value: unknown, wish: string): number {
  const [page, ofWish] = String(value ?? '').split('|');
  return ofWish === wish ? Number(page) || 0 : 0;
}

/** What a sentence says of when. A phone number in it is no time. @param base what a clock time alone belongs to, before a day is said. */
export function readWhen(heard: Heard<WhenEnv>, base: Wish | null = null): Offers {
  const { env, values } = heard;
  const current = String(values['day'] ?? '');
  const before = parseWish(current);
  const text = heard.whole.replace(PHONE, ' ').replace(MONTH_OF, ' ');
  if (heard.focus === 'slot' && before !== null) {
    if (asksForMore(text))
      return { page: { value: pageValue(pageOf(values['page'], current) + 1, current) } };
    if (asksForEarlier(text))
      return {
        day: { value: writeWish(earlier(before, env)) },
        earlierThan: { value: env.offered.slots[0]?.startsAt ?? '' },
      };
    if (readSlot(heard) !== null) return {};
  }
  // "Peu importe" to another question is no answer to this one.
  if ((heard.focus === 'channel' || heard.focus === 'phone') && saysNothingMore(text)) return {};
  const noOwn: Offers = asksForOwn(text) && env.ownAdvisorId === null ? { noOwn: { value: true } } : {};
  const wishes = wishesIn(text, heard, before ?? base);
  return { ...noOwn, ...offerDays([...new Set(wishes.map(writeWish))]) };
}

/** What her words can mean, as offers: more than one wish, and she is asked which. */
export function offerDays(wishes: readonly string[]): Offers {
  const [only, ...others] = wishes;
  if (only === undefined) return {};
  if (others.length === 0) return { day: { value: only } };
  return { day: { oneOf: wishes }, eitherDay: { value: wishes.join('|') } };
}

/** What the sentence wishes; while she has to choose between two days, each of them with what it adds ("vers 17h"). */
function wishesIn(
  text: string,
  { env, values, focus }: Heard<WhenEnv>,
  before: Wish | null,
): readonly Wish[] {
  const plain = readWishes(text, env, before);
  const either = focus === 'day' ? String(values['eitherDay'] ?? '').split('|') : [];
  const open = either.map(parseWish).filter((wish) => wish !== null);
  if (plain === null || open.length < 2 || readTimesIn(text, env).times.some(({ days }) => days !== null))
    return plain ?? [];
  return open.flatMap((wish) => readWishes(text, env, wish) ?? []);
}

/** A telephone number as it is typed. */
export const PHONE = /(?:\+|00)?\d(?:[\s.-]?\d){8,13}/;

/** "Mes coupons de février": a month that belongs to what she talks about, not to when. */
export const MONTH_OF =
  /(?<!\d\s{0,3}|\d\s{0,3}(?:et|ou|au)\s|(?:début|debut|fin|milieu|mi|courant|mois)\s)(?<!\p{L})(?:d['’]|de |du mois d['’e] ?|of |for )(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})/giu;

/** The same wish with everything before the first slot that was shown. */
function earlier(wish: Wish, env: WhenEnv): Wish {
  const first = env.offered.slots[0];
  if (first === undefined) return wish;
  const days = { from: localDate(env.now, env.zone), to: localDate(new Date(first.startsAt), env.zone) };
  return { ...wish, any: [{ ...ANY_TIME, days }] };
}

/** "10h", "le jeudi à 10h": one of the slots that are shown. */
function readSlot(heard: Heard<WhenEnv>): Offer | null {
  if (heard.focus !== 'slot' || namesParisTime(heard.whole)) return null;
  const { wanted } = polarityOf(heard.whole);
  const bare = /^\s*(\d{1,2})\s*$/.exec(wanted)?.[1];
  const said = saidTime(bare === undefined ? wanted : `${bare}h`, heard.env, 'future');
  if (said === null || said.start === null || said.end !== null || said.after || said.before) return null;
  const { env, values } = heard;
  const matching = env.offered.slots.filter(({ startsAt }) => {
    const at = new Date(startsAt);
    const isDay = said.days.length === 0 || said.days.includes(localDate(at, env.zone));
    return isDay && localClock(at, env.zone) === said.start;
  });
  const [only, ...others] = matching.map((slot) => slotValue(String(values['day'] ?? ''), slot));
  if (only === undefined) return null;
  return others.length > 0 ? { oneOf: [only, ...others] } : { value: only };
}

/** An exact wish that is free needs no further question. */
function exactSlot(wish: string, env: WhenEnv): string | null {
  const parsed = parseWish(wish);
  if (parsed === null || exactStart(parsed) === null || env.offered.kind !== 'fitting') return null;
  const slot = env.offered.slots[0];
  return slot === undefined ? null : slotValue(wish, slot);
}
