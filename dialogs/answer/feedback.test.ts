import { typedFeedback } from './feedback';

test.each([
  "oui merci ça m'aide",
  "ça m'a aidé",
  'vous m’avez bien aidée, merci',
  'parfait merci',
  "c'est très clair",
  "ok j'ai compris",
  'Yes, that helped',
  'super !',
])('it helped: %s', (text) => expect(typedFeedback(text)).toBe(true));

test.each([
  'non pas du tout',
  "ça ne m'aide pas",
  "ca m'aide pas",
  "ça m'a pas aidé",
  "c'est pas ça",
  "non ce n'est pas ma question",
  'pas vraiment',
  'hors sujet',
  "je n'ai rien compris",
  'bof',
  'not really',
  "that's not what I asked",
])('it did not: %s', (text) => expect(typedFeedback(text)).toBe(false));

test.each([
  'merci',
  'oui',
  'ok',
  "mon étudiant n'est pas venu",
  "je n'ai pas reçu mon paiement et je ne comprends pas pourquoi personne ne répond",
  'super, et pour mes coupons ?',
  "aidez-moi à saisir un coupon, j'ai compris le reste mais",
])('nothing of the kind: %s', (text) => expect(typedFeedback(text)).toBeNull());
