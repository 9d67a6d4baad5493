/** Something of a fixed shape found in a text. `value` is in one written form, whatever was typed. */
export interface FoundEntity {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const PHONE = /(?<![\p{L}\d])(?:\+|00)?\d(?:[ .\-/()\u00a0\u202f]{0,3}\d){7,14}(?![\d\p{L}])/gu;
const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'«»]{1,2000}/giu;
const TICKET = /(?<![\p{L}\d])([A-Z]{2,4})-?(\d{4,8})(?![\p{L}\d])/giu;

/** Digits after the country code, by code: what makes a number one of that country. */
const FRENCH_ABROAD = ['262', '508', '590', '594', '596', '687', '689'];

/**
 * A telephone number as E.164: `06 12 34 56 78`, `+33 (0)6...`, `0033 6...`, or an international number with `+` or `00`. null for any
 * other run of digits: a SIRET, an IBAN, a social-security number or a date is none.
 */
export function phoneNumber(text: string): string | null {
  const compact = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const international = compact.replace(/^00/, '+');
  if (international.startsWith('+33')) {
    const rest = international.slice(3).replace(/^0/, '');
    return /^[1-9]\d{8}$/.test(rest) ? `+33${rest}` : null;
  }
  if (international.startsWith('+')) {
    const digits = international.slice(1);
    if (FRENCH_ABROAD.some((code) => digits.startsWith(code)))
      return digits.length >= 9 ? `+${digits}` : null;
    return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  }
  return /^0[1-9]\d{8}$/.test(compact) ? `+33${compact.slice(1)}` : null;
}

/** Telephone numbers, as E.164. */
export const findPhones = (text: string): readonly FoundEntity[] =>
  [...text.matchAll(PHONE)].flatMap((match) => {
    const value = phoneNumber(match[0]);
    return value === null ? [] : [{ value, from: match.index, to: match.index + match[0].length }];
  });

/** E-mail addresses, in lower case. */
export const findEmails = (text: string): readonly FoundEntity[] =>
  [...text.matchAll(EMAIL)].map((match) => ({
    value: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));

/** Links, with their scheme; the punctuation of the sentence is not part of them. */
export const findLinks = (text: string): readonly FoundEntity[] =>
  [...text.matchAll(LINK)].map((match) => {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    const value = /^www\./i.test(address) ? `https://${address}` : address;
    return { value, from: match.index, to: match.index + address.length };
  });

/**
 * Ticket references as the desks write them: letters and digits (`ABC-1042`, `abc1042`).
 *
 * @param prefixes the letters that references begin with, for example ABC.
 */
export function findTicketReferences(text: string, prefixes: readonly string[]): readonly FoundEntity[] {
  const known = new Set(prefixes.map((prefix) => prefix.toUpperCase()));
  return [...text.matchAll(TICKET)].flatMap((match) => {
    const prefix = (match[1] ?? '').toUpperCase();
    if (!known.has(prefix)) return [];
    return [{ value: `${prefix}-${match[2] ?? ''}`, from: match.index, to: match.index + match[0].length }];
  });
}
