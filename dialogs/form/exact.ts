import { fold } from '../text/fold';

/** What a whole message can order, inside a form and outside of one. */
export type ExactIntent =
  'cancel' | 'back' | 'restart' | 'resume' | 'human' | 'help' | 'yes' | 'no' | 'skip' | 'unknown';

const PHRASES: Readonly<Record<ExactIntent, readonly string[]>> = {
  cancel: [
    'annuler|annule|annulez|annulez tout|annule tout|tout annuler|j annule|on annule|stop|stoppe|arrete|arretez',
    'laisse tomber|laissez tomber|abandonner|abandonne|j abandonne|on oublie|oublie|oubliez|laisse|quitter|je quitte',
    'annuler la demande|annuler ma demande|annulez ma demande|annule ma demande|annuler mon ticket|annuler la saisie|annuler ma saisie|je veux annuler|je voudrais annuler|je souhaite annuler|finalement non',
    'cancel|cancel it|cancel that|forget it|never mind|nevermind|quit|abort',
  ],
  back: [
    'retour|revenir|reviens|revenir en arriere|retour en arriere|precedent|question precedente|en arriere|arriere',
    'back|go back|previous|previous question',
  ],
  restart: [
    'recommencer|recommence|recommencez|je recommence|on recommence|reprendre a zero|repartir de zero|tout reprendre|depuis le debut',
    'tout recommencer|je veux recommencer|restart|start over|start again',
  ],
  resume: [
    'reprendre|reprends|non reprends|attends reprends|non attends reprends|finalement je reprends|je reprends ma saisie|reprenons|on reprend|je reprends|je veux reprendre|continuer|on continue|reprendre la saisie|resume|continue|carry on',
  ],
  human: [
    'humain|un humain|conseiller|conseillere|un conseiller|une conseillere|une personne|quelqu un|agent|un agent|operateur',
    'human|a human|agent please|advisor|an advisor|a person|someone',
  ],
  help: [
    'aide|aide moi|aidez moi|a l aide|besoin d aide|menu|comment ca marche|que sais tu faire|que savez vous faire|help|help me',
  ],
  yes: [
    'oui|ouais|ouai|oui oui|ok|okay|okey|d accord|dac|daccord|c est bon|c bon|cest bon|c est ca|c est exact|exact|exactement|parfait|nickel',
    'je confirme|confirme|confirmer|confirmez|valide|valider|je valide|envoyer|envoie|envoyez|enregistrer|enregistre|enregistrez|vas y|allez y|go|top|impeccable',
    'c est correct|correct|tout est bon|tout est juste|oui c est bon|oui c est ca|oui je confirme|oui ok|ok c est bon|oui parfait|tout a fait|bien sur|volontiers|avec plaisir|je veux bien|oui je veux bien',
    'c est parfait|ca marche|ca me va|oui ca me va|ca me convient|yes|yep|yeah|sure|confirm|yes please|that s right|that is right|looks good|all good',
  ],
  no: [
    'non|nan|nope|no|non non|pas du tout|c est pas ca|ce n est pas ca|non c est pas ca|pas ca|faux|c est faux|pas bon|c est pas bon|non merci',
    'modifier|je veux modifier|changer|corriger|il y a une erreur|y a une erreur|erreur|wrong|not right|no thanks|change|edit',
  ],
  skip: [
    'passer|passe|passez|je passe|suivant|suivante|question suivante|rien|aucun|aucune|sans|non rien|rien a ajouter|pas besoin|skip|none|nothing|next',
  ],
  unknown: [
    'je ne sais pas|je sais pas|j sais pas|jsp|chais pas|aucune idee|je ne sais plus|je sais plus|sais pas|je l ignore|i don t know|i dont know|no idea|dunno',
  ],
};

const INTENT_BY_PHRASE = new Map<string, ExactIntent>(
  Object.entries(PHRASES).flatMap(([intent, lines]) =>
    lines.flatMap((line) => line.split('|').map((phrase) => [phrase, intent as ExactIntent] as const)),
  ),
);

/** "Quelqu'un", also as it is typed in a hurry. */
const SOMEONE = 'quelqu un|quelquun|qq1|qqn|qqun|qq un|qlqun|qlqu un|qlq1|qlq un|kelkun|kelqu un';

