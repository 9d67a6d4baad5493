import { DateTime } from 'luxon';
import { answerIn, showTopic } from '../answer/show-topic';
import { collectFacts, sourceOf } from '../answer/facts';
import { localClock, localDate } from '../form/local-time';
import type { Messages } from '../messages.fr';
import type { Choice } from '../reply';
import { humanChoice, isOwnTopic, metaFor, say, topicTitle } from '../replies';
import { sayClock, sayDate } from '../say';
import type { Outcome, Scene } from '../scene';
import type { ConversationState } from '../state';
import { zoneName } from '../zone-name';
import { comeBackAt } from './due';

const PREFIX = 'come-back:';
const OFF_PREFIX = 'come-back-off:';
/** A promise further ahead than this was made by no answer of ours. */
const MOST_DAYS_AHEAD = 400;

/** Where a promise is made: the day decides for her zone and for the desk's. */
interface Place {
  readonly words: Messages;
  readonly locale: 'fr' | 'en';
  readonly zone: string;
  readonly deskZone: string;
}

/** The button that offers to come back about a topic when its date has come. */
export function comeBackChoice(place: Place, topicId: string, date: string): Choice {
  const due = comeBackAt(date, place.zone, place.deskZone);
  return {
    label: place.words.comeBack.offer(dayOf(due, place)),
    action: { type: 'choose', value: `${PREFIX}${topicId}=${date}` },
    primary: true,
  };
}

/** "7", "1er"; with its month from the next month on: the 7th of the month after that is another day. */
function dayOf(due: Date, { zone, locale }: Place): string {
  const day = DateTime.fromJSDate(due, { zone }).setLocale(locale);
  if (locale === 'en') return day.toFormat('d LLLL');
  const number = day.day === 1 ? '1er' : String(day.day);
  return `${number} ${day.toFormat('LLLL')}`;
}

/** The buttons of promises, pressed; null: it is another button. */
export function comeBackButton(scene: Scene, value: string): Promise<Outcome> | null {
  if (value === 'notice:settled') return Promise.resolve(settled(scene));
  if (value.startsWith(OFF_PREFIX)) return callOffButton(scene, value.slice(OFF_PREFIX.length));
  const promised = /^come-back:([a-z-]+\.[a-z-]+)=(\d{4}-\d{2}-\d{2})$/.exec(value);
  return promised === null ? null : promise(scene, promised[1] ?? '', promised[2] ?? '');
}

/** What was promised in this conversation about a topic. */
const promisesKey = (conversationId: string, topicId: string): string =>
  `${PREFIX}${conversationId}:${topicId}:`;

async function promise(scene: Scene, topicId: string, date: string): Promise<Outcome> {
  const { state, turn, services, desk, words } = scene;
  const today = localDate(turn.now, desk.zone);
  const days = DateTime.fromISO(date).diff(DateTime.fromISO(today), 'days').days;
  if (!isOwnTopic(scene, topicId) || Number.isNaN(days) || days > MOST_DAYS_AHEAD) {
    return { state, replies: [say(words.form.invalidChoice, [humanChoice(scene)])] };
  }
  const shown = state.shown?.topicId === topicId ? state.shown : null;
  // The day has come meanwhile: what holds now is shown, and nothing is promised.
  if (days <= 0) return showTopic(scene, state, { topicId, confidence: 1, asked: shown?.asked });
  const facts = await collectFacts(sourceOf(scene), state.query, shown?.asked);
  const answer = answerIn(scene, topicId, { ...facts, ...shown?.asked });
  const dueAt = comeBackAt(date, scene.zone, desk.zone);
  const key = promisesKey(turn.conversationId, topicId);
  const [planned] = await services.notices.planned(key);
  if (planned?.dueAt.getTime() !== dueAt.getTime()) {
    await services.notices.cancel(key);
    await services.notices.schedule({
      dedupeKey: `${key}${turn.id}`,
      target: { personId: turn.person?.id ?? null, conversationId: turn.conversationId },
      notice: {
        kind: 'come-back',
        topicId,
        query: state.query,
        next: answer?.kind === 'answer' ? (answer.next ?? undefined) : undefined,
      },
      dueAt,
      now: turn.now,
    });
  }
  const off: Choice = {
    label: words.comeBack.off,
    action: { type: 'choose', value: `${OFF_PREFIX}${topicId}` },
  };
  return {
    state: {
      ...state,
      awaiting: null,
      misunderstood: 0,
      promised: [...new Set([...state.promised, topicId])],
    },
    replies: [say(words.comeBack.promised(whenOf(scene, dueAt)), [off], metaFor('service', topicId))],
  };
}

function whenOf({ zone, desk, locale, words, turn }: Scene, dueAt: Date): string {
  return words.comeBack.when(
    sayDate(localDate(dueAt, zone), locale, turn.now),
    sayClock(localClock(dueAt, zone), locale),
    zone === desk.zone ? '' : zoneName(zone, words),
  );
}

/** She needs it no longer: what is planned about these topics is not said. */
async function callOff(scene: Scene, topicIds: readonly string[]): Promise<ConversationState> {
  const { turn, services, state } = scene;
  for (const topicId of topicIds) await services.notices.cancel(promisesKey(turn.conversationId, topicId));
  const promised = state.promised.filter((topicId) => !topicIds.includes(topicId));
  return { ...state, misunderstood: 0, promised };
}

async function callOffButton(scene: Scene, topicId: string): Promise<Outcome> {
  if (!isOwnTopic(scene, topicId)) {
    return { state: scene.state, replies: [say(scene.words.form.invalidChoice, [humanChoice(scene)])] };
  }
  const text = scene.words.comeBack.calledOff(topicTitle(scene, topicId));
  return {
    state: await callOff(scene, [topicId]),
    replies: [say(text, [], metaFor('service', topicId))],
  };
}

/** "C'est réglé" to a question of ours. */
function settled({ state, words }: Scene): Outcome {
  return {
    state: { ...state, awaiting: null, misunderstood: 0, query: '', shown: null },
    replies: [say(words.comeBack.settled)],
  };
}

/** "Plus besoin" and "j'ai été payée" in words, where something was promised. null: nothing was, or it is said of something else. */
export async function callOffInWords(scene: Scene, said: 'off' | 'settled'): Promise<Outcome | null> {
  const { words, state } = scene;
  if (state.promised.length === 0) return null;
  const titles = state.promised.map((topicId) => topicTitle(scene, topicId)).join(', ');
  const text = said === 'settled' ? words.comeBack.settled : words.comeBack.calledOff(titles);
  return { state: await callOff(scene, state.promised), replies: [say(text)] };
}
