import type { TicketSlot, TimeReading } from '../../knowledge/types';
import { exactIntent } from '../form/exact';
import { localDate } from '../form/local-time';
import { namedIn } from '../form/name-signs';
import { readNamed } from '../form/names';
import { saidTime } from '../form/said-time';
import { lastMonth, namedMonth } from '../months';
import type { Heard, Offer } from '../form/types';
import { fold, wordCount } from '../text/fold';
import type { TicketEnv } from './env';

type Reader = (slot: TicketSlot, heard: Heard<TicketEnv>) => Offer | null;

/** Topics whose dates lie ahead; every other date of a ticket looks back. */
const AHEAD = /(?:transfer|pause|stop|free-session|appointment|discount|extra-session)/;

/** Whether the dates of a topic's ticket are still to come. */
export const looksAhead = (topicId: string): boolean => AHEAD.test(topicId);

/** How each kind of a ticket's slot is read in a sentence, asked for or not. */
export const READ_KIND: Readonly<Record<TicketSlot['kind'], Reader>> = {
  text: () => null,
  'long-text': () => null,
  link: (slot, heard) => {
    const link = /https?:\/\/\S+|\bwww\.\S+/iu.exec(heard.text)?.[0];
    if (link !== undefined) return { value: link.replace(/[),.;]+$/, '') };
    return focusedText(slot, heard);
  },
  date: (slot, heard) => readDate(slot, heard),
  month: (slot, heard) => readMonth(slot, heard),
  'yes-no': (slot, heard) => (isFocused(slot, heard) ? readYesNo(heard) : null),
  choice: (slot, heard) => readChoice(slot, heard),
  student: (slot, heard) =>
    severalStudents(heard) ??
    readName(
      slot,
      heard,
      heard.env.students.map((name) => ({ label: name, names: [name] })),
    ),
  assignment: (slot, heard) => readName(slot, heard, heard.env.assignments),
  attachment: (slot, heard) =>
    isFocused(slot, heard) && heard.files.length > 0 ? { value: heard.files.join(', ') } : null,
};

const isFocused = (slot: TicketSlot, heard: Heard<TicketEnv>): boolean =>
  heard.focus === slot.name || (heard.named === slot.name && heard.focus === null);

/** Her words as they are, when this slot is asked for. */
const focusedText: Reader = (slot, heard) =>
  isFocused(slot, heard) && heard.text.trim() !== '' ? { value: heard.text.trim() } : null;

/** "Je ne sais pas" is an answer that an advisor can work with. */
const unknown: Reader = (slot, heard) =>
  isFocused(slot, heard) && exactIntent(heard.text) === 'unknown' ? { value: heard.env.unknownLabel } : null;

const VAGUE_DATE =
  /^(?:(?:le )?(?:plus|des) (?:tot|vite) possible|au plus (?:vite|tot)|des que possible|asap|tout de suite|immediatement|maintenant|(?:a la |en )?fin (?:du|de) mois|as soon as possible|right away)$/;

function readDate(slot: TicketSlot, heard: Heard<TicketEnv>): Offer | null {
  if (isFocused(slot, heard) && VAGUE_DATE.test(heard.folded)) return { value: heard.text.trim() };
  const prefer = looksAhead(heard.env.seed.topicId) ? 'future' : 'past';
  const dates = heard.env.slots.filter(({ kind }) => kind === 'date').map(({ name }) => name);
  const said = saidTime(heard.text, heard.env, prefer);
  if (said !== null && !said.unsure && said.days.length > 0) {
    const reading = heard.times(prefer);
    const isSpan = spansDays(reading) && dates.length > 1;
    if (isSpan && dates.indexOf(slot.name) === 1 && reading.end !== null)
      return { value: reading.end.slice(0, 10) };
    if (isSpan && dates.indexOf(slot.name) === 0 && reading.start !== null) {
      return { value: reading.start.slice(0, 10) };
    }
    if (isSpan) return null;
    // One date in a sentence belongs to the date that is asked, or to the only one there is.
    const isMeant =
      isFocused(slot, heard) || (dates.length === 1 && (heard.focus === null || heard.correcting));
    if (!isMeant) return null;
    const [first, ...others] = said.days;
    if (first === undefined) return null;
    return others.length > 0 ? { oneOf: said.days } : { value: first };
  }
  // Several dates, or a sentence around them, are kept in her words for the advisor.
  if (isFocused(slot, heard) && (/\d/.test(heard.text) || said?.unsure === true))
    return focusedText(slot, heard);
  return unknown(slot, heard);
}

