/** A part of a message that may be a request of its own. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** Whether it begins with words that announce another request: "et aussi", "par ailleurs", "autre question". */
  readonly announced: boolean;
  /** Whether what stands before it is a question. */
  readonly afterQuestion: boolean;
}

/** Ends of sentences, and words that begin another request or may merely join the two halves of one sentence. */
const CUTS =
  /[.?!;:\n]+|,?\s(?:et (?:aussi|sinon|puis|en plus|par ailleurs|au passage|autre chose|deuxi[eè]me(?:ment)?|une autre|comment|o[uù]|quand|est[- ]ce)|mais aussi|ainsi que|sinon|par ailleurs|au passage|d'autre part|autre (?:question|chose)|en plus|deuxi[eè]mement|[eé]galement|non plus|and (?:also|how|where|when|can|could|what)|also|besides|by the way|another (?:thing|question)|as well as)(?=[\s:,])|,|\s(?:et|puis|mais|ensuite|plus|and|then|but)(?=\s)/giu;
/** Looked for in the first letters of a clause. */
const ANNOUNCES =
  /aussi|sinon|par ailleurs|au passage|d'autre part|autre (?:question|chose)|en plus|deuxi[eè]me|[eé]galement|non plus|ainsi que|also|besides|by the way|another|as well/iu;
const ANNOUNCED_WITHIN = 18;
/** Who is writing: "Bonjour, je suis coach depuis deux ans". It belongs to the request that follows, and is none. */
const INTRODUCTION =
  /^\W*(?:(?:bonjour|bonsoir|salut|slt|bjr|coucou|hello|hi|madame|monsieur)\W+)*(?:(?:je|j'?|moi)\s*(?:suis|sui)|ch?ui?s?|i am|i'?m|as|en tant que)\s+(?:(?:une?|an?|votre|nouveau|nouvelle|new)\s+)*\p{L}+(?:\s+(?:chez|depuis|pour|dans|at|for|since|of)(?:\s+[\p{L}\p{N}]+){1,5})?\W*$/iu;

const LONGEST_INTRODUCTION = 100;

const MIN_LETTERS = 8;
export const MAX_CLAUSES = 7;
/** What stands further on in a message is a story, not another request. */
const MAX_LENGTH = 1200;

/** How many letters stand before each place of a text, and at its end how many there are. */
function lettersBefore(text: string): Uint16Array {
  const counts = new Uint16Array(text.length + 1);
  for (const { index } of text.matchAll(/\p{L}/gu)) counts[index + 1] = 1;
  for (let at = 1; at < counts.length; at += 1)
    counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  return counts;
}

/** Cuts a message wherever another request may begin; a part too short to be one stays with the part before it. */
export function clausesOf(text: string): readonly Clause[] {
  const bounded = text.slice(0, MAX_LENGTH);
  const clauses: { from: number; to: number; announced: boolean; afterQuestion: boolean }[] = [
    { from: 0, to: bounded.length, announced: false, afterQuestion: false },
  ];
  const before = lettersBefore(bounded);
  const letters = (from: number, to: number): number => (before[to] as number) - (before[from] as number);
  for (const { 0: cut, index: at } of bounded.matchAll(CUTS)) {
    const open = clauses[clauses.length - 1];
    if (!open || clauses.length === MAX_CLAUSES) break;
    if (letters(open.from, at) < MIN_LETTERS || letters(at, bounded.length) < MIN_LETTERS) continue;
    if (open.from === 0 && at <= LONGEST_INTRODUCTION && INTRODUCTION.test(bounded.slice(0, at))) continue;
    open.to = at;
    clauses.push({
      from: at,
      to: bounded.length,
      announced: ANNOUNCES.test(bounded.slice(at, at + ANNOUNCED_WITHIN)),
      afterQuestion: cut.includes('?'),
    });
  }
  return clauses;
}
