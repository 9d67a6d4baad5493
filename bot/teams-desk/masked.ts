import { redact } from '../../data/redaction';
import type { Messages } from '../../dialogs/messages.fr';

const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu;
/** International, or a French number of ten digits; references and dates are not written so. */
const PHONE =
  /(?<![\p{L}\d+])(?:(?:\+|00)\d(?:[\s.()/-]{0,2}\d){7,13}|0[1-9](?:[\s./-]?\d{2}){4})(?![\p{L}\d])/gu;

/** A text as it may stand where a whole team reads along: no bank or social-security number, address or phone number. */
export const masked = (text: string, { teamsDesk }: Messages): string =>
  redact(text).replace(EMAIL, teamsDesk.masked.email).replace(PHONE, teamsDesk.masked.phone);

/** One line of at most so many characters. */
export function oneLine(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
