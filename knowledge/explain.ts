import { scopeSignals } from './retrieval/confidence';
import { NEIGHBOUR_WEIGHT } from './retrieval/desk-model';
import type { ExplainedUnderstanding } from './understand';

const two = (value: number): string => value.toFixed(2);
const SHOWN = 3;

/** What decided, in lines for whoever writes articles: the scope of the message, then each topic with its score and nearest phrase. */
export function explainLines({ understanding, routing }: ExplainedUnderstanding): readonly string[] {
  const { signals, model } = routing;
  const [, coverage = 0, nearest = 0, , foreign = 0, foreignNearest = 0] = scopeSignals(signals);
  const lines = [
    `"${understanding.text}" -> ${understanding.decision} (${understanding.language}, desk ${understanding.desk})`,
    `  in scope ${two(routing.scope)}: known words ${two(coverage)}, nearest phrase ${two(nearest)}, ` +
      `foreign score ${two(foreign)}, nearest foreign phrase ${two(foreignNearest)}`,
  ];
  for (const { id, confidence } of understanding.topics.slice(0, SHOWN)) {
    const place = model.classes.indexOf(id);
    if (place < 0) {
      lines.push(`  ${two(confidence)} ${id} (from another desk)`);
      continue;
    }
    const row = signals.nearestRow[place] ?? -1;
    const phrase = model.rowTexts[row];
    lines.push(
      `  ${two(confidence)} ${id}: words ${two(signals.linear[place] ?? 0)} + ${NEIGHBOUR_WEIGHT} x ` +
        `${two(signals.nearest[place] ?? 0)} (${phrase === undefined ? 'no phrase near' : `"${phrase}"`})`,
    );
  }
  if (understanding.intents.length > 1) lines.push(`  asks for ${understanding.intents.join(' and ')}`);
  return lines;
}
