import type { Ticket } from '../../data/tickets/types';
import type { FormStack } from '../form/bridge';
import { park } from '../forms';
import type { Choice } from '../reply';
import { humanChoice, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { clip } from '../text/fold';
import { addToTicket, startAddition } from './addition';
import { openTicketForm } from './hand-over';
import type { SaidOrder, TicketOrder } from './order';
import { isInProgress, ownTicket, ownTickets, referenceIn } from './own';
import { followUpTicket, mayReopen, reopenedByThis, reopenTicket } from './reopen';
import { ticketStatus } from './status';
import { askToWithdraw, keepTicket, withdrawTicket } from './withdraw';

/** Requests offered at once when it is not said which is meant. */
const MOST_OFFERED = 5;
const SUBJECT_SHOWN = 40;

/** Does what she wants of a request of hers; asks which one where several can be meant. */
export async function obeyTicketOrder(scene: Scene, said: SaidOrder): Promise<Outcome> {
  const { order } = said;
  if (order === 'status') return ticketStatus(scene);
  const reference = referenceIn(scene.turn.text);
  const named = reference === null ? null : await ownTicket(scene, reference);
  if (reference !== null && named === null) {
    return {
      state: scene.state,
      replies: [say(scene.words.ownTicket.unknown(reference), [humanChoice(scene)])],
    };
  }
  const candidates = named === null ? await candidatesFor(scene, order) : [named];
  const [only, ...others] = candidates;
  if (only === undefined) return none(scene, order);
  return others.length === 0 ? carryOut(scene, said, only) : askWhich(scene, order, candidates);
}

/** The requests that an order can be about, likelier kinds only: what is open, else what was settled lately, else the latest. */
async function candidatesFor(scene: Scene, order: TicketOrder): Promise<readonly Ticket[]> {
  const tickets = await ownTickets(scene);
  const open = tickets.filter(isInProgress);
  const reopenable = tickets.filter((ticket) => mayReopen(ticket, scene.turn.now));
  switch (order) {
    case 'status':
    case 'withdraw':
      return open;
    case 'add':
      return open.length > 0 ? open : reopenable;
    case 'reopen': {
      const replayed = await reopenedByThis(scene, open);
      if (replayed !== null) return [replayed];
      if (reopenable.length > 0) return reopenable;
      const over = tickets.filter((ticket) => !isInProgress(ticket)).slice(0, 1);
      return open.length > 0 ? open.slice(0, 1) : over;
    }
  }
}

async function carryOut(scene: Scene, { order, says }: SaidOrder, ticket: Ticket): Promise<Outcome> {
  switch (order) {
    case 'status':
      return ticketStatus(scene);
    case 'withdraw':
      return askToWithdraw(scene, ticket);
    case 'reopen':
      return reopenTicket(scene, ticket);
    case 'add': {
      // Files that come with the sentence are the addition, or the sentence is; else what she adds is asked.
      const awaiting = { kind: 'addition', ticketId: ticket.id, reference: ticket.reference } as const;
      return scene.turn.attachments.length > 0 || says === true
        ? addToTicket(scene, awaiting)
        : startAddition(scene, ticket.reference);
    }
  }
}

const BUTTON: Readonly<Record<TicketOrder, string>> = {
  status: 'ticket-add',
  add: 'ticket-add',
  withdraw: 'ticket-withdraw',
  reopen: 'ticket-reopen',
};

function askWhich(scene: Scene, order: TicketOrder, tickets: readonly Ticket[]): Outcome {
  const { words, state } = scene;
  const choices: readonly Choice[] = tickets.slice(0, MOST_OFFERED).map(({ reference, subject }) => ({
    label: words.ownTicket.choice(reference, clip(subject, SUBJECT_SHOWN)),
    action: { type: 'choose', value: `${BUTTON[order]}:${reference}` },
  }));
  const text = words.ownTicket.which[order === 'status' ? 'add' : order];
  return {
    state: { ...state, awaiting: null, misunderstood: 0 },
    replies: [say(text, [...choices, humanChoice(scene)], metaFor('clarify'))],
  };
}

function none(scene: Scene, order: TicketOrder): Outcome {
  const { words, state } = scene;
  const choices: readonly Choice[] =
    order === 'withdraw'
      ? [humanChoice(scene)]
      : [
          {
            label: words.common.createRequest,
            action: { type: 'start-form', form: 'ticket' },
            primary: true,
          },
          humanChoice(scene),
        ];
  const text = order === 'withdraw' ? words.ownTicket.noneOpen : words.ownTicket.noneYet;
  return { state: { ...state, awaiting: null }, replies: [say(text, choices)] };
}

/** The buttons that speak of a ticket: `ticket-add:G-2611-0042` and its like; null for any other value. */
export async function ticketButton(scene: Scene, forms: FormStack, value: string): Promise<Outcome | null> {
  const match = /^ticket-(add|withdraw|withdraw-yes|keep|reopen|follow|new)(?::(.+))?$/.exec(value);
  if (match === null) return null;
  const [, what, reference = ''] = match;
  const { state } = scene;
  // An open form waits meanwhile, with everything that is in it.
  const aside: Scene = state.stack.length === 0 ? scene : { ...scene, state: park(forms, scene, state) };
  switch (what) {
    case 'add':
      return startAddition(aside, reference);
    case 'withdraw-yes':
      return withdrawTicket(aside, reference);
    case 'keep':
      return keepTicket(scene, reference);
    case 'follow':
      return followUpTicket(scene, forms, reference);
    case 'new':
      return openTicketForm(scene, forms, state, {});
    default: {
      const ticket = await ownTicket(scene, reference);
      if (ticket === null) {
        return { state, replies: [say(scene.words.ownTicket.unknown(reference), [humanChoice(scene)])] };
      }
      return what === 'withdraw' ? askToWithdraw(aside, ticket) : reopenTicket(aside, ticket);
    }
  }
}