/** "je veux parler à quelqu'un" in its common shapes; anchored at both ends, so that a sentence that goes on is not taken. */
const HUMAN_REQUEST = new RegExp(
  `^(?:bonjour |bjr |slt )?(?:non )?(?:(?:je (?:veux|veut|voudrais|souhaite|souhaiterais|prefere|peux|pourrais)|j aimerais|j veux|jveux|jve|est ce que je peux|puis je|peut on|on peut|il faut que je) )?(?:parler|discuter|echanger|etre mis en relation|etre mise en relation)(?: directement)? (?:a|avec) (?:${SOMEONE}|une personne|une vraie personne|un humain|un etre humain|un conseiller|une conseillere|mon conseiller|ma conseillere|un agent)(?: svp| maintenant| reelle?| humaine?| de vrai| d humain)?$`,
);
const HUMAN_REQUEST_EN =
  /^(?:(?:i (?:want|would like|d like|need)|can i|could i|let me) (?:to )?)?(?:talk|speak) (?:to|with) (?:someone|somebody|a human|a person|a real person|an advisor|my advisor|an agent)$/;

const WANTS_PERSON = new RegExp(
  String.raw`\b(?:parler|discuter|echanger|joindre|contacter|avoir|passer) (?:directement )?(?:a |avec )?(?:${SOMEONE}|une (?:vraie )?personne|un (?:vrai )?(?:humain|conseiller|agent|etre humain)|une conseillere|mon conseiller|ma conseillere)\b|\b(?:talk|speak) (?:to|with) (?:someone|somebody|a (?:real )?(?:human|person)|an? (?:advisor|agent))\b`,
);

/** Whether a sentence that is about nothing else asks for a person somewhere in it. For whole messages that order it, see exactIntent. */
export const asksForPerson = (text: string): boolean => WANTS_PERSON.test(fold(text));

const COURTESY =
  /\b(?:s il (?:vous|te) plait|svp|stp|please|merci(?: beaucoup| d avance)?|thanks|thank you|alors|bon|hein|voila)\b/g;

/** The same text without courtesies: "annuler svp" orders what "annuler" orders. */
const bare = (folded: string): string => folded.replace(COURTESY, ' ').replace(/\s+/g, ' ').trim();

/**
 * The order that a WHOLE message gives, or null. A word inside an answer ("la famille Retour", "annuler le cours de jeudi") is none.
 */
export function exactIntent(text: string): ExactIntent | null {
  if (/^\s*(?:👍|👌|✅|🆗)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*$/u.test(text)) return 'yes';
  if (/^\s*(?:👎|❌)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*$/u.test(text)) return 'no';
  const folded = fold(text);
  if (folded.length === 0 || folded.length > 90) return null;
  const direct = INTENT_BY_PHRASE.get(folded) ?? INTENT_BY_PHRASE.get(bare(folded));
  if (direct !== undefined) return direct;
  const core = bare(folded);
  return HUMAN_REQUEST.test(core) || HUMAN_REQUEST_EN.test(core) ? 'human' : null;
}

const CORRECTION =
  /^\s*(?:(?:ah|oh|euh|oups|pardon|désolée?|desolee?|excusez[- ]moi|sorry|mince)[\s,.!:]*)*(?:non(?!-)|nan|no|en fait|enfin|plut[oô]t|finalement|correction|je me suis tromp[eé]e?s?|erreur(?: de ma part)?|rectification|actually|rather|i meant|je voulais dire|pardon)(?:[\s,.!:;-]+|$)/iu;

/** A message as a correction. */
export interface Correction {
  readonly correcting: boolean;
  /** What is left of it to read. */
  readonly rest: string;
  /** Nothing but a "non" before other words: also how an answer of its own begins ("non il ne sait pas"). */
  readonly weak: boolean;
}

const CONTRAST =
  /(?:ce n['’]est pas|c['’]est pas|n['’]était pas|c['’]était pas|pas|it['’]s not|not)\s+(.{1,60}?)[\s,;]+(?:(?:mais|but)\s+)?(?:c['’]est|c['’]était|it['’]s|mais|but)\s+(.+)$/iu;
const TRAILING = /^(.+?)[\s,]+(?:plutôt|plutot|finalement|en fait|pardon|instead|actually)[\s.!]*$/iu;
const BARE_NO = /^\s*(?:non|nan|no)\s+\p{L}/iu;

/** "non, 15h", "plutôt jeudi", "c'est pas Léa c'est Tom": whether a message corrects, and what is left of it to read. */
export function stripCorrection(text: string): Correction {
  const contrast = CONTRAST.exec(text)?.[2];
  if (contrast !== undefined) return { correcting: true, rest: contrast, weak: false };
  let rest = text;
  for (
    let match = CORRECTION.exec(rest);
    match !== null && match[0].length > 0;
    match = CORRECTION.exec(rest)
  ) {
    rest = rest.slice(match[0].length);
  }
  const leading = text.slice(0, text.length - rest.length);
  if (rest !== text)
    return { correcting: true, rest, weak: BARE_NO.test(text) && fold(leading) === fold(text).split(' ')[0] };
  const trailing = TRAILING.exec(text)?.[1];
  return trailing === undefined
    ? { correcting: false, rest: text, weak: false }
    : { correcting: true, rest: trailing, weak: false };
}
