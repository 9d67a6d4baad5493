import type { z } from 'zod';
import type { Article, ArticleText, Branch, BranchText } from './article';
import type { EnglishFrontMatter, FrenchFrontMatter } from './article-schema';
import { englishFrontMatter, frenchFrontMatter } from './article-schema';
import type { Expression } from './expressions';
import { parseExpression } from './expressions';
import { KNOWN_FACTS } from './facts';
import type { ContentFault } from './faults';
import type { SourceFile, SourceSection } from './source-file';
import { readSourceFile, SourceFileError } from './source-file';
import type { Template } from './template';
import { parseTemplate } from './template';

/** A content file could not be used; every fault that was found in it. */
export class ArticleError extends Error {
  constructor(readonly faults: readonly ContentFault[]) {
    super(faults.map((fault) => fault.message).join('; '));
  }
}

/** Collects the faults of one file so that a writer sees all of them at once. */
class Faults {
  private readonly found: ContentFault[] = [];
  constructor(private readonly file: string) {}

  add(line: number, message: string): void {
    this.found.push({ file: this.file, line, message });
  }

  attempt<T>(line: number, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.add(line, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  throwIfAny(): void {
    if (this.found.length > 0) throw new ArticleError(this.found);
  }
}

function takeApart(text: string, faults: Faults): SourceFile {
  try {
    return readSourceFile(text);
  } catch (error) {
    faults.add(error instanceof SourceFileError ? error.line : 0, (error as Error).message);
    faults.throwIfAny();
    throw error;
  }
}

function validate<T>(schema: z.ZodType<T>, source: SourceFile, faults: Faults): T {
  const outcome = schema.safeParse(source.frontMatter);
  if (outcome.success) return outcome.data;
  for (const issue of outcome.error.issues) {
    const where = issue.path.map(String).join('.') || 'front matter';
    faults.add(source.lineOf(issue.path), `${where}: ${issue.message}`);
  }
  faults.throwIfAny();
  throw new Error('a schema refused a file without saying why');
}

const STEP = /^\d+[.)]\s+/;

/** Splits a branch's text into the answer and its numbered steps; a line indented under a step belongs to it, a paragraph after them to the answer. */
function readBranchText(text: string): { body: string; steps: readonly string[] } {
  const body: string[] = [];
  const steps: string[] = [];
  for (const line of text.split('\n')) {
    const last = steps.length - 1;
    if (STEP.test(line)) steps.push(line.replace(STEP, '').trim());
    else if (last >= 0 && /^\s+\S/.test(line)) steps[last] = `${steps[last]} ${line.trim()}`;
    else body.push(line.trimEnd());
  }
  return {
    body: body
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    steps,
  };
}

const EMPTY: Template = { parts: [], names: [] };

function branchText(section: SourceSection, dateLabel: string | null, faults: Faults): BranchText {
  const { body, steps } = readBranchText(section.text);
  const template = (text: string): Template =>
    faults.attempt(section.line, () => parseTemplate(text)) ?? EMPTY;
  if (body === '') faults.add(section.line, `the text of "${section.name}" is empty`);
  return { body: template(body), steps: steps.map(template), dateLabel };
}

/** The texts of every branch; a branch without a section, and a section without a branch, are faults. */
function branchTexts(
  source: SourceFile,
  branches: readonly { readonly id: string; readonly dateLabel: string | null }[],
  faults: Faults,
): ReadonlyMap<string, BranchText> {
  const texts = new Map<string, BranchText>();
  for (const section of source.sections) {
    const branch = branches.find(({ id }) => id === section.name);
    if (!branch) faults.add(section.line, `"## ${section.name}" is no branch of this article`);
    else if (texts.has(section.name)) faults.add(section.line, `"## ${section.name}" stands twice`);
    else texts.set(section.name, branchText(section, branch.dateLabel, faults));
  }
  for (const { id } of branches) {
    if (!texts.has(id)) faults.add(source.lineOf(['branches']), `the text "## ${id}" is missing`);
  }
  return texts;
}

function readBranches(matter: FrenchFrontMatter, source: SourceFile, faults: Faults): readonly Branch[] {
  const last = matter.branches.length - 1;
  const seen = new Set<string>();
  return matter.branches.map((branch, index) => {
    const line = source.lineOf(['branches', index]);
    const expression = (text: string | undefined, key: string): Expression | null =>
      text === undefined
        ? null
        : faults.attempt(source.lineOf(['branches', index, key]), () => parseExpression(text));
    if (seen.has(branch.id)) faults.add(line, `branch "${branch.id}" stands twice`);
    seen.add(branch.id);
    if (index < last && branch.when === undefined)
      faults.add(line, `branch "${branch.id}" has no "when": the branches below it are never shown`);
    if (index === last && branch.when !== undefined)
      faults.add(line, `the last branch "${branch.id}" has a "when": nothing is shown when it does not hold`);
    if (branch.ticket === 'later' && !branch.date)
      faults.add(line, `branch "${branch.id}" says "ticket: later" and no "date" from which`);
    if (branch.next !== undefined && !matter.branches.some(({ id }) => id === branch.next))
      faults.add(line, `branch "${branch.id}" says "next: ${branch.next}", which is no branch`);
    return {
      id: branch.id,
      when: expression(branch.when, 'when'),
      ticket: branch.ticket,
      date: expression(branch.date?.value, 'date'),
      next: branch.next ?? null,
      examples: branch.examples.map((facts, at) => ({
        facts,
        line: source.lineOf(['branches', index, 'examples', at]),
      })),
      line,
    };
  });
}

const templateNames = (texts: ReadonlyMap<string, BranchText>): readonly string[] =>
  [...texts.values()].flatMap(({ body, steps }) => [body, ...steps].flatMap(({ names }) => names));

/** A name that is neither a known fact nor asked for would always be null: it is a typing error. */
function checkNames(names: readonly string[], asked: readonly string[], line: number, faults: Faults): void {
  for (const name of new Set(names)) {
    if (!KNOWN_FACTS.has(name) && !asked.includes(name))
      faults.add(line, `"${name}" is no fact: docs/knowledge.md lists them, or ask for it under "ask"`);
  }
}

/**
 * Reads a French article. Throws ArticleError with every fault.
 *
 * @param file the file's name relative to the knowledge folder, for messages.
 * @param text the whole file.
 */
export function parseFrenchArticle(file: string, text: string): Article {
  const faults = new Faults(file);
  const source = takeApart(text, faults);
  const matter = validate(frenchFrontMatter, source, faults);
  const branches = readBranches(matter, source, faults);
  const labels = matter.branches.map(({ id, date }) => ({ id, dateLabel: date?.label ?? null }));
  const texts = branchTexts(source, labels, faults);
  const asked = matter.ask.map(({ name }) => name);
  const conditionNames = [...new Set(branches.flatMap(({ when }) => when?.names ?? []))];
  const names = [
    ...new Set([
      ...conditionNames,
      ...branches.flatMap(({ date }) => date?.names ?? []),
      ...templateNames(texts),
    ]),
  ];
  checkNames(names, asked, source.lineOf(['branches']), faults);
  faults.throwIfAny();
  return {
    topicId: matter.topic,
    file,
    source: matter.source,
    sourceLine: source.lineOf(['source']),
    branches,
    texts: { fr: { title: matter.title, ask: matter.ask, slots: matter.slots, branches: texts } },
    conditionNames,
    names,
  };
}

/** Puts the English words of one list over the French entries of the same name. */
function overlay<F extends { name: string }, E extends { name: string }>(
  french: readonly F[],
  english: readonly E[],
  merge: (french: F, english: E) => F,
  onUnknown: (name: string) => void,
): readonly F[] {
  for (const { name } of english) if (!french.some((entry) => entry.name === name)) onUnknown(name);
  return french.map((entry) => {
    const words = english.find(({ name }) => name === entry.name);
    return words ? merge(entry, words) : entry;
  });
}

function englishText(
  article: Article,
  matter: EnglishFrontMatter,
  branches: ReadonlyMap<string, BranchText>,
  unknown: (key: string) => (name: string) => void,
): ArticleText {
  const { fr } = article.texts;
  return {
    title: matter.title,
    ask: overlay(
      fr.ask,
      matter.ask,
      (french, english) => ({
        ...french,
        question: english.question,
        choices: french.choices.map((choice) => ({
          ...choice,
          label: english.choices.find(({ value }) => value === choice.value)?.label ?? choice.label,
        })),
      }),
      unknown('ask'),
    ),
    slots: overlay(
      fr.slots,
      matter.slots,
      (french, english) => ({
        ...french,
        label: english.label,
        question: english.question,
        choices: english.choices ?? french.choices,
      }),
      unknown('slots'),
    ),
    branches,
  };
}

/**
 * Adds the English words to an article. Throws ArticleError with every fault.
 *
 * @param article what the French file gave.
 * @param file the English file's name relative to the knowledge folder.
 * @param text the whole file.
 */
export function withEnglish(article: Article, file: string, text: string): Article {
  const faults = new Faults(file);
  const source = takeApart(text, faults);
  const matter = validate(englishFrontMatter, source, faults);
  if (matter.topic !== undefined && matter.topic !== article.topicId)
    faults.add(
      source.lineOf(['topic']),
      `"${matter.topic}" is not the topic of the French article (${article.topicId})`,
    );
  for (const id of Object.keys(matter.dates))
    if (!article.branches.some((branch) => branch.id === id && branch.date))
      faults.add(source.lineOf(['dates', id]), `"${id}" is no branch with a date of the French article`);
  const labels = article.branches.map(({ id }) => ({
    id,
    dateLabel: matter.dates[id] ?? article.texts.fr.branches.get(id)?.dateLabel ?? null,
  }));
  const texts = branchTexts(source, labels, faults);
  const asked = article.texts.fr.ask.map(({ name }) => name);
  checkNames(templateNames(texts), asked, source.lineOf(['title']), faults);
  const en = englishText(
    article,
    matter,
    texts,
    (key) => (name) =>
      faults.add(source.lineOf([key]), `"${name}" does not stand under "${key}" of the French article`),
  );
  faults.throwIfAny();
  const names = [...new Set([...article.names, ...templateNames(texts)])];
  return { ...article, texts: { ...article.texts, en }, names };
}
