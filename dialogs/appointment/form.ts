import { fold } from '../text/fold';
import { localWall } from '../form/local-time';
import type { FormSpec, Heard, Offer } from '../form/types';
import { invalid, valid } from '../form/types';
import { MONTH_OF, PHONE, readWhen, WHEN_SLOTS, type WhenEnv } from './when';

export interface AppointmentEnv extends WhenEnv {
  readonly phone: string | null;
}

/** An appointment with an advisor (facts A053, A054): channel, a number to call, subject, and when. */
export const APPOINTMENT_FORM: FormSpec<AppointmentEnv> = {
  id: 'appointment',
  version: 2,
  slots: [
    {
      name: 'channel',
      aliases: ['canal', 'le canal', 'channel'],
      parse: readChannel,
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
    {
      name: 'subject',
      freeText: true,
      isElsewhere: ({ text }) => isOnlyPhone(text),
      aliases: ['sujet', 'le sujet', 'motif', 'le motif', 'objet', 'subject'],
      parse: readSubject,
    },
    // Last, so that the slot is held while she has nothing left to do but confirm.
    ...WHEN_SLOTS,
  ],
  read: (heard) => (heard.focus === 'subject' && !heard.correcting ? {} : readWhen(heard)),
};

function readChannel({ folded, focus, text }: Heard<AppointmentEnv>): Offer | null {
  if (focus === 'subject') return null;
  const phone =
    /\b(?:telephon\w*|tel|appel\w*|phone|call|au bout du fil)\b/.test(folded) ||
    (focus === 'channel' && PHONE.test(text));
  const teams = /\b(?:teams?|visio\w*|video|en ligne|online)\b/.test(folded);
  if (phone === teams) return null;
  const refused = phone ? NO_PHONE.test(folded) : NO_TEAMS.test(folded);
  return { value: phone === refused ? 'teams' : 'phone' };
}

/** "Pas Teams" leaves the telephone, and the other way round. */
const NO_PHONE =
  /\b(?:pas|sans|plutot que|not)\s+(?:(?:par|au|de|le|the|by)\s+)*(?:telephone|tel|appel|phone|call)\b/;
const NO_TEAMS = /\b(?:pas|sans|plutot que|not)\s+(?:(?:par|sur|en|de|on)\s+)*(?:teams|visio|video)\b/;

const SUBJECT =
  /\b(?:pour (?:parler|discuter|échanger|faire le point|voir)(?: (?:de|du|des|d['’]|sur|au sujet de|à propos de))?|pour (?=(?:ma|mon|mes|le|la|les|un|une|des)\s(?!semaine|journée|matin|après|apres|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mois|début|debut|fin|prochain|suite|plus|\d)|l['’](?!après|apres))|au sujet (?:de|du|des|d['’])|à propos (?:de|du|des|d['’])|concernant|to (?:talk|speak) about|about|regarding)\s*(.{3,120})$/iu;

/** "… pour parler de ma paie": the subject said along with the rest, without the times that follow it. */
function readSubject({ text, focus, env }: Heard<AppointmentEnv>): Offer | null {
  if (focus === 'subject') return isOnlyPhone(text) ? null : { value: text };
  const match = SUBJECT.exec(text);
  if (match?.[1] === undefined) return null;
  const tail = match[1];
  // A month that is part of the subject is blanked out, so that what is left keeps its place.
  const reading = env.readTimes(
    tail.replace(MONTH_OF, (month) => ' '.repeat(month.length)),
    {
      now: localWall(env.now, env.zone),
      zone: env.zone,
      prefer: 'future',
    },
  );
  const first = reading.spans[0];
  const words = (first === undefined ? tail : tail.slice(0, first.from))
    .replace(/[\s,]+(?:par|en|sur|au|via) (?:téléphone|telephone|tel|teams|visio)\b.*$/iu, '')
    .replace(/[\s,]+(?:mais|sauf|pas|plutôt|plutot|avec|but|except)\b.*$/iu, '')
    .replace(/[\s,.;!?]+(?:le|la|les|l['’]|à|dès|après|on|at)?$/iu, '')
    .trim();
  return words.length < 3 ? null : { value: words };
}

/** A number to call and hardly a word beside it: nothing to talk about. */
const isOnlyPhone = (text: string): boolean =>
  PHONE.test(text) && text.replace(PHONE, '').replace(/[^\p{L}]/gu, '').length <= MOST_LETTERS_BESIDE;

/** "Au", "mon tel", "numéro". */
const MOST_LETTERS_BESIDE = 12;

function readPhone({ text, focus }: Heard<AppointmentEnv>): Offer | null {
  const match = PHONE.exec(text)?.[0];
  if (match !== undefined) return { value: match };
  return focus === 'phone' && /\d/.test(text) ? { value: text } : null;
}

/** Whether a text asks for an appointment in so many words. */
export const namesAppointment = (text: string): boolean =>
  /\b(?:rdv|rendez vous|rendezvous|appointment|meeting with|(?:me|m) (?:rappel\w*|appel\w*|telephon\w*)|call me)\b/.test(
    fold(text),
  );
