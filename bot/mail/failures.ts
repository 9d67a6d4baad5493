import { PermanentFailure, TemporaryFailure } from '../workers/failures';

/** The commands whose refusal concerns this mail alone. Refusals of the sign-in or of our own address are for the administrator to mend. */
const ABOUT_THIS_MAIL = /^(RCPT TO|DATA)/;

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

/**
 * Sorts what the mail library threw: refused for good (5xx for the addressee or the message, RFC 5321 4.2.1), or to be tried again.
 * The server's own words are left out: they can hold the address.
 */
export function mailFailure(error: unknown): PermanentFailure | TemporaryFailure {
  const { code, responseCode, command } = (error ?? {}) as SmtpError;
  const answer = typeof responseCode === 'number' ? String(responseCode) : String(code ?? 'error');
  const refused =
    typeof responseCode === 'number' && responseCode >= 500 && ABOUT_THIS_MAIL.test(String(command ?? ''));
  const noAddressee = code === 'EENVELOPE' && responseCode === undefined;
  return refused || noAddressee
    ? new PermanentFailure(`mail-${answer}`)
    : new TemporaryFailure(`mail-${answer}`);
}
