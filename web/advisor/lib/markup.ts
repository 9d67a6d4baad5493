/** A piece of an article's text. */
export type Piece =
  | { readonly kind: 'text' | 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** What articles may hold besides words (docs/knowledge.md): bold, and links to web pages. */
const MARKS = /\*\*(?<bold>[^*]+)\*\*|\[(?<label>[^\]]+)\]\((?<href>https?:\/\/[^\s)]+)\)/g;

/** Splits an article's Markdown into pieces, in order; what is not understood stays as it is written. */
export function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => void (piece.text !== '' && pieces.push(piece));
  let end = 0;
  for (const match of markdown.matchAll(MARKS)) {
    const { bold, label, href } = match.groups ?? {};
    add({ kind: 'text', text: markdown.slice(end, match.index) });
    if (bold !== undefined) add({ kind: 'bold', text: bold });
    else if (label !== undefined && href !== undefined) add({ kind: 'link', text: label, href });
    end = match.index + match[0].length;
  }
  add({ kind: 'text', text: markdown.slice(end) });
  return pieces;
}
