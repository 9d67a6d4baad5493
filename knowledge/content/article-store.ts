import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from './article';
import type { Catalogue } from './catalogue';
import { fileStem } from './catalogue';
import type { ContentFault } from './faults';
import { ArticleError, parseFrenchArticle, withEnglish } from './parse-article';

const ENGLISH = '.en.md';

/** Names of the files of a folder with an ending, sorted; a folder that is not there has none. */
export function listFiles(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

/** A content file as it was read. */
interface RawFile {
  readonly file: string;
  readonly text: string;
}

interface Parsed {
  readonly article: Article | null;
  readonly faults: readonly ContentFault[];
}

const faultsOf = (error: unknown, file: string): readonly ContentFault[] =>
  error instanceof ArticleError ? error.faults : [{ file, line: 0, message: (error as Error).message }];

function parseTopic(topicId: string, french: RawFile, english: RawFile | null): Parsed {
  let article: Article;
  try {
    article = parseFrenchArticle(french.file, french.text);
  } catch (error) {
    return { article: null, faults: faultsOf(error, french.file) };
  }
  if (article.topicId !== topicId) {
    const message = `it says "topic: ${article.topicId}", the file's name says ${topicId}`;
    return { article: null, faults: [{ file: french.file, line: 2, message }] };
  }
  if (!english) return { article, faults: [] };
  try {
    return { article: withEnglish(article, english.file, english.text), faults: [] };
  } catch (error) {
    return { article, faults: faultsOf(error, english.file) };
  }
}

/**
 * One topic's article. It is parsed when it is first asked for: parsing two hundred files would be most of a warm start.
 * When its files cannot be used it keeps what stood before.
 */
class ArticleEntry {
  private parsed: Parsed | null = null;

  constructor(
    readonly topicId: string,
    readonly french: RawFile,
    readonly english: RawFile | null,
    private before: ArticleEntry | null,
  ) {}

  /** Whether the files still say the same. */
  isSame(other: ArticleEntry): boolean {
    return this.french.text === other.french.text && this.english?.text === other.english?.text;
  }

  get article(): Article | null {
    this.parse();
    return this.resolved ?? null;
  }

  get faults(): readonly ContentFault[] {
    return this.parse().faults;
  }

  /** Whether something older is shown than what the files say. */
  get isKept(): boolean {
    return this.faults.length > 0 && this.article !== null && this.article !== this.parse().article;
  }

  private resolved: Article | null = null;

  private parse(): Parsed {
    if (this.parsed) return this.parsed;
    this.parsed = parseTopic(this.topicId, this.french, this.english);
    const { article } = this.parsed;
    const old = this.parsed.faults.length > 0 ? (this.before?.article ?? null) : null;
    this.resolved = article ? withKeptEnglish(article, old) : old;
    // Only the last good version matters: the chain of older ones is let go.
    this.before = null;
    return this.parsed;
  }
}

/** A French article whose English file is broken keeps its former English words as long as they fit its branches. */
function withKeptEnglish(article: Article, before: Article | null): Article {
  const english = before?.texts.en;
  if (article.texts.en || !english) return article;
  const fits = article.branches.every(({ id }) => english.branches.has(id));
  return fits ? { ...article, texts: { ...article.texts, en: english } } : article;
}

/** The articles as the files stood at one instant. Immutable; `loadArticles` makes the next one. */
export class ArticleSet {
  constructor(
    private readonly entries: ReadonlyMap<string, ArticleEntry>,
    /** Faults of the folder itself: a file of no topic, an English file alone. */
    private readonly folderFaults: readonly ContentFault[],
  ) {}

  /** The article of a topic; null when there is none that can be used. */
  get(topicId: string): Article | null {
    return this.entries.get(topicId)?.article ?? null;
  }

  /** @internal for loadArticles. */
  entry(topicId: string): ArticleEntry | null {
    return this.entries.get(topicId) ?? null;
  }

  /** Every article that can be used. Parses all of them. */
  all(): readonly Article[] {
    return [...this.entries.values()].flatMap(({ article }) => (article ? [article] : []));
  }

  /** What is wrong in the files. Parses all of them. */
  faults(): readonly ContentFault[] {
    return [...this.folderFaults, ...[...this.entries.values()].flatMap((entry) => entry.faults)];
  }

  /** Topics that show an older version because their file is broken now. */
  kept(): readonly string[] {
    return [...this.entries.values()].filter((entry) => entry.isKept).map(({ topicId }) => topicId);
  }

  /** The text of every file, for the key of the cache. */
  *rawTexts(): Generator<string> {
    for (const { topicId, french, english } of this.entries.values()) {
      yield topicId;
      yield french.text;
      yield english?.text ?? '';
    }
  }
}

export const NO_ARTICLES = new ArticleSet(new Map(), []);

function readRaw(dir: string, file: string, faults: ContentFault[]): RawFile | null {
  try {
    return { file, text: readFileSync(join(dir, file), 'utf8') };
  } catch (error) {
    faults.push({ file, line: 0, message: `it cannot be read: ${(error as Error).message}` });
    return null;
  }
}

/**
 * Reads every article file. Never throws: a file that cannot be used is among the faults, and its topic keeps what `previous` had for it;
 * an article whose file is gone is gone.
 *
 * @param dir the knowledge folder.
 * @param previous what was in use until now.
 */
export function loadArticles(
  dir: string,
  catalogue: Catalogue,
  previous: ArticleSet = NO_ARTICLES,
): ArticleSet {
  const entries = new Map<string, ArticleEntry>();
  const faults: ContentFault[] = [];
  const topicOf = new Map(catalogue.topics.map((topic) => [`${topic.desk}/${fileStem(topic)}`, topic.id]));
  for (const desk of listFiles(join(dir, 'articles'), '')) {
    const folder = `articles/${desk}`;
    const names = listFiles(join(dir, folder), '.md');
    for (const name of names) {
      const file = `${folder}/${name}`;
      if (name.endsWith(ENGLISH)) {
        if (!names.includes(`${name.slice(0, -ENGLISH.length)}.md`))
          faults.push({ file, line: 0, message: 'there is no French article beside it' });
        continue;
      }
      const stem = name.slice(0, -'.md'.length);
      const topicId = topicOf.get(`${desk}/${stem}`);
      if (!topicId) {
        faults.push({ file, line: 0, message: `topics.tsv has no topic "${desk}.${stem}"` });
        continue;
      }
      const before = previous.entry(topicId);
      const french = readRaw(dir, file, faults);
      const english = names.includes(`${stem}${ENGLISH}`)
        ? readRaw(dir, `${folder}/${stem}${ENGLISH}`, faults)
        : null;
      if (french) {
        const entry = new ArticleEntry(topicId, french, english, before);
        entries.set(topicId, before?.isSame(entry) ? before : entry);
      } else if (before) {
        entries.set(topicId, before);
      }
    }
  }
  return new ArticleSet(entries, faults);
}
