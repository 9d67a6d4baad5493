import type { FactValue } from '../../knowledge/types';
import { openFact } from '../answer/open-facts';
import { asksSomething } from '../answer/question';
import { showTopic } from '../answer/show-topic';
import { asksOwnCoupons } from '../coupon/orders';
import { exactIntent } from '../form/exact';
import type { Choice, Reply } from '../reply';
import { filesReceived, humanChoice, metaFor, say } from '../replies';
import type { Rank } from '../router';
import { sayDate } from '../say';
import type { Outcome, Scene } from '../scene';
import type { Awaiting } from '../state';
import { fold, wordCount } from '../text/fold';
import { addToTicket, additionQuestion } from '../ticket/addition';

type AwaitedFact = Awaiting & { kind: 'fact' };

/** Something that is clearly another request is answered as such, although a question is pending. */
const OTHER_REQUEST_CONFIDENCE = 0.9;
/** A whole sentence that answers nothing of what was asked is likelier about something else than a clumsy answer. */
const OTHER_SENTENCE = { confidence: 0.63, words: 6 };
const OTHER_QUESTION_CONFIDENCE = 0.3;
const OWN_QUESTION_CONFIDENCE = 0.96;
const MISSES_FOR_PERSON = 3;

/** The pending question of an answer, or what she wanted to add to a ticket. */
export const awaitedRank: Rank = {
  name: 'awaited',
  async take(scene) {
    const { awaiting } = scene.state;
    if (awaiting === null || scene.turn.action !== null) return null;
    if (awaiting.kind === 'addition') {
      return isOwnQuestion(scene) ? answerThenAdd(scene, awaiting) : addToTicket(scene, awaiting);
    }
    if (scene.turn.text === '') {
      return { state: scene.state, replies: [say(filesReceived(scene)), factQuestion(scene, awaiting)] };
    }
    const choice = matchChoice(scene, awaiting);
    if (choice !== null) return answerFact(scene, awaiting, JSON.stringify(choice));
    if (isNoneOfThem(scene, awaiting)) return answerFact(scene, awaiting, 'null');
    const typed = await openFact(scene, awaiting.fact);
    if (typed !== null) return answerFact(scene, awaiting, JSON.stringify(typed));
    if (exactIntent(scene.turn.text) === 'unknown') return undecided(scene, awaiting);
    if (isOtherRequest(scene, awaiting)) return null;
    return isUnknownRequest(scene) ? refuseThenAsk(scene, awaiting) : askAgain(scene, awaiting);
  },
};

/** "Un autre" of her students: none of the buttons, and so none of the records. */
const isNoneOfThem = (scene: Scene, { choices }: AwaitedFact): boolean =>
  choices.some(({ value }) => value === null) &&
  /^(?:c est )?(?:(?:un |une )?autre(?: etudiante?)?|aucun(?: d eux)?|pas dans la liste|another(?: one)?|none(?: of them)?)$/.test(
    fold(scene.turn.text),
  );

/** The answer's fact is known: the article is asked again with it. */
export function answerFact(scene: Scene, awaiting: AwaitedFact, json: string): Promise<Outcome> {
  const value = parseValue(json);
  const label =
    awaiting.choices.find((choice) => choice.value === value)?.label ??
    sayDate(String(value), scene.locale, scene.turn.now);
  return showTopic(
    scene,
    { ...scene.state, awaiting: null },
    {
      topicId: awaiting.topicId,
      confidence: awaiting.confidence,
      asked: { ...awaiting.asked, [awaiting.fact]: value },
      said: [...awaiting.said, { key: awaiting.fact, label: awaiting.question, value: label }],
      others: awaiting.others,
    },
  );
}

function parseValue(json: string): FactValue {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  } catch {
    return null;
  }
}

