import { HttpRefusal } from './http';

/**
 * Every coded refusal of the edge on one page: status and sentence by code. Codes in capitals are Direct Line's own, which its
 * clients know; the others are ours. A refusal never carries what the caller sent.
 */
const REFUSALS = {
  'not-found': [404, 'There is nothing at this address.'],
  'method-not-allowed': [405, 'This address does not answer to this method.'],
  'malformed-json': [400, 'The body is not valid JSON.'],
  'malformed-activity': [400, 'The activity is malformed.'],
  'body-too-large': [413, 'The body is too large.'],
  'unknown-desk': [400, 'Guichet inconnu. / Unknown desk.'],
  'unknown-person': [404, 'There is no such person.'],
  'invalid-identity': [401, 'The identity token is not valid.'],
  'not-local': [403, 'In demo mode this server answers only to this machine. Set HOST to expose it.'],
  'wrong-credentials': [401, 'Adresse ou mot de passe incorrect. / Wrong address or password.'],
  'teams-token': [401, 'Teams n’a pas pu vous identifier. / Teams could not tell who you are.'],
  'teams-unlinked': [
    403,
    'Ce compte Teams n’est lié à aucun conseiller. / This Teams account is not linked to any advisor.',
  ],
  'foreign-origin': [403, 'This call does not come from a page of this server.'],
  'too-many-requests': [
    429,
    'Trop de demandes à la fois. Attendez un instant. / Too many requests, wait a moment.',
  ],
  'try-later': [503, 'This cannot be taken at the moment. Try again later.'],
  'shutting-down': [503, 'The server is stopping.'],
  'internal-error': [500, 'Something went wrong on our side. It has been logged.'],
  unauthorized: [401, 'Authentication is missing or not accepted.'],
  BadArgument: [400, 'The request is malformed.'],
  Unauthorized: [401, 'Send the token as "Authorization: Bearer TOKEN".'],
  TokenExpired: [403, 'Token has expired'],
  Forbidden: [403, 'This token is not accepted here.'],
  ConversationNotFound: [404, 'There is no such conversation.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** Builds a coded refusal; `detail` replaces the general sentence where more can be said. */
export function refusal(code: RefusalCode, detail?: string): HttpRefusal {
  const [status, sentence] = REFUSALS[code];
  return new HttpRefusal(status, code, detail ?? sentence);
}

/** What the caller is told about an error: its own refusal, or nothing but that something went wrong. */
export const toRefusal = (error: unknown): HttpRefusal =>
  error instanceof HttpRefusal ? error : refusal('internal-error');
