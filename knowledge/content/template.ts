import type { Language } from '../types';
import type { Expression } from './expressions';
import { parseExpression } from './expressions';
import type { ExpressionContext } from './facts';

/** A text with `{{ expression }}` in it, parsed once. */
export interface Template {
  readonly parts: readonly (string | Expression)[];
  readonly names: readonly string[];
}

const PLACEHOLDER = /\{\{([^}]*)\}\}/g;

/** Parses a text. Throws the Error of the first expression that is wrong. */
export function parseTemplate(text: string): Template {
  const parts: (string | Expression)[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push(parseExpression((match[1] ?? '').trim()));
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  const names = parts.flatMap((part) => (typeof part === 'string' ? [] : part.names));
  return { parts, names: [...new Set(names)] };
}

/** Fills a text. A value that is not known leaves its place empty, never "null". */
export function fillTemplate(template: Template, context: ExpressionContext, language: Language): string {
  return template.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      try {
        const value = part.evaluate(context, language);
        return value === null ? '' : String(value);
      } catch {
        return '';
      }
    })
    .join('');
}
