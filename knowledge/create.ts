import { watch } from 'node:fs';
import { join } from 'node:path';
import { answerFrom } from './content/answer';
import { ANY_DESK } from './content/catalogue';
import type { Content } from './content/content';
import { contentParts, loadContent } from './content/content';
import type { ContentFault } from './content/faults';
import type { IsCommonWord } from './entities/common-words';
import { commonWordsOf } from './entities/common-words';
import { matchNames } from './entities/match-names';
import { contentKey, restoreEngine, storeEngine } from './engine-cache';
import { readCalibration } from './calibration-file';
import type { Engine } from './retrieval/engine';
import { trainEngine } from './retrieval/engine';
import type { Calibration } from './retrieval/confidence';
import { DEFAULT_CALIBRATION } from './retrieval/confidence';
import type { DeskExamples } from './retrieval/examples';
import { runNow } from './retrieval/linear-svm';
import { trainingSets } from './retrieval/training-set';
import type { GuardFigures } from './teaching/guard';
import { measure, readGuard } from './teaching/guard';
import type { TaughtPhrase } from './teaching/phrase-file';
import { asLine } from './teaching/phrase-file';
import type { DictionaryTexts } from './text/dictionaries';
import { buildDictionaries, parseAbbreviations, readDictionaryTexts } from './text/dictionaries';
import { readTimes } from './time/read';
import type { Knowledge } from './types';
import type { ExplainedUnderstanding } from './understand';
import { understandExplained } from './understand';

/** Where knowledge says what it does: one line a message, no text that a person wrote. */
export interface KnowledgeLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface KnowledgeOptions {
  /** The folder that contains topics.tsv, facts.tsv, articles/, phrases/ and text/. */
  readonly dir: string;
  /** Where learned models are kept between starts; absent: they are learned at every start. */
  readonly cacheDir?: string;
  readonly log?: KnowledgeLog;
}

/** What a reload found. */
export interface ReloadReport {
  readonly faults: readonly ContentFault[];
  /** Topics that go on showing an older version because their file is broken. */
  readonly kept: readonly string[];
  /** Whether the phrases or articles changed, so that routing was learned anew. */
  readonly relearned: boolean;
}

/** Knowledge that can be read anew while it is in use. */
export interface ReloadableKnowledge extends Knowledge {
  /** Desks that have topics. */
  desks(): readonly string[];
  /** As `understand`, with what decided. */
  explain(text: string, options?: { desk?: string }): ExplainedUnderstanding;
  /** The files as they were last read. */
  content(): Content;
  /** Understands some of its own phrases on every desk, so that nobody waits while code is compiled. About a tenth of a second. */
  warmUp(): void;
  /**
   * Reads the files again and puts the result in place at once. What cannot be used keeps its last good version. Lets other work in
   * between while it learns.
   */
  reload(): Promise<ReloadReport>;
  /**
   * Learns some phrases on the side, and measures on messages that nobody learns from what they would change. Nothing is written and what
   * is in use stays. Lets other work in between; a few seconds.
   */
  trial(phrases: readonly TaughtPhrase[]): Promise<{ before: GuardFigures; after: GuardFigures }>;
  /** Reloads half a second after the last change of a file; the function that it returns stops that. */
  watch(onReload?: (report: ReloadReport) => void): () => void;
}

const SILENT: KnowledgeLog = { info: () => undefined, warn: () => undefined };
const QUIET_BEFORE_RELOAD_MS = 500;
/** How many long phrases and how many others are enough. */
const WARM_UP = 25;

interface State {
  readonly content: Content;
  readonly words: DictionaryTexts;
  readonly engine: Engine;
  readonly key: string;
  readonly isCommonWord: IsCommonWord;
}

const keyOf = ({ abbreviations, lexicon }: DictionaryTexts, content: Content): string =>
  contentKey([abbreviations, lexicon, ...contentParts(content)]);

/** Learned when a name is first looked for: a start must not wait for it. */
function commonWords(content: Content): IsCommonWord {
  let known: IsCommonWord | null = null;
  return (plain) => {
    known ??= commonWordsOf(content.phrases.phrases.map(({ text }) => text));
    return known(plain);
  };
}

/** What the desks learn from. Parses every article. */
export const setsOf = (content: Content): readonly DeskExamples[] =>
  trainingSets(content.catalogue, content.phrases.phrases, (id) => content.articles.get(id));

const learning = (
  content: Content,
  texts: DictionaryTexts,
  calibration: Calibration,
): Generator<void, Engine> => trainEngine(setsOf(content), buildDictionaries(texts), calibration);

/** The content as if some phrases stood in their files already. */
const withPhrases = (content: Content, phrases: readonly TaughtPhrase[]): Content => ({
  ...content,
  phrases: {
    ...content.phrases,
    phrases: [
      ...content.phrases.phrases,
      ...phrases.map(({ topic, text }) => ({
        text: asLine(text),
        topicId: topic.id,
        desk: topic.desk,
        style: 'indirect' as const,
        file: '',
        line: 0,
      })),
    ],
  },
});

