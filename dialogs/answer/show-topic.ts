import type { Answer, AskedFact, AskFact, Facts } from '../../knowledge/types';
import { sayDate } from '../say';
import type { Choice, Reply } from '../reply';
import { humanChoice, metaFor, say, topicChoice, topicTitle } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { ConversationState, Said } from '../state';
import { checklist } from '../ticket/checks';
import { comeBackChoice } from '../come-back/promise';
import { forwardChoice } from '../ticket/forward';
import { zoneName } from '../zone-name';
import { collectFacts, sessionFacts, sourceOf } from './facts';
import { toldFacts, urgentTopic } from './told';
import { whichStudent } from './which-student';

/** Which topic to show, and what is known about the request. */
export interface TopicRequest {
  readonly topicId: string;
  readonly confidence: number;
  /** What she said for the article's own questions. */
  readonly asked?: Facts;
  readonly said?: readonly Said[];
  /** Other topics that the message may have meant, likelier first. */
  readonly others?: readonly string[];
}

/** The answer that holds today for her, or the one question that decides, or an honest hand-over where there is no article yet. */
export async function showTopic(
  scene: Scene,
  state: ConversationState,
  request: TopicRequest,
): Promise<Outcome> {
  const topicId = request.asked === undefined ? urgentTopic(request.topicId, state.query) : request.topicId;
  const records = await collectFacts(sourceOf(scene), state.query, request.asked);
  const told = await toldFacts(scene, topicId, state.query, records);
  const asked = { ...told, ...request.asked };
  const facts: Facts = { ...records, ...sessionFacts(asked), ...asked };
  const known = { ...request, topicId, asked };
  const student = await whichStudent(scene, topicId, facts);
  if (student !== null) return askFact(state, known, student);
  const answer = answerIn(scene, topicId, facts);
  if (answer === null) return withoutArticle(scene, state, known);
  return answer.kind === 'ask'
    ? askFact(state, known, answer.fact)
    : showAnswer(scene, state, known, answer, facts);
}

/** The article in her language; in French where there is no English one. */
export function answerIn(scene: Scene, topicId: string, facts: Facts): Answer | AskFact | null {
  const answer = scene.knowledge.answer(topicId, scene.locale, facts);
  return answer ?? (scene.locale === 'en' ? scene.knowledge.answer(topicId, 'fr', facts) : null);
}

function withoutArticle(scene: Scene, state: ConversationState, request: TopicRequest): Outcome {
  const { words } = scene;
  return {
    state: { ...state, awaiting: null, misunderstood: 0 },
    replies: [
      say(
        words.answer.noArticle(topicTitle(scene, request.topicId)),
        [
          {
            label: words.common.createRequest,
            action: { type: 'start-form', form: 'ticket', topicId: request.topicId },
            primary: true,
          },
          { label: words.common.somethingElse, action: { type: 'choose', value: 'clarify:none' } },
        ],
        metaFor('answer', request.topicId, request.confidence),
      ),
    ],
  };
}

function askFact(state: ConversationState, request: TopicRequest, fact: AskedFact): Outcome {
  const choices: readonly Choice[] = fact.choices.map(({ value, label }) => ({
    label,
    action: { type: 'choose', value: `fact:${fact.name}=${JSON.stringify(value)}` },
  }));
  return {
    state: {
      ...state,
      misunderstood: 0,
      awaiting: {
        kind: 'fact',
        topicId: request.topicId,
        confidence: request.confidence,
        fact: fact.name,
        question: fact.question,
        choices: fact.choices,
        asked: request.asked ?? {},
        said: request.said ?? [],
        others: request.others ?? [],
        misses: 0,
      },
    },
    replies: [
      {
        kind: 'question',
        text: fact.question,
        progress: null,
        choices,
        meta: metaFor('answer', request.topicId, request.confidence),
      },
    ],
  };
}

function showAnswer(
  scene: Scene,
  state: ConversationState,
  request: TopicRequest,
  answer: Answer,
  facts: Facts,
): Outcome {
  const checks = checklist(answer.topicId, facts, scene);
  const card: Reply = {
    kind: 'answer',
    title: answer.title,
    body: checks === null ? answer.body : `${answer.body}\n\n${checks}`,
    steps: answer.steps,
    date: answer.date === null ? null : { label: answer.date.label, value: dateOf(scene, answer.date.iso) },
    choices: answerChoices(scene, answer),
    meta: metaFor('answer', answer.topicId, request.confidence),
  };
  const kept = state.kept.filter((id) => id !== answer.topicId);
  const second = kept[0];
  return {
    state: {
      ...state,
      awaiting: null,
      misunderstood: 0,
      kept: kept.slice(1),
      shown: {
        topicId: answer.topicId,
        branchId: answer.branchId,
        title: answer.title,
        text: [answer.body, ...answer.steps.map((step, index) => `${index + 1}. ${step}`)].join('\n\n'),
        asked: request.asked ?? {},
        said: request.said ?? [],
        others: (request.others ?? []).filter((id) => id !== answer.topicId),
      },
    },
    replies: second === undefined ? [card] : [card, secondRequest(scene, second)],
  };
}

/** A date that decides is one of the desk's calendar: where she lives by another, that is said. */
function dateOf({ locale, turn, zone, desk, words }: Scene, iso: string): string {
  const date = sayDate(iso, locale, turn.now);
  return zone === desk.zone ? date : `${date} (${zoneName(desk.zone, words)})`;
}

/** A second request of the same message, offered when the first one is done. */
export const secondRequest = (scene: Scene, topicId: string): Reply =>
  say(
    scene.words.answer.second(topicTitle(scene, topicId)),
    [{ ...topicChoice(scene, topicId), label: scene.words.answer.secondYes }],
    metaFor('clarify', topicId),
  );

/** What can be done under an answer: the request or form that it leads to, and the three small actions. */
function answerChoices(scene: Scene, answer: Answer): readonly Choice[] {
  const { words } = scene;
  const helpful = (value: boolean) =>
    ({ type: 'helpful', topicId: answer.topicId, branchId: answer.branchId, helpful: value }) as const;
  const choices: Choice[] = [];
  const form = FORM_OF_TOPIC[answer.topicId];
  if (form === 'coupon') {
    choices.push({ label: words.answer.startCoupon, action: { type: 'start-form', form }, primary: true });
  } else if (form === 'report') {
    choices.push({ label: words.report.fillNow, action: { type: 'start-form', form }, primary: true });
  } else if (form === 'appointment') {
    choices.push({
      label: words.answer.startAppointment,
      action: { type: 'start-form', form },
      primary: true,
    });
  }
  if (answer.ticket === 'now') {
    choices.push({
      label: words.common.createRequest,
      action: { type: 'start-form', form: 'ticket', topicId: answer.topicId },
      primary: form === undefined,
    });
  }
  if (answer.ticket === 'later' && answer.date !== null) {
    const place = { words, locale: scene.locale, zone: scene.zone, deskZone: scene.desk.zone };
    choices.push(comeBackChoice(place, answer.topicId, answer.date.iso));
  }
  const forward = forwardChoice(scene, answer.topicId);
  if (forward !== null) choices.push(forward);
  choices.push(
    { label: words.answer.helped, action: helpful(true) },
    { label: words.answer.notHelped, action: helpful(false) },
    humanChoice(scene),
  );
  return choices;
}

const FORM_OF_TOPIC: Readonly<Record<string, 'coupon' | 'appointment' | 'report'>> = {
  'abc.coupon-entry': 'coupon',
  'abc.appointment': 'appointment',
  'abc.bilan': 'report',
};
