import type { JsonValue } from '../data/conversations/types';
import type { Desk } from '../data/desks/types';
import type { Coupon } from '../data/coupons/types';
import type { Assignment, Invoice, Locale, Student } from '../data/people/types';
import { redact } from '../data/redaction';
import type { Services } from '../data/services';
import type { Knowledge, Understanding } from '../knowledge/types';
import { asksSomething } from './answer/question';
import { localWall } from './form/local-time';
import { en } from './messages.en';
import type { Messages } from './messages.fr';
import { fr } from './messages.fr';
import type { Reply } from './reply';
import type { ConversationState } from './state';
import type { Turn } from './turn';
import { understandTurn } from './understand-turn';

/** One line of the log: what happened, never what was said. */
export type TurnLog = (event: string, detail: Readonly<Record<string, JsonValue>>) => void;

/** What the assistant is built from. */
export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly services: Services;
  readonly log?: TurnLog;
}

/** Her records, each list read when somebody asks for it. */
export interface Records {
  assignments(): Promise<readonly Assignment[]>;
  students(): Promise<readonly Student[]>;
  invoices(): Promise<readonly Invoice[]>;
  coupons(): Promise<readonly Coupon[]>;
}

/** One turn with everything that those who answer it need. Read-only; what changes is returned. */
export interface Scene {
  readonly turn: Turn;
  readonly state: ConversationState;
  readonly knowledge: Knowledge;
  readonly services: Services;
  readonly log: TurnLog;
  readonly locale: Locale;
  readonly words: Messages;
  readonly desk: Desk;
  /** Her own zone; the desk's when nobody is known. */
  readonly zone: string;
  readonly records: Records;
  /** How the turn's text is understood on this desk; computed once. */
  understanding(): Understanding;
}

/** What a rank of the router gives back when it takes the turn. */
export interface Outcome {
  readonly replies: readonly Reply[];
  readonly state: ConversationState;
}

/** The sentences of a language. */
export const wordsOf = (locale: Locale): Messages => (locale === 'en' ? en : fr);

/** Builds the scene of a turn. */
export async function createScene(
  parts: AssistantParts,
  received: Turn,
  state: ConversationState,
  desk: Desk,
): Promise<Scene> {
  // Bank and social-security numbers go no further than this line.
  const turn: Turn = {
    ...received,
    text: redact(received.text),
    attachments: received.attachments.map((file) => ({ ...file, name: redact(file.name) })),
  };
  const zone = turn.person?.zone ?? desk.zone;
  const records = lazyRecords(parts.services, turn.person?.id ?? null);
  const names =
    turn.text === ''
      ? { students: [], assignments: [] }
      : { students: await records.students(), assignments: await records.assignments() };
  let understanding: Understanding | null = null;
  const understand = (): Understanding => {
    understanding ??= understandTurn(parts.knowledge, turn.text, turn.desk, names, {
      wall: localWall(turn.now, zone),
      zone,
    });
    return understanding;
  };
  const locale = localeOf(turn, state, understand);
  return {
    turn,
    state: state.locale === locale ? state : { ...state, locale },
    knowledge: parts.knowledge,
    services: parts.services,
    log: parts.log ?? (() => undefined),
    locale,
    words: wordsOf(locale),
    desk,
    zone,
    records,
    understanding: understand,
  };
}

/** A language is taken from a whole sentence only: "ok", a name or a number say nothing about it. */
const SENTENCE_WORDS = 4;

function localeOf(turn: Turn, state: ConversationState, understand: () => Understanding): Locale {
  const current = state.locale ?? turn.locale;
  const isSentence = turn.text.split(/\s+/).length >= SENTENCE_WORDS;
  if (turn.kind !== 'message' || !isSentence) return current;
  // Inside a form most sentences are answers, in whatever language her pupils and streets are named: only a question tells.
  return state.stack.length === 0 || asksSomething(turn.text) ? understand().language : current;
}

/** Each list is read once, when it is first asked for; nobody known has none. */
export function lazyRecords(services: Services, personId: string | null): Records {
  const once = <T>(read: (id: string) => Promise<readonly T[]>) => {
    let pending: Promise<readonly T[]> | null = null;
    return () => (pending ??= personId === null ? Promise.resolve([]) : read(personId));
  };
  return {
    assignments: once((id) => services.people.assignments(id)),
    students: once((id) => services.people.students(id)),
    invoices: once((id) => services.people.invoices(id)),
    coupons: once((id) => services.coupons.ofPerson(id)),
  };
}
