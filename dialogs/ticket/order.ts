import { exactIntent } from '../form/exact';
import { fold, wordCount } from '../text/fold';

/** What somebody can want of a request that she has filed. */
export type TicketOrder = 'status' | 'add' | 'withdraw' | 'reopen';

/** An order as it was said: in so many words, or by a few words that mean it only where such a request exists. */
export interface SaidOrder {
  readonly order: TicketOrder;
  readonly plain: boolean;
  /** The sentence itself is what she adds: "je voulais ajouter que c'était le 9". */
  readonly says?: true;
}

const TICKET =
  '(?:(?:ma|mes|mon|la|le|cette|ce|sa|my|the|this) )?(?:derniere |dernier |premiere |last )?(?:demandes?|tickets?|requetes?|reclamations?|plaintes?|requests?|complaints?)';
const OWN_TICKET =
  '(?:ma|mes|mon|la|cette|ce|le|my|the|this) (?:derniere |dernier |premiere |last )?(?:demandes?|tickets?|requetes?|reclamations?|plaintes?|requests?|complaints?)';

/** "ma demande de prise en charge" is a file of the organisation's, not a request to us. "ma demande d'hier" is one. */
const OF_SOMETHING =
  /\bdemandes? (?:de|d|du|des|for) (?!hier|avant hier|ce matin|cet|tout a l heure|la semaine|l autre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)/;

const STATUS = new RegExp(
  `\\b(?:ou en (?:est|sont)|en est ou|avance\\w*|suivi|statut|status|etat|du nouveau|des nouvelles|nouvelles|news|update|reponse|repondu|recue?s?|traitee?s?|prise? en charge|where is|what about)\\b.*\\b${OWN_TICKET}\\b|\\b${OWN_TICKET}\\b.*\\b(?:en est ou|elle en est|il en est|ca avance|avance|status|any news|repondu|reponse|traitee?|lue?)\\b|\\bj ai (?:fait|envoye|ouvert|depose|rempli) (?:une|deux|plusieurs) (?:demandes?|tickets?|reclamations?)\\b.*\\b(?:reponse|nouvelles|rien|personne)\\b|^(?:mes demandes|my requests|mes tickets|mon ticket|ma demande|voir mes demandes)$`,
);
const ADD = new RegExp(
  `\\b(?:chang|modifi|corrig|rectifi|updat|correct)\\w*\\b.*\\b(?:de|du|dans|sur|of|in) ${OWN_TICKET}\\b|\\b(?:(?:r?ajout|joindr|join|complet|precis|transmet|add|attach|append)\\w*|envoyer|mettre)\\b.*\\b(?:a|au|dans|sur|pour|avec|to|in) ${OWN_TICKET}\\b|\\b(?:complet|precis|add to)\\w*\\b ${OWN_TICKET}\\b`,
);
const WITHDRAW = new RegExp(
  `\\b(?:annul|retir|supprim|abandonn|ferm|clotur|clos|effac|withdraw|cancel|delet)\\w*\\b(?: \\w+){0,3} ${TICKET}\\b|\\b(?:laiss\\w* tomber|oubli\\w*|plus besoin|plus la peine|c est (?:regle|resolu|bon)|(?:ai|a) (?:regle|resolu|trouve)|forget|no longer need\\w*|never mind|is (?:solved|settled|resolved))\\b.*\\b${OWN_TICKET}\\b|\\b${OWN_TICKET}\\b.*\\b(?:est (?:regle|resolu)e?|n est plus (?:utile|necessaire)|plus la peine|a ete (?:regle|resolu)e?|is (?:solved|settled|resolved))\\b`,
);
const REOPEN = new RegExp(
  `\\b(?:r(?:e )?ouvr|re ?ouvr|reactiv|relanc|reopen)\\w*\\b(?: \\w+){0,3} ${TICKET}\\b|\\bopen\\b.* ${OWN_TICKET} again\\b|\\b${OWN_TICKET}\\b.*\\b(?:n est (?:toujours )?pas|n a (?:toujours )?pas ete|pas|is not|isn t) (?:encore )?(?:regle|resolu|solved|settled|resolved)e?\\b|\\b(?:n est (?:toujours )?pas|c est (?:toujours )?pas|pas) (?:regle|resolu)e?\\b.*\\b${OWN_TICKET}\\b`,
);

const SETTLED =
  /^(?:(?:non|merci|ok|bonjour|finalement|en fait|ah|bon|c est bon) )*(?:laissez tomber |laisse tomber )?(?:c est|cest|c|tout est|le probleme est|mon probleme est|it s|it is|all)(?: maintenant| tout| deja| now)? (?:regle|resolu|arrange|rentre dans l ordre|solved|settled|sorted)(?: merci| maintenant| finalement)?$|^(?:probleme (?:regle|resolu)|j ai (?:trouve|resolu)(?: merci| la solution)?|plus besoin(?: merci| d aide)?)$/;
const NOT_SETTLED =
  /^(?:(?:non|mais|bonjour|desolee?|en fait) )*(?:ce n est|c est|c|ca n est|cest|it s|it is)(?: toujours| encore| still)?(?: pas| not)(?: encore| du tout)? (?:regle|resolu|bon|arrange|solved|settled|fixed)(?: du tout)?$|^(?:ca ne (?:marche|fonctionne) (?:toujours )?pas|ca (?:marche|fonctionne) (?:toujours )?pas|toujours pas regle|(?:toujours )?(?:le )?meme probleme|rouvrir|rouvrez|reopen)$/;

/** "Je voudrais préciser que…": what follows is the addition. */
const ADDS_THAT =
  /^(?:(?:et|ah|oui|bonjour|aussi|au fait|sinon) )*(?:je (?:veux|voudrais|voulais|souhaite|souhaiterais|dois)|j aimerais|j ai oublie (?:de|d)|i (?:want|would like|forgot) to|i d like to)(?: juste| aussi| also| just)? (?:r?ajouter|preciser|dire aussi|add|mention)(?: aussi| juste| also)? (?:que|qu|that)\b/;

/** More words than this and a sentence without the word "demande" says something of its own. */
const FEW_WORDS = 8;

/** What a sentence wants of a request that exists; null when it is about something else. */
export function readTicketOrder(text: string): SaidOrder | null {
  const folded = fold(text);
  if (folded === '' || OF_SOMETHING.test(folded)) return null;
  if (REOPEN.test(folded)) return { order: 'reopen', plain: true };
  if (WITHDRAW.test(folded)) return { order: 'withdraw', plain: true };
  if (ADD.test(folded)) return { order: 'add', plain: true };
  if (STATUS.test(folded)) return { order: 'status', plain: true };
  if (ADDS_THAT.test(folded)) return { order: 'add', plain: false, says: true };
  if (exactIntent(text) !== null || wordCount(text) > FEW_WORDS) return null;
  if (NOT_SETTLED.test(folded)) return { order: 'reopen', plain: false };
  return SETTLED.test(folded) ? { order: 'withdraw', plain: false } : null;
}

const NAMES_TICKET = new RegExp(`\\b(?:pour|dans|avec|for|to|in|sur|a) ${OWN_TICKET}\\b`);

/** Whether a text that came with a file says that it is for a request of hers: "une autre capture pour ma demande". */
export const isForTicket = (text: string): boolean => {
  const folded = fold(text);
  return NAMES_TICKET.test(folded) && !OF_SOMETHING.test(folded);
};