/** A typed answer: yes or no, or one choice's label or value in her words. Two that fit equally are none. */
export function matchChoice(scene: Scene, awaiting: AwaitedFact): FactValue | null {
  const { text } = scene.turn;
  const intent = exactIntent(text);
  if (intent === 'unknown') {
    return awaiting.choices.find(({ label }) => UNDECIDED.test(fold(label)))?.value ?? null;
  }
  const yesNo = yesOrNo(text);
  if (yesNo !== null && awaiting.choices.every(({ value }) => typeof value === 'boolean')) return yesNo;
  if (intent === 'yes' && awaiting.choices.some(({ value }) => value === true)) return true;
  if (intent === 'no' && awaiting.choices.some(({ value }) => value === false)) return false;
  const number = /^\s*(\d+)\s*(?:fois|x|times|absences?|sessions?)?\s*[.!]?\s*$/i.exec(text);
  if (number !== null) {
    const exact = awaiting.choices.find(({ value }) => value === Number(number[1]));
    if (exact !== undefined) return exact.value;
  }
  if (asksSomething(text)) return null;
  const matches = scene.knowledge.matchNames(text, awaiting.choices, ({ label, value }) => [
    label,
    String(value),
  ]);
  const best = matches[0];
  if (best !== undefined && best.score > (matches[1]?.score ?? 0)) return best.candidate.value;
  return byWords(text, awaiting.choices);
}

/** "Oui, depuis lundi" and "non toujours pas" decide a yes-no question by their first word. */
function yesOrNo(text: string): boolean | null {
  const first = fold(text).split(' ')[0] ?? '';
  if (['oui', 'ouais', 'ouai', 'si', 'yes', 'yep', 'yeah', 'deja'].includes(first)) return true;
  return ['non', 'nan', 'no', 'nope', 'jamais', 'pas'].includes(first) ? false : null;
}

/** A choice for those who do not know. */
const UNDECIDED = /\b(?:sais pas|pas sure?|do not know|not sure)\b/;

const SMALL_WORDS = new Set([
  'le',
  'la',
  'les',
  'un',
  'une',
  'de',
  'du',
  'des',
  'est',
  'elle',
  'il',
  'c',
  'j',
  'je',
  'ai',
  'a',
  'au',
  'en',
  'et',
  'sur',
  'depuis',
  'the',
  'is',
  'it',
  'mon',
  'ma',
  'mes',
]);

