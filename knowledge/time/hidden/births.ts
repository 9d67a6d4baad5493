/** Dates of birth: a pupil's, never a lesson's. */

const MONTHS =
  'janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|mar|apr|may|jun|jul|aug|dec';
const SAID = [
  String.raw`n[ée]{2}(?:\(?e\)?)?s?(?: en| le| un| une)?`,
  String.raw`né(?:\(e\))?s?(?: en| le| un| une)?`,
  String.raw`(?:suis|est|etait|était|es) ne(?: en| le)`,
  String.raw`(?:date|jour|ann[ée]e|anniversaire) de naissance[^.\n\d]{0,40}`,
  String.raw`(?:ddn|dob|d\.o\.b\.)`,
  String.raw`born(?: on| in)?(?: the)?`,
  String.raw`(?:date of birth|birthdate|birth date)[^.\n\d]{0,30}`,
];

export const BIRTHS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:${SAID.join('|')}) ?:? ?(?:\\d{1,4}(?:er|st|nd|rd|th)?(?:(?: ?[./-] ?| (?:of )?)(?:\\d{1,2}|(?:${MONTHS})\\p{L}{0,7}\\.?)(?!\\p{L}|h))?(?:(?: ?[./-] ?|,? )\\d{2,4}(?!\\d|h| ?h))?|(?:${MONTHS})\\p{L}{0,7}(?: \\d{1,2}(?!\\d))?(?:,? \\d{4})?)(?!\\p{L}|\\d)`,
    'giu',
  ),
];
