import { DateTime } from 'luxon';
import type { JsonValue } from '../../../data/conversations/types';
import type { DeskId } from '../../../data/desks/types';
import type { Person } from '../../../data/people/types';
import type { Services } from '../../../data/services';
import type { TestData } from '../../../data/testing';
import type { Knowledge } from '../../../knowledge/types';
import { createAssistant } from '../../assistant';
import type { Assistant, Choice, Reply } from '../../reply';
import type { Action, Turn } from '../../turn';
import { check } from './checks';
import { holdEvent } from './hold-events';
import { happen } from './events';
import type { Step, Transcript } from './transcript';

const ZONE = 'Europe/Paris';

/** A conversation while it is played. */
export interface Play {
  readonly data: TestData;
  conversationId: string;
  desk: DeskId;
  person: Person | null;
  state: JsonValue;
  replies: readonly Reply[];
  locale: 'fr' | 'en';
  /** What was said of the answers, as the figures hear it. */
  readonly feedback: { readonly topicId: string; readonly helpful: boolean }[];
}

/** Where a transcript starts when it does not say: Wednesday 18 November 2026, 10:00 in Paris. */
export const startOf = (transcript: Transcript): Date =>
  DateTime.fromISO(transcript.header['now'] ?? '2026-11-18T10:00', { zone: ZONE }).toJSDate();

/**
 * Plays a transcript against real services and real knowledge. Between two turns the state goes through JSON, as through a restart; every
 * turn is handled twice from the same state, as after a crash, and must give the same replies.
 */
export async function playTranscript(
  transcript: Transcript,
  data: TestData,
  knowledge: Knowledge,
  listen: (said: string, answer: string) => void = () => undefined,
): Promise<void> {
  const { header } = transcript;
  const desk = (header['desk'] ?? 'abc') as DeskId;
  const personId = header['person'] ?? '';
  const known = personId === '' ? null : await data.services.people.find(personId);
  const person = known === null ? null : { ...known, zone: header['zone'] ?? known.zone };
  if (personId !== '' && person === null) throw new Error(`no demo person ${personId}`);
  const play: Play = {
    data,
    conversationId: 'conversation-1',
    desk,
    person,
    state: null,
    replies: [],
    locale: (header['locale'] as 'fr' | 'en' | undefined) ?? person?.locale ?? 'fr',
    feedback: [],
  };
  await data.services.conversations.open({
    id: play.conversationId,
    channel: 'webchat',
    deskId: desk,
    userId: 'dl_test',
    personId: person?.id ?? null,
    locale: play.locale,
    now: data.clock.now(),
  });
  const services = listeningTo(data.services, play);
  const assistant = createAssistant({ knowledge, services });
  const asked = createAssistant({ knowledge, services: withoutLettingGo(services) });
  let count = 0;
  for (const step of transcript.steps) {
    try {
      const turn = await turnOf(step, play, ++count);
      if (turn === null) {
        await observe(step, play, assistant);
        continue;
      }
      await takeTurn(assistant, play, turn);
      await expectPersonAStepAway(asked, play, turn);
      listen(turn.text === '' ? JSON.stringify(turn.action) : turn.text, heard(play));
    } catch (error) {
      throw new Error(
        `line ${step.line}: ${error instanceof Error ? error.message : String(error)}\n${heard(play)}`,
        {
          cause: error,
        },
      );
    }
  }
}

/** The same services; votes on answers are also kept where a check finds them. */
const listeningTo = (services: Services, play: Play): Services => ({
  ...services,
  conversations: {
    ...services.conversations,
    async recordFeedback(vote) {
      play.feedback.push({ topicId: vote.topicId, helpful: vote.helpful });
      return services.conversations.recordFeedback(vote);
    },
  },
});

/** For what she only might say: it gives nothing back that she still has. */
const withoutLettingGo = (services: Services): Services => ({
  ...services,
  appointments: { ...services.appointments, letGo: () => Promise.resolve() },
});

async function takeTurn(assistant: Assistant, play: Play, turn: Turn): Promise<void> {
  const before = JSON.stringify(play.state);
  const first = await assistant.handle(turn, JSON.parse(before) as JsonValue);
  const again = await assistant.handle(turn, JSON.parse(before) as JsonValue);
  expect({ replies: again.replies, state: again.state }).toEqual({
    replies: first.replies,
    state: first.state,
  });
  play.replies = JSON.parse(JSON.stringify(first.replies)) as Reply[];
  play.state = JSON.parse(JSON.stringify(first.state)) as JsonValue;
  await play.data.services.conversations.open({
    id: play.conversationId,
    channel: 'webchat',
    deskId: play.desk,
    userId: 'dl_test',
    personId: play.person?.id ?? null,
    locale: play.locale,
    now: turn.now,
  });
}

/** Wherever a conversation stands, "parler à quelqu'un" leads to a request that a person reads. */
async function expectPersonAStepAway(assistant: Assistant, play: Play, turn: Turn): Promise<void> {
  // She is talking to one.
  if ((await play.data.services.holds.of(play.conversationId)) !== null) return;
  const asks: Turn = {
    ...turn,
    ...NOTHING,
    heldBy: undefined,
    kind: 'message',
    id: `${turn.id}-person`,
    text: "parler à quelqu'un",
  };
  const { replies } = await assistant.handle(asks, play.state);
  const leadsToPerson = replies.some(
    ({ meta, choices }) =>
      meta.form === 'ticket' ||
      choices.some(({ action }) => action.type === 'choose' && action.value.startsWith('ticket-add:')),
  );
  if (!leadsToPerson) throw new Error('no person is one step away from here');
}

