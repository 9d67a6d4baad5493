import { fold, wordCount } from '../text/fold';

const HELPED =
  /\b(?:(?:ca|cela|c est|sa|tu|vous|reponse) (?:m )?(?:avez |as |a )?(?:bien |beaucoup |vraiment |deja )?aide\w*|m avez (?:bien |beaucoup )?aide\w*|(?:ca|cela) m aide|c est (?:tres |plus |bien |beaucoup plus )?clair|j ai (?:bien )?compris|je comprends mieux|(?:that|this|it) (?:really )?help(?:s|ed)|very helpful|that s clear|makes sense|c est (?:bien |exactement )?ce que je (?:voulais|cherchais)|ca repond a ma question)\b|^(?:oui |merci |ok )*(?:parfait|nickel|super|genial|excellent|top|perfect|great)(?: merci(?: beaucoup)?| thanks| thank you)?$/;
const DENIED = /\b(?:pas|jamais|rien|aucun\w*|not|n t|didn|doesn|guere|mais)\b/;
const NOT_HELPED =
  /^(?:(?:non|no|nan|mais|desolee?|bof|merci) )*(?:pas (?:du tout|vraiment|trop|tellement|utile|clair)|(?:ca|cela|sa|c est)(?: ne)?(?: m)?(?: a)?(?: aide)? pas(?: vraiment| du tout| trop)?(?: aide\w*)?|(?:ca|cela)(?: ne)? repond pas.*|(?:ce n est|c est|c|n est) pas (?:du tout |vraiment )?(?:ca|cela|ma question|mon probleme|mon cas|clair|utile|ce que je .*|la (?:bonne )?(?:reponse|question)|le sujet)|je (?:ne )?comprends (?:toujours )?(?:pas|rien)|(?:je n |j )ai (?:toujours )?(?:rien|pas) (?:tout )?compris|hors sujet|a cote(?: de la plaque)?|rien a voir|aucun rapport|(?:ca|cela) n a rien a voir|inutile|bof|not really|not at all|(?:that|this|it) (?:did ?n t|did not|does ?n t|does not) help|that s not (?:it|what .*|my .*)|it s not (?:it|what .*|my .*))(?: merci| desolee?)?$/;

/** More words than this and she says something of her own, which is answered as such. */
const MOST_WORDS = 10;

/** What a message says of the answer above it: it helped, it did not, or nothing of the kind. */
export function typedFeedback(text: string): boolean | null {
  if (wordCount(text) > MOST_WORDS) return null;
  const folded = fold(text);
  if (NOT_HELPED.test(folded)) return false;
  return HELPED.test(folded) && !DENIED.test(folded) ? true : null;
}
