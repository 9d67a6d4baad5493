import { ANY_DESK } from './content/catalogue';
import { toldConfidence } from './retrieval/told';
import type { DeskJudgement } from './retrieval/router';
import type { Decision, Understanding } from './types';
import type { ExplainedUnderstanding } from './understand';

/** Understands another text for the same desk. */
export type Understand = (text: string) => Understanding;

const SHOWN_TOPICS = 3;
const SHOWN_WORDS = 4;
const MOST_WORDS = 60;
/** A word counts as deciding when the topic loses this much confidence without it. */
const LEAST_LOSS = 0.03;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const OUTCOMES: Readonly<Record<Decision, string>> = {
  answer: 'it is answered',
  clarify: 'the person is asked to choose',
  reject: 'it is refused, and a person is offered',
  service: 'it is answered as small talk or an order',
};

function reasonOf({ understanding, routing, calibration }: ExplainedUnderstanding): string {
  const [first] = understanding.topics;
  if (!first) return 'no word in it can be read';
  if (understanding.decision === 'reject')
    return `it is for us at ${percent(routing.scope)} only; below ${percent(calibration.refuseBelow)} it is refused`;
  const limit = percent(toldConfidence(calibration.answerFrom, calibration.told));
  return understanding.decision === 'clarify'
    ? `the first topic has ${percent(first.confidence)}; from ${limit} on it is answered`
    : `the first topic has ${percent(first.confidence)}, and ${limit} is enough`;
}

/** The words without which a topic would be believed less, the most telling first: "payé" (41 % without it). */
function decidingWords({ text, topics }: Understanding, topicId: string, understand: Understand): string {
  const now = topics.find(({ id }) => id === topicId)?.confidence ?? 0;
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].slice(0, MOST_WORDS);
  const telling = words
    .map(({ 0: word, index }) => {
      const rest = understand(`${text.slice(0, index)} ${text.slice(index + word.length)}`);
      return { word, without: rest.topics.find(({ id }) => id === topicId)?.confidence ?? 0 };
    })
    .filter(({ without }) => now - without >= LEAST_LOSS)
    .sort((a, b) => a.without - b.without)
    .slice(0, SHOWN_WORDS);
  return telling.map(({ word, without }) => `"${word}" (${percent(without)} without it)`).join(', ');
}

const phraseOf = ({ model }: DeskJudgement, row: number): string => model.rowTexts[row] ?? '';

function scopeLines(desk: DeskJudgement | undefined, scope: number): readonly string[] {
  if (!desk) return [];
  const { signals } = desk;
  const foreign = phraseOf(desk, signals.foreignRow);
  return [
    `  for us: ${percent(scope)}; the phrases know ${percent(signals.coverage)} of its words, rare ones counting more` +
      (foreign === ''
        ? ''
        : `; nearest foreign message (${percent(signals.foreignNearest)} alike): "${foreign}"`),
  ];
}

function topicLines(explained: ExplainedUnderstanding, understand: Understand): readonly string[] {
  const { understanding, routing } = explained;
  return understanding.topics.slice(0, SHOWN_TOPICS).flatMap(({ id, confidence }, index) => {
    const desk = routing.desks.find(({ topics }) => topics.some((topic) => topic.id === id));
    const place = desk?.model.classes.indexOf(id) ?? -1;
    const phrase = desk ? phraseOf(desk, desk.signals.nearestRow[place] ?? -1) : '';
    const alike = percent(desk?.signals.nearest[place] ?? 0);
    const words = decidingWords(understanding, id, understand);
    return [
      `  ${index + 1}. ${id} ${percent(confidence)}`,
      phrase === '' ? '     no phrase of it is near' : `     nearest phrase (${alike} alike): "${phrase}"`,
      ...(words === '' ? [] : [`     words that speak for it: ${words}`]),
    ];
  });
}

/**
 * What decided, in lines for whoever writes articles: the outcome and why, whether it is for us, then each topic with what speaks for it.
 *
 * @param understand judges the message with a word left out: what it loses is what the word was worth.
 */
export function explainLines(explained: ExplainedUnderstanding, understand: Understand): readonly string[] {
  const { understanding, routing } = explained;
  const { text, decision, desk, language, intents } = understanding;
  const desks = routing.desks.map(({ model, share }) => `${model.desk} ${percent(share)}`).join(', ');
  return [
    `"${text}" (${language === 'fr' ? 'French' : 'English'}, desk ${desk})`,
    `  ${OUTCOMES[decision]}: ${reasonOf(explained)}`,
    ...(desk === ANY_DESK && desks !== '' ? [`  nobody said which desk; it looks like ${desks}`] : []),
    ...scopeLines(routing.desks[0], routing.scope),
    ...topicLines(explained, understand),
    ...(intents.length > 1 ? [`  asks for several things: ${intents.join(' and ')}`] : []),
  ];
}
