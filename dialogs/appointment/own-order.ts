import { fold, wordCount } from '../text/fold';

const NOUN = '(?:rdv|rendez ?vous|appointments?)';
const CANCEL = '(?:annul\\w*|supprim\\w*|decommand\\w*|cancel\\w*|call off)';
const MOVE =
  '(?:decal\\w*|deplac\\w*|report(?:er|ez|e|ons)|repouss\\w*|avanc(?:er|ez|e|ons)|recul\\w*|retard(?:er|ez|e)|chang(?:er|ez|e|eons)|modifi\\w*|reprogramm\\w*|reschedul\\w*|move|moving|postpone|shift|push back)';

/** What stands between an order and its appointment: not another order, nor what a new one would be about. */
const BETWEEN =
  '(?: (?!(?:pour|et|prendre|reserver|nouveau|nouvel|un|une|concernant|about|and|book)\\b)\\S+){0,6}?';
/** "Mon rdv": one that exists. */
const HERS = `(?:mon|mes|le|les|ce|cet|notre|nos|my|the|our|this)(?: prochains?| next)? ${NOUN}`;
const ABOUT = '(?! (?:pour|concernant|au sujet|a propos|about)\\b)';

/** "Annuler mon rdv", "mon rdv de jeudi, je voudrais l'annuler": the order and the appointment in one sentence. */
const both = (order: string, afterwards: string): RegExp =>
  new RegExp(`\\b${order}${BETWEEN} ${NOUN}\\b|\\b${HERS}\\b(?:${ABOUT} \\S+)* (?:${afterwards})\\b`);
const CANCELS = both(CANCEL, 'annuler|annulez|annule|annulons|supprimer|decommander|cancel');
const MOVES = both(
  MOVE,
  'decaler|decalez|decale|deplacer|deplacez|deplace|reporter|reportez|repousser|repoussez|avancer|reculer|retarder|changer|modifier|reprogrammer|reschedule|move|postpone',
);
const CANNOT =
  '(?:(?:ne )?(?:pourrai|peux|pourrais|suis|serai) (?:pas|plus)|ne viendrai pas|(?:can t|cannot) (?:come|make it)|(?:i m|i am) not available)';
const CANNOT_COME = new RegExp(`\\b${CANNOT}\\b`);
const NAMES_ONE = new RegExp(`\\b${NOUN}\\b`);
const LISTS = new RegExp(
  [
    `\\b(?:quand|quelle heure|quel jour|when|what time)\\b.*\\b(?:mon|mes|prochain|notre|my|next|our)\\b.*\\b${NOUN}\\b`,
    `^(?:mon|mes|mon prochain|mes prochains|my|voir (?:mon|mes)|(?:la )?liste de mes|list my) ${NOUN}(?: a venir)?$`,
    `\\b(?:ai je|j ai|est ce que j ai|do i have|have i)\\b.*\\b(?:un|des|any|an)\\b ${NOUN}\\b.*\\b(?:prevus?|cette|aujourd hui|demain|bientot|coming|today|tomorrow)\\b`,
  ].join('|'),
);
/** A meeting with somebody else than an advisor, or one that she missed. */
const OTHER = /\b(?:etudiant\w*|eleve\w*|student\w*|famille\w*|parents?|rate|manque|venue?)\b/;
const MOST_WORDS = 40;

/** cannot: she says that she will not be there, but not whether it is to be moved or cancelled. */
export type AppointmentOrder = 'cancel' | 'move' | 'cannot' | 'list';

const PRONOUN = new RegExp(
  `\\b(?:l|le|la|it|ca|celui ci) (?:${CANCEL}|${MOVE})\\b|\\b(?:cancel|move|reschedule) it\\b`,
);
const MOST_WORDS_WITH_PRONOUN = 12;

/**
 * What a message orders or asks about an appointment that she has.
 *
 * @param spokenOf whether an appointment has just been spoken of, so that "l'annuler" means it.
 */
export function orderIn(text: string, spokenOf = false): AppointmentOrder | null {
  const folded = fold(text);
  if (spokenOf && PRONOUN.test(folded) && wordCount(text) <= MOST_WORDS_WITH_PRONOUN)
    return orderIn(`${text} rdv`);
  if (OTHER.test(folded) || wordCount(text) > MOST_WORDS) return null;
  if (MOVES.test(folded)) return 'move';
  if (CANCELS.test(folded)) return 'cancel';
  if (CANNOT_COME.test(folded) && (spokenOf || NAMES_ONE.test(folded))) return 'cannot';
  return LISTS.test(folded) ? 'list' : null;
}
