import type { LabelledValue } from '../../../dialogs/reply';
import type { ColumnSet, CardElement, RichTextBlock, TextBlock, TextRun } from './adaptive-card';

type RunStyle = Omit<TextRun, 'type' | 'text'>;

/** Words exactly as they are, whoever wrote them: no Markdown and no HTML is read in them. */
export const plain = (
  text: string,
  style: RunStyle = {},
  block: Pick<RichTextBlock, 'spacing' | 'horizontalAlignment'> = {},
): RichTextBlock => ({
  type: 'RichTextBlock',
  ...block,
  inlines: [{ type: 'TextRun', text: keepUnits(text), ...style }],
});

/** "10 h 30", "12 min", "24 €": a number does not end its line without its unit. */
const keepUnits = (text: string): string => text.replace(/(\d) (?=(?:h|min|€)(?![\p{L}\d]))/gu, '$1\u00a0');

/** An article's text: Markdown (bold, links, numbered steps). */
export const markdown = (text: string, spacing?: TextBlock['spacing']): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...(spacing ? { spacing } : {}),
});

/** A card's title. A title of ours or of an article, escaped because it is read as Markdown. */
export const heading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text: escapeMarkdown(text),
  wrap: true,
  weight: 'Bolder',
  size: 'Medium',
  style: 'heading',
});

/** Facts as the lines of a receipt: what it is on the left, its value on the right, a line between two. */
export function factRows(facts: readonly LabelledValue[]): readonly CardElement[] {
  return facts.map((fact, index): ColumnSet => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Medium' : 'Small',
    separator: true,
    columns: [
      { type: 'Column', width: 2, items: [plain(fact.label, { isSubtle: true })] },
      { type: 'Column', width: 3, items: [plain(fact.value, { weight: 'Bolder' })] },
    ],
  }));
}

/** Makes every character of a text stand for itself where Markdown is read. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, (character) =>
    character === '<' ? '&lt;' : character === '>' ? '&gt;' : character === '&' ? '&amp;' : `\\${character}`,
  );
