import type { TicketSlot } from '../../knowledge/types';
import { localDate } from '../form/local-time';
import type { FormSpec, SlotSpec, SlotValue } from '../form/types';
import { invalid, valid } from '../form/types';
import { fold } from '../text/fold';
import type { TicketEnv } from './env';
import { looksAhead, READ_KIND } from './slot-kinds';

/** Her request in her words: asked only when she has not said it yet, and hers to put otherwise. */
export const MESSAGE = 'message';
/** Files that came along, never asked for. */
export const FILES = 'files';
/** Several students at once: whom a pause leaves behind. */
export const STUDENTS = 'students';
export const CONTACT_NAME = 'contact_name';
export const CONTACT_REACH = 'contact_reach';

/** The form of a ticket: what its article asks for, her words, and for a visitor her name and how to reach her. */
export const ticketSpec = (env: TicketEnv): FormSpec<TicketEnv> => ({
  id: 'ticket',
  version: 1,
  slots: [
    {
      name: MESSAGE,
      freeText: true,
      known: (_values, { seed }) => (seed.subject === '' ? null : seed.subject),
    },
    ...env.slots.map(slotSpec),
    filesSlot,
    { name: CONTACT_NAME, freeText: true, applies: (_values, { isVisitor }) => isVisitor },
    {
      name: CONTACT_REACH,
      applies: (_values, { isVisitor }) => isVisitor,
      parse: (heard) =>
        heard.focus === CONTACT_REACH || heard.named === CONTACT_REACH ? { value: heard.text.trim() } : null,
      validate: (value) => {
        const reach = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}|\+?\d(?:[\s.-]?\d){7,14}/iu.exec(
          String(value),
        )?.[0];
        return reach === undefined ? invalid({ code: 'no-contact' }) : valid(reach.trim());
      },
    },
  ],
});

const filesSlot: SlotSpec<TicketEnv> = {
  name: FILES,
  optional: true,
  applies: (values, { seed }) => seed.files.length > 0 || (values[FILES] ?? '') !== '',
  known: (_values, { seed }) => seed.files.join(', '),
  parse: (heard) => {
    const asked = heard.env.slots.find(({ name }) => name === heard.focus);
    if (heard.files.length === 0 || asked?.kind === 'attachment') return null;
    const before = heard.values[FILES];
    const names = typeof before === 'string' && before !== '' ? [before] : [];
    return { value: [...names, ...heard.files].join(', ') };
  },
};

function slotSpec(slot: TicketSlot): SlotSpec<TicketEnv> {
  return {
    name: slot.name,
    freeText: slot.kind === 'text' || slot.kind === 'long-text',
    optional: slot.optional || slot.kind === 'attachment',
    aliases: [fold(slot.label)],
    known: (_values, { facts }) => {
      const known = slot.from === undefined ? null : (facts[slot.from] ?? null);
      return known === null || known === '' ? null : known;
    },
    parse: (heard) => READ_KIND[slot.kind](slot, heard),
    ...(slot.kind === 'date' && { validate: dateRules(slot) }),
    ...(slot.name === STUDENTS && { validate: namesOfAll }),
  };
}

const ALL =
  /^(?:(?:je veux |il faut )?(?:tous|toutes|tout le monde|all)(?: mes etudiants| les etudiants| of them)?)$/;

/** "Tous" of somebody whose students are known: their names, for the advisor. */
const namesOfAll: NonNullable<SlotSpec<TicketEnv>['validate']> = (value, _values, { students }) =>
  ALL.test(fold(String(value))) && students.length > 0 ? valid(students.join(', ')) : valid(value);

const isDay = (value: SlotValue | undefined): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A date that lies ahead is not past, and a period ends after it begins. What is no plain day is left to the advisor. */
function dateRules(slot: TicketSlot): NonNullable<SlotSpec<TicketEnv>['validate']> {
  return (value, values, { now, zone, seed }) => {
    if (!isDay(value)) return valid(value);
    if (looksAhead(seed.topicId) && value < localDate(now, zone)) return invalid({ code: 'date-past' });
    const start = values['start_date'];
    if (slot.name === 'end_date' && isDay(start) && value < start) return invalid({ code: 'ends-before' });
    return valid(value);
  };
}
