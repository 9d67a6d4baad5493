import type { Messages } from '../../dialogs/messages.fr';
import type { LabelledValue } from '../../dialogs/reply';

/** A mail's words, before they are laid out as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly lead: readonly string[];
  readonly facts: readonly LabelledValue[];
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly closing: readonly string[];
  readonly foot: string;
}

/** The mail as plain text. */
export function textOf(letter: Letter, { mail }: Messages): string {
  const { greeting, lead, facts, link, closing, foot } = letter;
  const blocks = [
    greeting,
    lead.join('\n'),
    facts.map(({ label, value }) => mail.labelled(label, value)).join('\n'),
    link === null ? '' : mail.labelled(link.label, link.url),
    closing.join('\n'),
    // What every mail reader knows as the beginning of a signature.
    `-- \n${foot}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const INK = '#211f1b';
const SOFT = '#5a554b';
const PAPER = '#f6f2ea';
const SURFACE = '#fffdf9';
const BORDER = '#ddd5c6';
const ACTION = '#0b6258';
const FONT =
  "font-family:'Segoe UI',system-ui,-apple-system,Roboto,Arial,sans-serif;font-size:16px;line-height:24px";

/** The mail as HTML: the same words, every value escaped, nothing that is fetched from elsewhere. */
export function htmlOf(letter: Letter, locale: 'fr' | 'en'): string {
  const { greeting, lead, facts, link, closing, foot } = letter;
  const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`;
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="padding:6px 16px 6px 0;color:${SOFT};font-weight:400;text-align:left;vertical-align:top;white-space:nowrap">${lines(label)}</th>` +
      `<td style="padding:6px 0;vertical-align:top">${lines(value)}</td></tr>`,
  );
  const button =
    link === null
      ? ''
      : `<p style="margin:0 0 16px"><a href="${escape(link.url)}" style="display:inline-block;padding:10px 16px;border-radius:8px;background:${ACTION};color:#ffffff;text-decoration:none;font-weight:600">${lines(link.label)}</a></p>` +
        `<p style="margin:0 0 16px;color:${SOFT};font-size:14px;line-height:20px;word-break:break-all">${escape(link.url)}</p>`;
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light"><title>${lines(letter.subject)}</title></head>` +
    `<body style="margin:0;padding:24px 12px;background:${PAPER};color:${INK};${FONT}">` +
    `<div style="max-width:560px;margin:0 auto;padding:24px;border:1px solid ${BORDER};border-radius:8px;background:${SURFACE}">` +
    `${paragraph(greeting)}${lead.map(paragraph).join('')}` +
    `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse;${FONT}">${rows.join('')}</table>` +
    `${button}${closing.map(paragraph).join('')}` +
    `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid ${BORDER};color:${SOFT};font-size:14px;line-height:20px">${lines(foot)}</p>` +
    `</div></body></html>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/** Lines as HTML; what French typography keeps together is not torn apart at the end of a line. */
const lines = (text: string): string =>
  escape(text.replace(/« /g, '«\u00a0').replace(/ ([»:;?!])/g, '\u00a0$1')).replace(/\n/g, '<br>');
