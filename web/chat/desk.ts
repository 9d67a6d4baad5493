import { sayHours, type OpeningHours } from './hours';
import type { Words } from './words';

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

/** Asks the server; what it does not say stays as it is known here. */
export async function askDeskLines(desk: string, words: Words, request: typeof fetch): Promise<DeskLines> {
  const known = deskLines(desk, words);
  const response = await request(`/api/webchat/desk?desk=${encodeURIComponent(desk)}`).catch(() => null);
  const answer = response?.ok ? ((await response.json().catch(() => null)) as DeskAnswer | null) : null;
  if (answer === null) return known;
  const hours = sayHours(answer.openingHours, answer.zone, new Date(answer.now), words.hours);
  return { name: known.name, state: hours || words.hours.automatic };
}