/** Runs a generator a little at a time, so that messages are answered in between. */
async function runGently<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = Date.now() + 20;
    while (Date.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Reads a knowledge folder and makes it ready. A missing or broken file is reported by `reload` and `guichet kb check`, never thrown.
 *
 * @example createKnowledge({ dir: 'knowledge', cacheDir: 'var/cache' }).understand('jai pa été payé', { desk: 'abc' })
 */
export function createKnowledge(options: KnowledgeOptions): ReloadableKnowledge {
  const { dir, cacheDir, log = SILENT } = options;
  const readWords = (previous?: DictionaryTexts): DictionaryTexts =>
    readDictionaryTexts(join(dir, 'text'), previous);
  const keep = (key: string, engine: Engine): Engine => {
    const fault = cacheDir ? storeEngine(cacheDir, key, engine) : null;
    if (fault) log.warn(`knowledge: the learned models could not be kept (${fault.message})`);
    return engine;
  };

  const begin = (): State => {
    const started = Date.now();
    const content = loadContent(dir);
    const words = readWords();
    const calibration = readCalibration(dir) ?? DEFAULT_CALIBRATION;
    const key = keyOf(words, content);
    const kept = cacheDir
      ? restoreEngine(cacheDir, key, parseAbbreviations(words.abbreviations), calibration)
      : null;
    const engine = kept ?? keep(key, runNow(learning(content, words, calibration)));
    const count = content.phrases.phrases.length;
    log.info(`knowledge: ${count} phrases ${kept ? 'restored' : 'learned'} in ${Date.now() - started} ms`);
    return { content, words, engine, key, isCommonWord: commonWords(content) };
  };

  let state = begin();
  let reloading: Promise<ReloadReport> = Promise.resolve({ faults: [], kept: [], relearned: false });

  const reloadNow = async (): Promise<ReloadReport> => {
    const content = loadContent(dir, state.content);
    const faults = [...content.articles.faults(), ...content.phrases.faults];
    const words = readWords(state.words);
    const key = keyOf(words, content);
    const relearned = key !== state.key;
    const calibration = readCalibration(dir) ?? state.engine.calibration;
    const engine = relearned
      ? keep(key, await runGently(learning(content, words, calibration)))
      : { ...state.engine, calibration };
    state = { content, words, engine, key, isCommonWord: commonWords(content) };
    return { faults, kept: content.articles.kept(), relearned };
  };

  // One reload at a time, in the order asked for: the last one asked is the one that stands.
  const reload = (): Promise<ReloadReport> => {
    reloading = reloading.then(reloadNow, reloadNow);
    return reloading;
  };

  const trial = async (phrases: readonly TaughtPhrase[]) => {
    const { content, words, engine } = state;
    const guard = readGuard(dir);
    const before = await runGently(measure(engine, guard));
    const taught = withPhrases(content, phrases);
    const learned = await runGently(learning(taught, words, engine.calibration));
    return { before, after: await runGently(measure(learned, guard)) };
  };

  const explain = (text: string, { desk = ANY_DESK }: { desk?: string } = {}): ExplainedUnderstanding =>
    understandExplained(state.engine, text, desk);

  return {
    understand: (text, at) => explain(text, at).understanding,
    explain,
    desks: () => state.content.catalogue.desks,
    content: () => state.content,
    warmUp: () => {
      const { phrases } = state.content.phrases;
      const longest = [...phrases].sort((a, b) => b.text.length - a.text.length);
      for (const [index, { text }] of [...longest.slice(0, WARM_UP), ...phrases.slice(-WARM_UP)].entries()) {
        const { desks } = state.content.catalogue;
        explain(text, { desk: index % 2 === 0 ? ANY_DESK : desks[(index >> 1) % desks.length] });
      }
    },
    topics: () => state.content.catalogue.topics,
    topic: (id) => state.content.catalogue.topics.find((topic) => topic.id === id) ?? null,
    answer: (topicId, language, facts) => {
      const article = state.content.articles.get(topicId);
      return article ? answerFrom(article, language, facts) : null;
    },
    readTimes,
    matchNames: (text, candidates, nameOf) => matchNames(text, candidates, nameOf, state.isCommonWord),
    reload,
    trial,
    watch: (onReload) => watchFolder(dir, () => void reload().then(onReload), log),
  };
}

/** Calls back once a folder has been quiet for half a second after a change. */
function watchFolder(dir: string, onChange: () => void, log: KnowledgeLog): () => void {
  let timer: NodeJS.Timeout | null = null;
  const changed = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_BEFORE_RELOAD_MS);
    timer.unref();
  };
  try {
    const watcher = watch(dir, { recursive: true, persistent: false }, (_event, name) => {
      if (name === null || /\.(md|txt|tsv|json)$/.test(name)) changed();
    });
    watcher.on('error', (error) => log.warn(`knowledge: files are no longer watched (${error.message})`));
    return () => {
      if (timer) clearTimeout(timer);
      watcher.close();
    };
  } catch (error) {
    log.warn(`knowledge: files cannot be watched (${(error as Error).message})`);
    return () => undefined;
  }
}
