import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Lexeme } from './lexer';

/** A word that may be a mistyped "avant" or "après" which the lexicon does not know: "avzn hier". */
const MAYBE_BEFORE_OR_AFTER = /^a[vp]\p{L}{0,4}$/u;

/** Whether something that looks like a time was left unread: an hour, "14:3", or an unknown word before "hier" or "demain". */
export function leavesResidue(input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  const read = new Uint8Array(input.length);
  for (const piece of pieces) read.fill(1, piece.from, piece.to);
  return input.some((lexeme, at) => {
    if (read[at] === 1) {
      const before = input[at - 1];
      const unknown = before !== undefined && read[at - 1] === 0 && Object.keys(before.roles).length === 0;
      return unknown && lexeme.roles.relativeDay !== undefined && MAYBE_BEFORE_OR_AFTER.test(before.text);
    }
    const number = lexeme.roles.num !== undefined && lexeme.digits > 0;
    const hour = has(input, at + 1, 'hour') && read[at + 1] === 0;
    const colon =
      has(input, at + 1, 'colon') &&
      input[at + 1]!.glued &&
      has(input, at + 2, 'num') &&
      input[at + 2]!.glued;
    return number && (hour || colon);
  });
}
