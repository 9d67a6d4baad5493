/** A part of a message that may be a request of its own. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** Whether what stands before it sets it apart clearly: the end of a sentence, "et aussi", "par ailleurs". */
  readonly apart: boolean;
}

/** Ends of sentences, and words that announce another request. */
const APART =
  /[.?!;:\n]+|,?\s(?:et (?:aussi|sinon|puis|en plus|par ailleurs|au passage|autre chose|deuxi[eè]me(?:ment)?|une autre|comment|o[uù]|quand|est[- ]ce)|mais aussi|ainsi que|sinon|par ailleurs|au passage|d'autre part|autre (?:question|chose)|en plus|deuxi[eè]mement|[eé]galement|non plus|and (?:also|how|where|when|can|could|what)|also|besides|by the way|another (?:thing|question)|as well as)(?=[\s:,])/giu;
/** What may merely join the two halves of one sentence. */
const JOINED = /,|\s(?:et|puis|mais|ensuite|plus|and|then|but)(?=\s)/giu;

const MIN_LETTERS = 8;
const MAX_CLAUSES = 7;
/** What stands further on in a message is a story, not another request. */
const MAX_LENGTH = 1200;

const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/** Cuts a message wherever another request may begin; a part too short to be one stays with the part before it. */
export function clausesOf(text: string): readonly Clause[] {
  const bounded = text.slice(0, MAX_LENGTH);
  const cuts = [...bounded.matchAll(APART)].map((match) => ({ at: match.index, apart: true }));
  for (const match of bounded.matchAll(JOINED)) {
    if (!cuts.some(({ at }) => at === match.index)) cuts.push({ at: match.index, apart: false });
  }
  cuts.sort((a, b) => a.at - b.at);
  const clauses: { from: number; to: number; apart: boolean }[] = [
    { from: 0, to: bounded.length, apart: true },
  ];
  for (const { at, apart } of cuts) {
    const open = clauses[clauses.length - 1];
    if (!open || clauses.length === MAX_CLAUSES) break;
    if (letters(bounded.slice(open.from, at)) < MIN_LETTERS || letters(bounded.slice(at)) < MIN_LETTERS)
      continue;
    open.to = at;
    clauses.push({ from: at, to: bounded.length, apart });
  }
  return clauses;
}
