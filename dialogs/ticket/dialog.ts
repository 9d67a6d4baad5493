import type { CollectedFact } from '../../data/tickets/types';
import type { FormView, GuidedDialog, SlotQuestion } from '../form/guided';
import type { SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { sayDate } from '../say';
import { clip } from '../text/fold';
import { redact } from '../../data/redaction';
import { recordChecks } from './checks';
import type { TicketEnv } from './env';
import { CONTINUES, readSeed } from './env';
import { loadTicketEnv } from './load';
import { isOwn } from './own';
import { CONTACT_NAME, CONTACT_REACH, FILES, MESSAGE, ticketSpec } from './spec';
import { displaySlot, slotChoices, slotExample } from './words';

/** Characters of a ticket's subject line. */
const SUBJECT_LENGTH = 140;

type View = FormView<TicketEnv>;

/** A request to an advisor: only what the article's ticket needs and neither she nor her records have told yet is asked. */
export const ticketDialog: GuidedDialog<TicketEnv> = {
  id: 'ticket',
  version: 1,
  load: loadTicketEnv,
  spec: ticketSpec,
  title: (scene) => scene.words.ticket.title,
  topic: (state) => readSeed(state.seed).topicId,
  question,
  label,
  display: (slot, value, view) => displaySlot(slot, value, view.env, view.scene),
  reason(_slot, reason, { scene }) {
    const { ticket } = scene.words;
    switch (reason.code) {
      case 'no-contact':
        return ticket.badReach;
      case 'date-past':
        return ticket.datePast;
      case 'ends-before':
        return ticket.endsBefore;
      default:
        return ticket.badDate;
    }
  },
  readBack: (view) => ({ title: view.scene.words.ticket.readBack, facts: factsToShow(view) }),
  async review({ env, scene }) {
    const { laterFrom } = env.seed;
    const notices =
      laterFrom === null
        ? []
        : [scene.words.ticket.laterNotice(sayDate(laterFrom, scene.locale, scene.turn.now))];
    return { kind: 'ok', notices };
  },
  async complete(view, idempotencyKey) {
    const { scene, env, values } = view;
    const { turn, words } = scene;
    const category = scene.knowledge.topic(env.seed.topicId)?.category ?? 'other';
    const { shown } = env.seed;
    const ticket = await scene.services.tickets.file({
      idempotencyKey,
      deskId: turn.desk,
      personId: turn.person?.id ?? null,
      conversationId: turn.conversationId,
      topicId: env.seed.topicId,
      category,
      subject: subjectOf(view),
      priority: env.seed.priority,
      facts: collectedFacts(view),
      checks: recordChecks(env.seed.topicId, category, env.facts, scene),
      article: shown,
      attachmentIds: filesNamed(view),
      followsId: await earlierOf(view),
      now: turn.now,
    });
    const reach = values[CONTACT_REACH];
    return {
      kind: 'done',
      reference: ticket.reference,
      replies: [
        {
          kind: 'receipt',
          title: words.ticket.sent,
          reference: ticket.reference,
          facts: [{ label: words.ticket.subject, value: subjectOf(view) }],
          text:
            typeof reach === 'string'
              ? words.ticket.sentTextVisitor(reach)
              : words.ticket.sentText(scene.desk.organisation),
          choices: [],
          meta: { decision: 'answer', topic: env.seed.topicId, form: 'ticket', ticket: ticket.reference },
        },
      ],
    };
  },
};

function question(slot: string, { env, scene }: View): SlotQuestion {
  const { ticket } = scene.words;
  const ask = (text: string, short: string, example: string): SlotQuestion => ({
    text,
    short,
    example,
    choices: [],
  });
  if (slot === MESSAGE) return ask(ticket.askMessage, ticket.askMessageShort, ticket.textExample);
  if (slot === FILES) return ask(ticket.askFiles, ticket.askFiles, ticket.fileExample);
  if (slot === CONTACT_NAME) return ask(ticket.askName, ticket.askName, ticket.textExample);
  if (slot === CONTACT_REACH) return ask(ticket.askReach, ticket.askReach, ticket.reachExample);
  const found = env.slots.find(({ name }) => name === slot);
  if (found === undefined) return ask(ticket.askMessageShort, ticket.askMessageShort, ticket.textExample);
  return {
    text: found.question,
    short: found.question,
    example: slotExample(found, scene.words),
    choices: slotChoices(found, env, scene),
  };
}

function label(slot: string, { env, scene }: View): string {
  const { ticket } = scene.words;
  switch (slot) {
    case MESSAGE:
      return ticket.messageLabel;
    case CONTACT_NAME:
      return ticket.nameLabel;
    case CONTACT_REACH:
      return ticket.reachLabel;
    case FILES:
      return ticket.filesLabel;
    default:
      return env.slots.find(({ name }) => name === slot)?.label ?? slot;
  }
}

/** The files that stand in the request as it was read back. */
function filesNamed({ env, values, scene }: View): readonly string[] {
  const slots = [FILES, ...env.slots.filter(({ kind }) => kind === 'attachment').map(({ name }) => name)];
  const named = new Set(slots.flatMap((name) => String(values[name] ?? '').split(', ')));
  return scene.state.files.filter(({ name }) => named.has(name)).map(({ id }) => id);
}

/** The request that this one takes up, if it says so and that is hers. */
async function earlierOf({ env, scene }: View): Promise<string | undefined> {
  const named = env.seed.said.find(({ key }) => key === CONTINUES);
  const earlier = named && (await scene.services.tickets.find(named.value));
  return earlier && isOwn(scene, earlier) ? earlier.id : undefined;
}

/** The request in her own words, one line. */
function subjectOf({ env, values, scene }: View): string {
  const message = values[MESSAGE];
  const own = typeof message === 'string' ? message : '';
  const topic = scene.knowledge.topic(env.seed.topicId);
  const words = own === '' ? (topic?.titleFr ?? scene.words.ticket.title) : own;
  return clip(redact(words), SUBJECT_LENGTH);
}

function factsToShow(view: View): readonly LabelledValue[] {
  const { ticket } = view.scene.words;
  const collected = collectedFacts(view).filter(({ key }) => key !== MESSAGE);
  return [
    { label: ticket.subject, value: subjectOf(view) },
    ...collected.map((fact) => ({ label: fact.label, value: fact.value })),
  ];
}

/** Everything that she told and that her records told, as the advisor reads it. */
function collectedFacts(view: View): readonly CollectedFact[] {
  const { env, values, state } = view;
  const asked = env.seed.said
    .filter(({ key }) => values[key] === undefined && !env.slots.some(({ from }) => from === key))
    .map((fact): CollectedFact => ({ ...fact, source: 'said' }));
  const filled = ticketSpec(env).slots.flatMap(({ name }): readonly CollectedFact[] => {
    const value: SlotValue | undefined = values[name];
    if (value === undefined || value === '') return [];
    if (name === MESSAGE && state.values[MESSAGE] === undefined) return [];
    return [
      {
        key: name,
        label: label(name, view),
        value: redact(displaySlot(name, value, env, view.scene)),
        source: state.values[name] !== undefined || wasTold(name, env) ? 'said' : 'records',
      },
    ];
  });
  const isCut = state.values[MESSAGE] === undefined && subjectOf(view) !== redact(env.seed.subject);
  const whole: readonly CollectedFact[] =
    isCut && env.seed.subject !== ''
      ? [
          {
            key: MESSAGE,
            label: view.scene.words.ticket.messageLabel,
            value: redact(env.seed.subject),
            source: 'said',
          },
        ]
      : [];
  return [...whole, ...asked, ...filled];
}

/** A fact of the article that she told before the form was opened. */
function wasTold(slot: string, { slots, seed }: TicketEnv): boolean {
  const from = slots.find(({ name }) => name === slot)?.from;
  const told = from === 'session.on' ? 'session.date' : from;
  return told !== undefined && (seed.asked[told] ?? null) !== null;
}
