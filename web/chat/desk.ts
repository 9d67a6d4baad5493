import { sayHours, type OpeningHours } from './hours';
import type { Words } from './words';

/** How often the server is asked when people answer. */
const EVERY_MS = 5 * 60_000;

/** The desks by name, for when the server does not say. */
const NAMES: Readonly<Record<string, string>> = {
  abc: 'ABC Cours Particuliers',
  ogestion: 'oGestion, prestataires',
  'oc-mentor': 'OpenClassrooms, mentors',
  'oc-coach': 'OpenClassrooms, coachs',
};

/** What `GET /api/webchat/desk` says. */
interface DeskAnswer {
  readonly name: string;
  readonly organisation: string;
  readonly zone: string;
  readonly openingHours: OpeningHours;
  /** The server's clock, as an ISO instant. */
  readonly now: string;
}

/** The header's two lines: whose desk it is, and who answers when. */
export interface DeskLines {
  readonly name: string;
  readonly state: string;
}

/** What is known of a desk without asking. */
export const deskLines = (desk: string, words: Words): DeskLines => ({
  name: NAMES[desk] ?? 'Guichet',
  state: words.hours.automatic,
});

/** Shows what is known of a desk, then what the server says of it, again and again: a chat stays open past closing time. */
export function followDeskLines(
  desk: string,
  words: Words,
  request: typeof fetch,
  show: (lines: DeskLines) => void,
): void {
  show(deskLines(desk, words));
  const ask = async (): Promise<void> => {
    const lines = await askDeskLines(desk, words, request);
    if (lines !== null) show(lines);
  };
  void ask();
  setInterval(() => void ask(), EVERY_MS);
}

/** Asks the server; null when it does not say. */
async function askDeskLines(desk: string, words: Words, request: typeof fetch): Promise<DeskLines | null> {
  const response = await request(`/api/webchat/desk?desk=${encodeURIComponent(desk)}`).catch(() => null);
  const answer = response?.ok ? ((await response.json().catch(() => null)) as DeskAnswer | null) : null;
  if (answer === null) return null;
  const hours = sayHours(answer.openingHours, answer.zone, new Date(answer.now), words.hours);
  const known = deskLines(desk, words);
  return { name: known.name, state: hours || known.state };
}
