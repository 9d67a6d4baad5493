/** Words that begin another request within one sentence. */
const JOINT =
  /(?:[.?!;\n]+|,?\s+(?:et (?:aussi|sinon|puis|autre chose|deuxi[eè]me(?:ment)?|comment|o[uù]|quand|est[- ]ce|je voudrais|j'aimerais|je veux|pour|en plus)|aussi,|sinon,?|par ailleurs,?|au passage,?|d'autre part,?|autre question|autre chose|en plus(?: de [cç]a)?,?|ensuite,?|deuxi[eè]mement|also,?|and (?:also|how|where|when|can|could|what)|besides,?|by the way,?|another (?:thing|question))(?=\s|:|$))/giu;

const MIN_LETTERS = 8;
const MAX_CLAUSES = 6;
/** What stands further on in a message is a story, not another request. */
const MAX_LENGTH = 1500;

/** The parts of a message that may each be a request. One part: the message asks one thing. */
export function clausesOf(text: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  const bounded = text.slice(0, MAX_LENGTH);
  for (const match of bounded.matchAll(JOINT)) {
    parts.push(bounded.slice(at, match.index));
    // The joint itself may carry meaning ("et comment"): what follows its first word stays with the next part.
    at = /^[.?!;\n]/.test(match[0]) ? match.index + match[0].length : match.index;
  }
  parts.push(bounded.slice(at));
  return parts
    .map((part) => part.trim())
    .filter((part) => part.replace(/[^\p{L}]/gu, '').length >= MIN_LETTERS)
    .slice(0, MAX_CLAUSES);
}
