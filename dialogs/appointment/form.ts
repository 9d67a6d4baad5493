import { fold } from '../text/fold';
import { localClock, localDate, localWall, plusDays, plusMinutes } from '../form/local-time';
import type { SaidTime } from '../form/said-time';
import { saidTime } from '../form/said-time';
import type { FormEnv, FormSpec, Heard, Offer, Offers } from '../form/types';
import { invalid, valid } from '../form/types';

/** A free slot as the form holds it. */
export interface FreeSlot {
  readonly advisorId: string;
  readonly advisorName: string;
  /** ISO instant. */
  readonly startsAt: string;
}

export interface AppointmentEnv extends FormEnv {
  /** The free slots for the day wished; the nearest ones when that has none. */
  readonly free: readonly FreeSlot[];
  /** Nothing is free at the time wished: `free` holds the nearest. */
  readonly nearestOnly: boolean;
  readonly phone: string | null;
}

/** How far ahead "as soon as possible" looks. */
const SOON_DAYS = 14;

/** An appointment with an advisor (facts A053, A054): channel, subject, slot, and a number to call. */
export const APPOINTMENT_FORM: FormSpec<AppointmentEnv> = {
  id: 'appointment',
  version: 1,
  slots: [
    {
      name: 'channel',
      aliases: ['canal', 'le canal', 'channel'],
      parse: readChannel,
    },
    {
      name: 'subject',
      freeText: true,
      aliases: ['sujet', 'le sujet', 'motif', 'le motif', 'objet', 'subject'],
      parse: readSubject,
    },
    {
      name: 'day',
      aliases: ['jour', 'le jour', 'date', 'la date', 'day', 'the day'],
      validate: (value, _values, env) => {
        const wish = readWish(String(value));
        return wish === null || wish.to <= localWall(env.now, env.zone)
          ? invalid({ code: 'in-past' })
          : valid(value);
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
    {
      name: 'phone',
      aliases: ['telephone', 'le telephone', 'numero', 'le numero', 'phone', 'number', 'phone number'],
      applies: (values) => values['channel'] === 'phone',
      known: (_values, env) => env.phone,
      parse: readPhone,
      validate: (value) => {
        const digits = String(value).replace(/[^\d+]/g, '');
        return digits.replace(/\D/g, '').length >= 9 ? valid(digits) : invalid({ code: 'bad-phone' });
      },
    },
  ],
  read: (heard) => readWishes(heard),
};

/** A span of local wall time in which she wants to meet; equal ends mean one exact start. */
export interface Wish {
  readonly from: string;
  readonly to: string;
}

export const readWish = (value: string): Wish | null => {
  const [from, to] = value.split('/');
  return from === undefined || to === undefined || from === '' || to === '' ? null : { from, to };
};

const wishValue = (from: string, to: string): string => `${from}/${to}`;

/** A chosen slot, with the wish that it answers. */
export const slotValue = (wish: string, slot: FreeSlot): string =>
  `${wish}|${slot.startsAt}|${slot.advisorId}`;

export function parseSlot(value: string): { wish: string; startsAt: string; advisorId: string } | null {
  const [wish, startsAt, advisorId] = value.split('|');
  return wish === undefined || startsAt === undefined || advisorId === undefined
    ? null
    : { wish, startsAt, advisorId };
}

function readChannel({ folded, focus, text }: Heard<AppointmentEnv>): Offer | null {
  if (focus === 'subject') return null;
  const phone =
    /\b(?:telephon\w*|tel|appel\w*|phone|call|au bout du fil)\b/.test(folded) ||
    (focus === 'channel' && PHONE.test(text));
  const teams = /\b(?:teams?|visio\w*|video|en ligne|online)\b/.test(folded);
  if (phone === teams) return null;
  return { value: phone ? 'phone' : 'teams' };
}

const SUBJECT =
  /\b(?:pour (?:parler|discuter|échanger|faire le point|voir)(?: (?:de|du|des|d['’]|sur|au sujet de|à propos de))?|au sujet (?:de|du|des|d['’])|à propos (?:de|du|des|d['’])|concernant|to (?:talk|speak) about|about|regarding)\s*(.{3,120})$/iu;

/** "… pour parler de ma paie": the subject said along with the rest, without the times that follow it. */
function readSubject({ text, focus, env }: Heard<AppointmentEnv>): Offer | null {
  if (focus === 'subject') return { value: text };
  const match = SUBJECT.exec(text);
  if (match?.[1] === undefined) return null;
  const tail = match[1];
  const reading = env.readTimes(tail, {
    now: localWall(env.now, env.zone),
    zone: env.zone,
    prefer: 'future',
  });
  const first = reading.spans[0];
  const words = (first === undefined ? tail : tail.slice(0, first.from))
    .replace(/\b(?:par|en|sur|au|via) (?:téléphone|telephone|tel|teams|visio)\b.*$/iu, '')
    .replace(/[\s,.;!?]+$/u, '')
    .trim();
  return words.length < 3 ? null : { value: words };
}

const PHONE = /(?:\+|00)?\d(?:[\s.-]?\d){8,13}/;

function readPhone({ text, focus }: Heard<AppointmentEnv>): Offer | null {
  const match = PHONE.exec(text)?.[0];
  if (match !== undefined) return { value: match };
  return focus === 'phone' && /\d/.test(text) ? { value: text } : null;
}

const SOON =
  /\b(?:(?:le )?plus (?:tot|vite) possible|au plus (?:vite|tot)|des que possible|n importe quand|peu importe|quand vous voulez|asap|as soon as possible|any time|anytime|whenever)\b/;

/** The wish that a sentence tells. A phone number in it is no time. */
function readWishes(heard: Heard<AppointmentEnv>): Offers {
  const { env, focus } = heard;
  if (focus === 'subject' && !heard.correcting) return {};
  if (SOON.test(heard.folded)) {
    const today = localDate(env.now, env.zone);
    return { day: { value: wishValue(localWall(env.now, env.zone), `${plusDays(today, SOON_DAYS)}T23:59`) } };
  }
  const said = saidTime(heard.text.replace(PHONE, ' '), env, 'future');
  if (said === null || said.unsure) return {};
  if (focus === 'slot' && said.start !== null && matchingSlots(heard, said).length > 0) return {};
  const wishes = wishesOf(said, heard);
  const [only, ...others] = wishes;
  if (only === undefined) return {};
  return { day: others.length > 0 ? { oneOf: wishes } : { value: only } };
}

function wishesOf(said: SaidTime, heard: Heard<AppointmentEnv>): readonly string[] {
  const before = readWish(String(heard.values['day'] ?? ''));
  const days = said.days.length > 0 || before === null ? said.days : [before.from.slice(0, 10)];
  if (said.start !== null) {
    const clock = said.start;
    return days.map((day) => {
      if (said.end !== null) return wishValue(`${day}T${clock}`, `${day}T${said.end}`);
      if (said.after) return wishValue(`${day}T${clock}`, `${day}T23:59`);
      if (said.before) return wishValue(`${day}T00:00`, `${day}T${clock}`);
      return wishValue(`${day}T${clock}`, `${day}T${clock}`);
    });
  }
  if (said.window !== null) {
    const { from, to } = said.window;
    if (said.days.length <= 1) return [wishValue(from, to)];
    return said.days.map((day) => wishValue(`${day}${from.slice(10)}`, `${day}${to.slice(10)}`));
  }
  return said.days.map((day) => wishValue(`${day}T00:00`, `${day}T23:59`));
}

/** The free slots that a clock time, and perhaps a day, name. */
function matchingSlots({ env, values }: Heard<AppointmentEnv>, said: SaidTime): readonly string[] {
  const wish = String(values['day'] ?? '');
  return env.free
    .filter(({ startsAt }) => {
      const at = new Date(startsAt);
      const sameDay = said.days.length === 0 || said.days.includes(localDate(at, env.zone));
      return sameDay && localClock(at, env.zone) === said.start;
    })
    .map((slot) => slotValue(wish, slot));
}

function readSlot(heard: Heard<AppointmentEnv>): Offer | null {
  if (heard.focus !== 'slot') return null;
  const bare = /^\s*(\d{1,2})\s*$/.exec(heard.text)?.[1];
  const text = bare === undefined ? heard.text : `${bare}h`;
  const said = saidTime(text, heard.env, 'future');
  if (said?.start === null || said === null) return null;
  const [only, ...others] = matchingSlots(heard, said);
  if (only === undefined) return null;
  return others.length > 0 ? { oneOf: [only, ...others] } : { value: only };
}

/** An exact wish that is free needs no further question. */
function exactSlot(wish: string, env: AppointmentEnv): string | null {
  const { from, to } = readWish(wish) ?? { from: '', to: '-' };
  if (from !== to) return null;
  const slot = env.free.find(({ startsAt }) => localWall(new Date(startsAt), env.zone) === from);
  return slot === undefined ? null : slotValue(wish, slot);
}

/** The end of a wish as an instant's wall time: an exact wish reaches to the next minute. */
export const wishEnd = ({ from, to }: Wish): string => {
  if (from !== to) return to;
  const clock = plusMinutes(from.slice(11), 1);
  return clock === null ? `${from.slice(0, 10)}T23:59` : `${from.slice(0, 10)}T${clock}`;
};

/** Whether a text asks for an appointment in so many words. */
export const namesAppointment = (text: string): boolean =>
  /\b(?:rdv|rendez vous|rendezvous|appointment|meeting with|(?:me|m) (?:rappel\w*|appel\w*|telephon\w*)|call me)\b/.test(
    fold(text),
  );