const NOTHING = { action: null, attachments: [], refusedAttachments: [], unreadable: null } as const;

async function turnOf(step: Step, play: Play, count: number): Promise<Turn | null> {
  const heldBy = (await play.data.services.holds.of(play.conversationId)) ?? undefined;
  const blank: Turn = {
    id: `turn-${count}`,
    conversationId: play.conversationId,
    channel: 'webchat',
    kind: 'message',
    text: '',
    action: null,
    attachments: [],
    refusedAttachments: [],
    unreadable: null,
    desk: play.desk,
    person: play.person,
    locale: play.locale,
    heldBy,
    now: play.data.clock.now(),
  };
  switch (step.kind) {
    case 'say':
      return {
        ...blank,
        text: step.text,
        attachments: await Promise.all(step.files.map((name) => storeFile(name, play))),
      };
    case 'press':
      return { ...blank, action: actionOf(step.label, play) };
    case 'event':
      return eventTurn(step.words, blank);
    default:
      return null;
  }
}

/** A file as the door keeps it. */
async function storeFile(name: string, play: Play): Promise<Turn['attachments'][number]> {
  const stored = await play.data.services.attachments.store({
    conversationId: play.conversationId,
    activityId: null,
    name,
    contentType: 'image/png',
    content: new Uint8Array([1]),
    now: play.data.clock.now(),
  });
  return { id: stored.id, name: stored.name, contentType: stored.contentType };
}

/** What happens that is no typed message: somebody opens the chat, or sends what cannot be read. */
function eventTurn(words: string, blank: Turn): Turn | null {
  if (words === 'joined') return { ...blank, kind: 'joined' };
  const unreadable = /^unreadable (empty|too-long|binary)$/.exec(words)?.[1];
  if (unreadable !== undefined)
    return { ...blank, unreadable: unreadable as 'empty' | 'too-long' | 'binary' };
  const refused = /^refused (\S+) (too-large|forbidden-type|unreadable)(?: with (.+))?$/.exec(words);
  if (refused !== null) {
    const reason = refused[2] as 'too-large' | 'forbidden-type' | 'unreadable';
    return { ...blank, text: refused[3] ?? '', refusedAttachments: [{ name: refused[1] ?? '', reason }] };
  }
  const action = /^action (\{.*\})$/.exec(words)?.[1];
  return action === undefined ? null : { ...blank, action: JSON.parse(action) as Action };
}

function actionOf(label: string, play: Play): Action {
  const choices = play.replies.flatMap<Choice>((reply) => [...reply.choices]);
  const found = choices.find((choice) => choice.label === label);
  if (found === undefined) {
    throw new Error(`no button "${label}" among ${choices.map((choice) => `"${choice.label}"`).join(', ')}`);
  }
  return found.action;
}

async function observe(step: Step, play: Play, assistant: Assistant): Promise<void> {
  switch (step.kind) {
    case 'expect': {
      const said = heard(play);
      const regex = /^\/(.*)\/$/.exec(step.pattern)?.[1];
      const found =
        regex === undefined ? flat(said).includes(flat(step.pattern)) : new RegExp(regex, 'su').test(said);
      if (found === step.absent) {
        throw new Error(step.absent ? `"${step.pattern}" was said` : `"${step.pattern}" was not said`);
      }
      return;
    }
    case 'check':
      return check(step.words, play);
    case 'event':
      if (await holdEvent(step.words, assistant, play)) return;
      return step.words === 'notices are due' ? tellNotices(assistant, play) : happen(step.words, play);
    default:
      return;
  }
}

/** What is due is said, as the workers say it: the replies are then those notices. */
async function tellNotices(assistant: Assistant, play: Play): Promise<void> {
  const { services, clock } = play.data;
  const now = clock.now();
  await services.notices.release(now, 100);
  const said: Reply[] = [];
  for (;;) {
    const claimed = await services.outbox.claim(now, 100);
    if (claimed.length === 0) break;
    for (const { id, payload } of claimed) {
      if (payload.kind === 'notice' && payload.personId === (play.person?.id ?? null)) {
        const listener = { desk: play.desk, person: play.person, locale: play.locale, now };
        const told = await assistant.announce(payload.notice, listener, play.state);
        if (told !== null) {
          said.push(told.reply);
          play.state = JSON.parse(JSON.stringify(told.state)) as JsonValue;
        }
      }
      await services.outbox.markSent(id, now);
    }
  }
  play.replies = said;
}

/** Everything that the assistant said in the last turn, as a person reads it. */
export const heard = (play: Play): string => play.replies.map(inWords).join('\n---\n');

function inWords(reply: Reply): string {
  const buttons = reply.choices.map(({ label }) => `[${label}]`).join(' ');
  const facts = 'facts' in reply ? reply.facts.map(({ label, value }) => `${label} : ${value}`) : [];
  const lines: readonly (string | null)[] = [
    'title' in reply ? reply.title : null,
    reply.kind === 'receipt' ? reply.reference : null,
    'body' in reply ? reply.body : null,
    ...('steps' in reply ? reply.steps : []),
    reply.kind === 'answer' && reply.date !== null ? `${reply.date.label} : ${reply.date.value}` : null,
    ...facts,
    'notice' in reply ? reply.notice : null,
    'text' in reply ? reply.text : null,
    reply.kind === 'question' && reply.progress !== null
      ? `(${reply.progress.done}/${reply.progress.of})`
      : null,
    buttons,
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}

const flat = (text: string): string => text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