const spansDays = (reading: TimeReading): boolean =>
  reading.start !== null && reading.end !== null && reading.end.slice(0, 10) > reading.start.slice(0, 10);

function readMonth(slot: TicketSlot, heard: Heard<TicketEnv>): Offer | null {
  const today = localDate(heard.env.now, heard.env.zone);
  const named = namedMonth(heard.env.nameless(heard.text), today);
  if (named !== null) return { value: named };
  if (/\b(?:mois dernier|mois passe|mois precedent|last month)\b/.test(heard.folded))
    return { value: lastMonth(today) };
  if (/\b(?:ce mois(?: ci)?|mois en cours|this month)\b/.test(heard.folded))
    return { value: today.slice(0, 7) };
  if (!isFocused(slot, heard)) return null;
  const dated = heard.times('past').start;
  if (dated !== null) return { value: dated.slice(0, 7) };
  // An invoice number, or several months: kept as she wrote it.
  return /\d/.test(heard.text) ? focusedText(slot, heard) : unknown(slot, heard);
}

const YES = /^(?:oui|ouais|ouai|si|yes|yep|deja|bien sur|c est fait|fait)\b/;
const NO = /^(?:non|nan|no|nope|pas encore|jamais|toujours pas|not yet)\b/;

function readYesNo(heard: Heard<TicketEnv>): Offer | null {
  const intent = exactIntent(heard.said);
  if (intent === 'yes') return { value: true };
  if (intent === 'no') return { value: false };
  if (intent === 'unknown') return { value: heard.env.unknownLabel };
  if (YES.test(heard.said)) return { value: true };
  return NO.test(heard.said) ? { value: false } : null;
}

function readChoice(slot: TicketSlot, heard: Heard<TicketEnv>): Offer | null {
  const choices = slot.choices ?? [];
  const exact = choices.find((choice) => fold(choice) === heard.folded);
  if (exact !== undefined) return { value: exact };
  if (!isFocused(slot, heard)) return null;
  const contained = choices.filter((choice) => ` ${heard.folded} `.includes(` ${fold(choice)} `));
  if (contained.length === 1 && contained[0] !== undefined) return { value: contained[0] };
  const matches = heard.env.matchNames(heard.text, choices, (choice) => [choice]);
  const [best, next] = matches;
  if (best !== undefined && best.score > (next?.score ?? 0)) return { value: best.candidate };
  return unknown(slot, heard);
}

/** "Yanis et Maya": each named in a place of her own, so all of them are meant; one name that fits two is a doubt instead. */
function severalStudents({ text, env }: Heard<TicketEnv>): Offer | null {
  const found = namedIn(env.matchNames, text, env.students, (name) => [name]);
  const places = new Set(found.map(({ span }) => span.from));
  if (found.length < 2 || places.size < found.length) return null;
  return {
    value: found
      .toSorted((a, b) => a.span.from - b.span.from)
      .map(({ candidate }) => candidate)
      .join(', '),
  };
}

/** One of her own by name; a name that is not among them is taken as written when it was asked for. */
function readName(
  slot: TicketSlot,
  heard: Heard<TicketEnv>,
  candidates: readonly { readonly label: string; readonly names: readonly string[] }[],
): Offer | null {
  const named = candidates.map(({ label, names }) => ({ value: label, names }));
  const offer = readNamed(heard.text, named, heard.env, isFocused(slot, heard));
  if (offer !== null || !isFocused(slot, heard)) return offer;
  const intent = exactIntent(heard.text);
  if (intent !== null) return unknown(slot, heard);
  return wordCount(heard.text) <= 8 && /\p{L}/u.test(heard.text) ? focusedText(slot, heard) : null;
}
