import type { DeskId } from '../../../data/desks/types';

/** Put into every text that belongs to a desk: it may be read in no answer to anybody of another one. */
export const secretOf = (desk: DeskId): string => `secret${desk.replace('-', '')}`;

/** What names something of a desk: ids, references, names. */
export class Ids {
  private readonly ofDesk = new Map<DeskId, Set<string>>();

  add(desk: DeskId, ...names: readonly string[]): void {
    const known = this.ofDesk.get(desk) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.ofDesk.set(desk, known);
  }

  /** What of a desk stands in a text. `asked`: what the caller had named herself. */
  foundIn(text: string, desk: DeskId, asked: string): readonly string[] {
    const names = [secretOf(desk), ...(this.ofDesk.get(desk) ?? [])];
    return names.filter((name) => isIn(text, name) && !isIn(asked, name));
  }
}

/** As a whole: conversation-70 does not name conversation-7. */
function isIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\w-]/.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}
