import { branchFor, factToAsk } from '../content/answer';
import type { Article } from '../content/article';
import { ANY_DESK, fileStem } from '../content/catalogue';
import type { Content } from '../content/content';
import type { ContentFault } from '../content/faults';
import type { Phrase } from '../content/phrases';
import { sameness } from '../text/sameness';

/** Fewer phrases than this leave a topic to chance. */
const FEWEST_PHRASES = 20;

/** Facts of topics.tsv and facts.tsv against each other and against the articles. */
export function catalogueFaults({ catalogue, articles }: Content): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const topics = new Set(catalogue.topics.map(({ id }) => id));
  if (catalogue.topics.length === 0)
    faults.push({
      file: 'topics.tsv',
      line: 0,
      message: 'there are no topics: the file is missing or has no rows',
    });
  const used = new Set(articles.all().flatMap(({ source }) => source));
  for (const { id, topicId } of catalogue.facts) {
    if (!topics.has(topicId))
      faults.push({
        file: 'facts.tsv',
        line: 0,
        message: `fact ${id} belongs to "${topicId}", which is no topic`,
      });
    else if (!used.has(id))
      faults.push({ file: 'facts.tsv', line: 0, message: `fact ${id} of ${topicId} is used by no article` });
  }
  return faults;
}

/** Every topic of a desk needs an article in both languages and phrases. */
export function completenessFaults(content: Content): readonly ContentFault[] {
  const { catalogue, articles, phrases } = content;
  const counts = new Map<string, number>();
  for (const { topicId } of phrases.phrases) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
  return catalogue.topics.flatMap((topic) => {
    const faults: ContentFault[] = [];
    const stem = `${topic.desk}/${fileStem(topic)}`;
    if (topic.desk !== ANY_DESK) {
      const article = articles.get(topic.id);
      if (!article)
        faults.push({
          file: `articles/${stem}.md`,
          line: 0,
          message: 'the topic has no article that can be used',
        });
      else if (!article.texts.en)
        faults.push({
          file: `articles/${stem}.en.md`,
          line: 0,
          message: 'the article is not written in English',
        });
    }
    const count = counts.get(topic.id) ?? 0;
    if (count < FEWEST_PHRASES)
      faults.push({
        file: `phrases/${stem}.txt`,
        line: 0,
        message: `${count} phrases: write ${FEWEST_PHRASES} or more`,
      });
    return faults;
  });
}

/** A phrase may stand in one topic only within a desk; what belongs to every desk counts for each. */
export function duplicateFaults({ catalogue, phrases }: Content): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  for (const desk of [...catalogue.desks, ANY_DESK]) {
    const first = new Map<string, Phrase>();
    for (const phrase of phrases.phrases) {
      if (phrase.desk !== desk && phrase.desk !== ANY_DESK) continue;
      const key = sameness(phrase.text);
      const before = first.get(key);
      if (!before) first.set(key, phrase);
      // Another spelling in the same topic is a phrase of its own ("a bientot").
      else if (before.topicId === phrase.topicId && before.text !== phrase.text) continue;
      // Two phrases of 'any' are reported once, with desk 'any'.
      else if (desk === ANY_DESK || phrase.desk !== ANY_DESK || before.desk !== ANY_DESK)
        faults.push({
          file: phrase.file,
          line: phrase.line,
          message: `"${phrase.text}" stands already in ${before.file}:${before.line}`,
        });
    }
  }
  return faults;
}

const sourceFaults = (article: Article, { catalogue }: Content): readonly ContentFault[] =>
  article.source.flatMap((id) => {
    const fact = catalogue.facts.find((each) => each.id === id);
    const at = { file: article.file, line: article.sourceLine };
    if (!fact) return [{ ...at, message: `source ${id} is no fact of facts.tsv` }];
    const desk = article.topicId.split('.')[0];
    if (!fact.topicId.startsWith(`${desk}.`))
      return [{ ...at, message: `source ${id} belongs to ${fact.topicId}, another desk's topic` }];
    return [];
  });

/** Plays the examples of every branch; a conditional branch without an example is unproven. */
export function exampleFaults(article: Article): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const reached = new Set<string>();
  for (const branch of article.branches) {
    for (const { facts, line } of branch.examples) {
      const shown = branchFor(article, facts);
      reached.add(shown.id);
      if (shown.id !== branch.id) {
        const message = `the example ${JSON.stringify(facts)} of "${branch.id}" gives "${shown.id}"`;
        faults.push({ file: article.file, line, message });
        continue;
      }
      const asked = factToAsk(article, facts);
      if (asked) {
        const message = `the example ${JSON.stringify(facts)} of "${branch.id}" would first ask "${asked.name}": give it`;
        faults.push({ file: article.file, line, message });
      }
    }
    if (branch.examples.length === 0 && article.branches.length > 1)
      faults.push({ file: article.file, line: branch.line, message: `branch "${branch.id}" has no example` });
  }
  for (const branch of article.branches) {
    if (branch.examples.length > 0 && !reached.has(branch.id))
      faults.push({
        file: article.file,
        line: branch.line,
        message: `no example reaches branch "${branch.id}"`,
      });
  }
  return faults;
}

/** A chip in English needs an English label. */
const labelFaults = (article: Article): readonly ContentFault[] => {
  const { fr, en } = article.texts;
  if (!en) return [];
  return [...fr.branches].flatMap(([id, { dateLabel }]) =>
    dateLabel !== null && en.branches.get(id)?.dateLabel === dateLabel
      ? [
          {
            file: article.file.replace(/\.md$/, '.en.md'),
            line: 0,
            message: `the date of "${id}" has no English label (dates: { ${id}: ... })`,
          },
        ]
      : [],
  );
};

/** Everything that can be said of the content without the router. */
export function contentFaults(content: Content): readonly ContentFault[] {
  return [
    ...catalogueFaults(content),
    ...content.articles.faults(),
    ...content.phrases.faults,
    ...completenessFaults(content),
    ...duplicateFaults(content),
    ...content.articles
      .all()
      .flatMap((article) => [
        ...sourceFaults(article, content),
        ...exampleFaults(article),
        ...labelFaults(article),
      ]),
  ];
}
