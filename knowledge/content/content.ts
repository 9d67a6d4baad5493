import type { ArticleSet } from './article-store';
import { loadArticles } from './article-store';
import type { Catalogue } from './catalogue';
import { readCatalogue } from './catalogue';
import type { Phrase, PhraseSet } from './phrases';
import { loadPhrases } from './phrases';

/** Everything that a knowledge folder says, as its files stood at one instant. */
export interface Content {
  readonly catalogue: Catalogue;
  readonly articles: ArticleSet;
  readonly phrases: PhraseSet;
}

/**
 * Reads a knowledge folder. Never throws: what cannot be used is reported by the parts.
 *
 * @param dir the folder that contains topics.tsv, facts.tsv, articles/ and phrases/.
 * @param previous what was in use until now; broken files keep their version of it.
 */
export function loadContent(dir: string, previous?: Content): Content {
  const read = readCatalogue(dir);
  const catalogue = read.topics.length === 0 && previous ? previous.catalogue : read;
  return {
    catalogue,
    articles: loadArticles(dir, catalogue, previous?.articles),
    phrases: loadPhrases(dir, catalogue, previous?.phrases),
  };
}

/** Everything that routing depends on, as text: the key of the cache. */
export function* contentParts(content: Content): Generator<string> {
  for (const topic of content.catalogue.topics) yield `${topic.id}\t${topic.desk}\t${topic.titleFr}`;
  for (const { topicId, text } of content.phrases.phrases) yield phraseKey(topicId, text);
  yield* content.articles.rawTexts();
}

const phraseKey = (topicId: Phrase['topicId'], text: string): string => `${topicId}\t${text}`;
