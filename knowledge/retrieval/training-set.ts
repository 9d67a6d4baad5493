import type { Article } from '../content/article';
import type { Catalogue } from '../content/catalogue';
import { ANY_DESK, fileStem, OUT_OF_SCOPE } from '../content/catalogue';
import type { Topic } from '../types';
import type { Phrase } from '../content/phrases';
import type { Template } from '../content/template';
import type { Example, DeskExamples } from './examples';

/** A sentence of an article says what is answered, not what is asked: it counts less than a phrase. */
const ARTICLE_WEIGHT = 0.5;
/** A phrase of the same topic on another desk. */
export const SHARED_WEIGHT = 0.6;
const MAX_SENTENCES = 12;

const plainText = (template: Template): string =>
  template.parts.map((part) => (typeof part === 'string' ? part : ' ')).join('');

const withoutMarkdown = (text: string): string =>
  text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');

/** The titles and first sentences of an article, in every language written. */
export function articleSentences(article: Article): readonly string[] {
  const sentences: string[] = [];
  for (const text of [article.texts.fr, article.texts.en]) {
    if (!text) continue;
    const found = [...text.branches.values()]
      .flatMap(({ body, steps }) => [body, ...steps].map((template) => withoutMarkdown(plainText(template))))
      .flatMap((paragraph) => paragraph.split(/(?<=[.!?:])\s+|\n+/))
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.split(/\s+/).length >= 4);
    sentences.push(text.title, ...[...new Set(found)].slice(0, MAX_SENTENCES));
  }
  return sentences;
}

/**
 * What each desk learns from: the phrases of its topics, what its articles say, the service labels and the foreign messages.
 *
 * @param articleOf the article in use for a topic.
 */
export function trainingSets(
  catalogue: Catalogue,
  phrases: readonly Phrase[],
  articleOf: (topicId: string) => Article | null,
): readonly DeskExamples[] {
  const service = catalogue.topics.filter(({ desk, id }) => desk === ANY_DESK && id !== OUT_OF_SCOPE);
  const common = phrases.filter(({ desk }) => desk === ANY_DESK).map(asExample);
  return catalogue.desks.map((desk) => {
    const topics = catalogue.topics.filter((topic) => topic.desk === desk);
    const titles = topics.map(({ id, titleFr }) => ({ text: titleFr, topicId: id, weight: ARTICLE_WEIGHT }));
    const fromArticles = topics.flatMap(({ id }) => {
      const article = articleOf(id);
      if (!article) return [];
      return articleSentences(article).map((text) => ({ text, topicId: id, weight: ARTICLE_WEIGHT }));
    });
    const own = phrases.filter((phrase) => phrase.desk === desk).map(asExample);
    const shared = sharedExamples(topics, catalogue.topics, phrases);
    return {
      desk,
      classes: [...topics, ...service].map(({ id }) => id),
      examples: [...own, ...shared, ...titles, ...fromArticles, ...common],
    };
  });
}

/** Phrases of the topics that other desks have under the same name: the answers differ, the questions hardly. */
function sharedExamples(
  topics: readonly Topic[],
  all: readonly Topic[],
  phrases: readonly Phrase[],
): readonly Example[] {
  return topics.flatMap((topic) => {
    const twins = all.filter((other) => other.desk !== topic.desk && fileStem(other) === fileStem(topic));
    return phrases
      .filter(({ topicId }) => twins.some(({ id }) => id === topicId))
      .map(({ text }) => ({ text, topicId: topic.id, weight: SHARED_WEIGHT, borrowed: true as const }));
  });
}

const asExample = ({ text, topicId }: Phrase): Example => ({ text, topicId, weight: 1 });
