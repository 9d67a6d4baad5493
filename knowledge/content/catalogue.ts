import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topic } from '../types';
import { parseTsv } from './tsv';

/** A fact of facts.tsv: what the articles of its topic may state. */
export interface SourceFact {
  readonly id: string;
  readonly topicId: string;
  readonly text: string;
}

/** Which topics exist and what may be stated on them. */
export interface Catalogue {
  readonly topics: readonly Topic[];
  readonly facts: readonly SourceFact[];
  /** The desks that have topics of their own, in the file's order ('any' is none of them). */
  readonly desks: readonly string[];
}

/** The desk column of what belongs to every desk: service labels and out-of-scope. */
export const ANY_DESK = 'any';
/** The topic id of messages that no desk answers. */
export const OUT_OF_SCOPE = 'out-of-scope';

const readIfPresent = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/**
 * Reads topics.tsv and facts.tsv of a knowledge folder. A missing file reads as empty: `kb check` says so.
 *
 * @param dir the folder that contains topics.tsv.
 */
export function readCatalogue(dir: string): Catalogue {
  const topics = parseTsv(readIfPresent(join(dir, 'topics.tsv')))
    .filter(({ cells }) => cells.topic_id)
    .map(({ cells }) => ({
      id: cells.topic_id ?? '',
      desk: cells.desk || ANY_DESK,
      titleFr: cells.title_fr ?? '',
      titleEn: cells.title_en || cells.title_fr || '',
      category: cells.category || 'other',
    }));
  const facts = parseTsv(readIfPresent(join(dir, 'facts.tsv')))
    .filter(({ cells }) => cells.id)
    .map(({ cells }) => ({
      id: cells.id ?? '',
      topicId: cells.topic_id ?? '',
      text: cells.fact ?? '',
    }));
  const desks = [...new Set(topics.map((topic) => topic.desk))].filter((desk) => desk !== ANY_DESK);
  return { topics, facts, desks };
}

/** The part of a topic id that names its files: `payment-late` of `oc-mentor.payment-late`. */
export function fileStem(topic: Topic): string {
  return topic.id.startsWith(`${topic.desk}.`) ? topic.id.slice(topic.desk.length + 1) : topic.id;
}
