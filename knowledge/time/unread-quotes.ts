import type { Piece } from './grammar/scan';
import type { Lexeme } from './lexer';

/** What stands in quotes and is nobody's speech: a name, a title, what a screen shows. */
const QUOTED =
  /(?<!(?:[:,]|dit|dis|[ée]crit|r[ée]pondu|r[ée]pond|promis|confirm[ée]|says?|said|wrote|told me) ?)(?:«[^«»\n]{1,80}»|“[^“”\n]{1,80}”|"[^"\n]{1,80}")(?!.{0,25}(?:dit|[ée]crit|r[ée]pon|said|says|wrote))/giu;

/** Whether a time that was read stands in quotes: "la salle s'appelle « Le 17h30 »". */
export function isQuoted(text: string, input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  if (!/[«“"]/u.test(text)) return false;
  return [...text.matchAll(QUOTED)].some(({ index, 0: quote }) =>
    pieces.some((piece) => input[piece.from]!.from > index && input[piece.to - 1]!.to < index + quote.length),
  );
}
