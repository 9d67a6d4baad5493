import { CODE_ALPHABET } from '../../data/teams/invitations';

/** What somebody says of who she is. */
export type Said =
  /** An invitation code, as she wrote it. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'confirm-unlink' }
  | { readonly kind: 'keep-linked' };

const SIGN = `[${CODE_ALPHABET}]`;
/** Anything in the form of a code: a wrong one is answered as such, too. */
const FORM = '[A-Z0-9]{4}-[A-Z0-9]{4}';
/** Without a hyphen only what can be a code: "mon code est invalide" has eight letters as well. */
const OWN = `${SIGN}{4}[- ]?${SIGN}{4}`;
const NAMED = new RegExp(
  String.raw`^(?:.{0,40}\b)?code(?:\s+(?:d.invitation|teams|d.acc[eè]s))?(?:\s*(?:est|is|:|=|c.est))*\s*[«"'(]?\s*(${FORM}|${OWN})\s*[»"').!]*$`,
  'iu',
);
const ALONE_OWN = new RegExp(`^(?=.*[A-Z])[«"'(]?(${OWN})[»"').!]*$`, 'iu');
/** Alone and of other signs it is a code only in capitals: "avez-vous" has that form. */
const ALONE_FORM = new RegExp(`^[«"'(]?(${FORM})[»"').!]*$`, 'u');

const ACCOUNT = String.raw`(?:mon |ce |le |my |this |the )?(?:compte|account)(?: teams)?`;
const UNLINK = new RegExp(
  String.raw`^(?:je (?:veux|voudrais|souhaite) |i (?:want|would like) to )?(?:delier?|deliez|dissocier?|dissociez|detacher?|unlink|disconnect) ${ACCOUNT}(?: (?:de mon dossier|from my record|please|svp|s il vous plait))*$`,
);
const CONFIRM = new RegExp(String.raw`^(?:oui|yes|je confirme|i confirm) (?:delier|unlink) ${ACCOUNT}$`);
const KEEP = /^(?:non le garder lie|no keep it linked)$/;

/** Reads an invitation code and the wish to be unlinked out of a message; null: it is about something else. */
export function readSaid(text: string): Said | null {
  const trimmed = text.trim().replace(/[\u2010-\u2015\u2212]/g, '-');
  const code = (NAMED.exec(trimmed) ?? ALONE_OWN.exec(trimmed) ?? ALONE_FORM.exec(trimmed))?.[1];
  if (code !== undefined) return { kind: 'code', code };
  const said = plain(trimmed);
  if (UNLINK.test(said)) return { kind: 'unlink' };
  if (CONFIRM.test(said)) return { kind: 'confirm-unlink' };
  return KEEP.test(said) ? { kind: 'keep-linked' } : null;
}

/** "oui", "non", to the question whether to unlink; null: neither. */
export function readYesNo(text: string): boolean | null {
  const said = plain(text);
  if (/^(?:oui|yes|ok|d accord|je confirme|confirmer|i confirm)$/.test(said)) return true;
  return /^(?:non|no|annuler|cancel)$/.test(said) ? false : null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