/** The one choice that shares words with what she typed. */
function byWords(text: string, choices: AwaitedFact['choices']): FactValue | null {
  const words = new Set(
    fold(text)
      .split(' ')
      .filter((word) => !SMALL_WORDS.has(word)),
  );
  const scored = choices
    .map(({ label, value }) => ({
      value,
      score: fold(label)
        .split(' ')
        .filter((word) => words.has(word)).length,
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best !== undefined && best.score > 0 && best.score > (next?.score ?? 0) ? best.value : null;
}

function isOtherRequest(scene: Scene, awaiting: AwaitedFact): boolean {
  if (exactIntent(scene.turn.text) !== null) return false;
  if (asksOwnCoupons(scene)) return true;
  const understood = scene.understanding();
  const top = understood.topics[0];
  if (understood.decision === 'service') return true;
  if (top === undefined || top.id === awaiting.topicId) return false;
  const isSentence =
    (top.confidence >= OTHER_SENTENCE.confidence && wordCount(scene.turn.text) >= OTHER_SENTENCE.words) ||
    (top.confidence >= OTHER_QUESTION_CONFIDENCE && requests(scene.turn.text));
  return understood.decision === 'answer'
    ? top.confidence >= OTHER_REQUEST_CONFIDENCE || isSentence
    : understood.decision === 'clarify' && isSentence;
}

/** Whether a sentence asks or wants something: no clumsy answer to a question with two buttons. */
const requests = (text: string): boolean =>
  wordCount(text) >= 4 &&
  (asksSomething(text) ||
    /^(?:(?:je|j|i) ?(?:veux|ve|veu|voudrais|aimerais|souhaite|dois|cherche|want|need|would like)|jve|jveux|jvoudrais)\b/.test(
      fold(text),
    ));

const isUnknownRequest = (scene: Scene): boolean =>
  scene.understanding().decision === 'reject' && requests(scene.turn.text);

/** Something else that nobody here knows: said to be so, and the question is asked as it was. */
async function refuseThenAsk(scene: Scene, awaiting: AwaitedFact): Promise<Outcome> {
  const again = { ...(await inHerLanguage(scene, awaiting)), misses: awaiting.misses };
  return {
    state: { ...scene.state, awaiting: again },
    replies: [say(scene.words.fallback.outOfScope, [], metaFor('reject')), factQuestion(scene, again)],
  };
}

const choicesOf = (awaiting: AwaitedFact): readonly Choice[] =>
  awaiting.choices.map(({ value, label }) => ({
    label,
    action: { type: 'choose', value: `fact:${awaiting.fact}=${JSON.stringify(value)}` },
  }));

async function askAgain(scene: Scene, awaiting: AwaitedFact): Promise<Outcome> {
  const misses = awaiting.misses + 1;
  if (misses >= MISSES_FOR_PERSON) return undecided(scene, awaiting);
  const again = { ...(await inHerLanguage(scene, awaiting)), misses };
  return {
    state: { ...scene.state, awaiting: again },
    replies: [factQuestion(scene, again, `${scene.words.answer.factMissed} ${again.question}`)],
  };
}

/** The pending question as it is asked in the language that she writes now. */
async function inHerLanguage(scene: Scene, awaiting: AwaitedFact): Promise<AwaitedFact> {
  const { topicId, confidence, others, said, asked } = awaiting;
  const state = { ...scene.state, awaiting: null };
  const again = await showTopic(scene, state, { topicId, confidence, others, said, asked });
  const now = again.state.awaiting;
  return now?.kind === 'fact' && now.fact === awaiting.fact ? now : awaiting;
}

/** A clear question to Guichet is none of the words that she wants added to her request. */
function isOwnQuestion(scene: Scene): boolean {
  const { text, attachments } = scene.turn;
  if (text === '' || attachments.length > 0 || !asksSomething(text)) return false;
  const { decision, topics } = scene.understanding();
  return decision === 'answer' && (topics[0]?.confidence ?? 0) >= OWN_QUESTION_CONFIDENCE;
}

/** Answers her question; what she wants to add is asked again. */
async function answerThenAdd(scene: Scene, awaiting: Awaiting & { kind: 'addition' }): Promise<Outcome> {
  const [top] = scene.understanding().topics;
  if (top === undefined) return addToTicket(scene, awaiting);
  const state = { ...scene.state, query: scene.turn.text };
  const answered = await showTopic(scene, state, { topicId: top.id, confidence: top.confidence });
  if (answered.state.awaiting !== null) return answered;
  return {
    state: { ...answered.state, awaiting },
    replies: [...answered.replies, additionQuestion(scene, awaiting)],
  };
}

/** The pending question of an article, with its choices. */
export const factQuestion = (
  scene: Scene,
  awaiting: AwaitedFact,
  text: string = awaiting.question,
): Reply => ({
  kind: 'question',
  text,
  progress: null,
  choices: [...choicesOf(awaiting), humanChoice(scene)],
  meta: metaFor('answer', awaiting.topicId, awaiting.confidence),
});

/** She does not know, or it cannot be read: nothing is guessed, a person looks. */
const undecided = (scene: Scene, awaiting: AwaitedFact): Outcome => ({
  state: { ...scene.state, awaiting: null },
  replies: [
    say(
      scene.words.answer.factUnknownAnswer,
      [
        {
          label: scene.words.common.createRequest,
          action: { type: 'start-form', form: 'ticket', topicId: awaiting.topicId },
          primary: true,
        },
        humanChoice(scene),
      ],
      metaFor('answer', awaiting.topicId, awaiting.confidence),
    ),
  ],
});
