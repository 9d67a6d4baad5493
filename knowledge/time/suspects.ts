import { isOneEditApart } from '../entities/edits';
import type { Lexeme } from './lexer';
import { LEXICON } from './lexicon';

/** Unknown words that may be a mistyped time word, or two words of which one is: beside what was read they make it doubtful. */

/** Words whose loss changes what a text says about time. */
const TIME_WORDS: ReadonlySet<string> = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre hier demain aujourdhui matin matinee midi apresmidi aprem soir soiree journee minuit nuit semaine quinzaine mois jours heure heures minutes prochain prochaine dernier derniere premier premiere avant apres jusqu depuis pendant entre debut moins demie quart quarts trois quatre cinq douze treize quatorze quinze seize vingt trente quarante cinquante onze huit veille lendemain chaque sauf dispo disponible monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday morning afternoon evening tonight night noon midnight week month hours hour minutes next last first second third before after until between since quarter half past oclock three four five seven eight nine eleven twelve thirteen fourteen fifteen twenty thirty'.split(
    ' ',
  ),
);

/** Ordinary words that one slip would make into one of those. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'auguste augusta junie junior marcy maris julya etre avait ayant part entrer entree rentre centre ventre antre encre hors mari mare mark marc marin malin patin latin satin mutin martin mains gain cheque aupres pres doute douce doue douee fixe file fine fige pige vive rive dive crois froid droit tente vente rente demarche marche match marches jeune jure jury juge joint join joins joindre soins soin noir voir soie soif loir choir mots bois rois moi fier fiers ville vieille surveille ajout atout gout bout fout about premieres premiers dernieres derniers debute debuter debuts debout debit nuits nuis suit fuit fruit preciser cependant pensant pendent dedie demis mince prince singe pince tiree tours jouer jouez jouets dehors denier mini monte preferez merveille hiver tiers tier pase deranger quartier quartiers matinees matines soirees journees courant juillettiste avoir avez avais feront sauve fauve disposition disponibilite disponibles disponibilites domaine nombre nombres main fourni fournis fermer cliquant mur murs fievre dupuis vendre feriez preferee entrez entres feries mont marcher nait jaune tournee tournees etranger demande demandes demandee domaines craque claque elevee elever utile hautes neuve treve ' +
    'least stated shared there their these tree thee list lost fast cast past east post paste pass hall calf right might light fight sight tight eight even evenings weak seek meek your our hours yours tour text texts test tests nest mine line wine nice give live dive like none moon noun soon none once enter mouth south tune dune alter first fist fort forty fours here hire fire weight seconds nike nina nino steven marchand distance distances find disposable size entire clock mary entry mart jude neat meat independant independants debt verb cours course courses mornings nights marks friend friends'
  ).split(' '),
);

const SHORTEST = 4;
const LONGEST = 20;
const LONG = 8;

/** Whether two words differ by two slips, tried only on long ones: one letter taken away from either, then one slip. */
function isTwoEditsApart(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 2) return false;
  if (b.length === a.length + 2) return isTwoEditsApart(b, a);
  for (let at = 1; at < a.length; at += 1) {
    const less = a.slice(0, at) + a.slice(at + 1);
    if (isOneEditApart(less, b)) return true;
    for (let other = 1; other < b.length; other += 1)
      if (isOneEditApart(less, b.slice(0, other) + b.slice(other + 1))) return true;
  }
  return false;
}

/** Days and months: two slips in them show from six letters on ("mecrdi"), but "devait" is no "demain". */
const NAMES_OF_DAYS: ReadonlySet<string> = new Set(
  'mercredi vendredi samedi dimanche janvier fevrier juillet septembre octobre novembre decembre'.split(' '),
);
const LONG_NAME = 6;

const resembles = (word: string, meant: string): boolean =>
  isOneEditApart(word, meant)
    ? word.length > 4 ||
      meant.length > 4 ||
      word[0] === meant[0] ||
      word[0] === meant[1] ||
      word[1] === meant[0]
    : ((word.length >= LONG && meant.length >= LONG) ||
        (word.length >= LONG_NAME && NAMES_OF_DAYS.has(meant))) &&
      isTwoEditsApart(word, meant);

/** "etdemi", "dedix", "onthe": two known words without their space. */
function isPair(word: string): boolean {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (
      LEXICON.words.has(first) &&
      LEXICON.words.has(second) &&
      (TIME_WORDS.has(first) || TIME_WORDS.has(second))
    )
      return true;
  }
  return false;
}

/** "apremje", "trentechez", "réponseavant": a word that begins or ends no other one, and what is written onto it. */
const isWrittenOnto = (word: string): boolean =>
  /^(?:heures|matinee|aprem|soiree|journee|minuit|minutes|semaine|trente(?!\p{L}*aine)|quarante|cinquante|vingt(?!aine|ieme)|quinze|quatorze|treize|douze|onze|seize|prochain|dernier(?!ement)|morning|evening|afternoon|midnight)\p{L}{2}/u.test(
    word,
  ) ||
  /\p{L}{4}(?:avant|apres|depuis|pendant|jusqu|jusquau|dici|until|since)$/u.test(word) ||
  /^(?:midi|matin|soir|hier|noel)(?:je|jai|ca|cest|si|on|il|elle|et|ou|pour|pr|avec)$/u.test(word) ||
  /^(?:a|de|des|le|les|et|to|at|vers|dans)(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quinze|seize|vingt)$/u.test(
    word,
  ) ||
  /^(?:(?:end|start|beginning|middle)of|the(?:end|start|beginning|middle)|(?:six|ten|nine|five|four|two)to|lejour|jourde|icile)$/u.test(
    word,
  );

const known = new Map<string, boolean>();

/** Whether an unknown word may be a mistyped time word, or one written onto another word. */
export function mayBeTimeWord(word: string): boolean {
  if (word.length < SHORTEST || word.length > LONGEST || ORDINARY.has(word) || TIME_WORDS.has(word))
    return false;
  const before = known.get(word);
  if (before !== undefined) return before;
  const found =
    [...TIME_WORDS].some((meant) => resembles(word, meant)) || isPair(word) || isWrittenOnto(word);
  if (known.size < 5000) known.set(word, found);
  return found;
}

/** Days and months that are written with a capital in English: "Tesday" is no first name. */
const DAYS_AND_MONTHS = [...TIME_WORDS].filter((word) =>
  ['weekday', 'month', 'monthShort'].some((name) => name in (LEXICON.words.get(word) ?? {})),
);

/** The short words of time: a slip in them shows only right beside what was read ("hier sor", "lundi en uhit", "d'iici vendredi"). */
const SHORT_TIME_WORDS =
  'hier soir midi nuit fin mat dix six sept huit neuf deux une pas vers ici mois mai mars avril juin aout janv nov dec avr fev mar jeu ven sam dim lun ago and half past two ten till'.split(
    ' ',
  );
const SHORT_ORDINARY: ReadonlySet<string> = new Set(
  'veu veut jveu jveux jpeu jpeux maj tenu avc avk dev fins mdr mci sil sit vien def nvo dir noa lus niv omis jen dpt dac doc dico pay paie pai fee use set fun age sent same few air very saw her seen die map nom ice least fan hurt hit san aid sad sir aux eux doux doc docs pays omis ami amie vent sac luc lou leon math pars pls nos tro dep sai ado eux cil san sal ann mac pan den arch vet mail mails mute sert sens seau dire dure dis fer fes feux foin ours our her hers jet jus juif nova now not nue nul vin van vend vends sel self pis pur pull lux luxe dam dom mode mine mise mises mien move made make mate mats meme verb idee idees lui verse versee did out venu venue tel say sum jet fil mon ton son moi toi soi bon non ces ses mes tes des est et mis vis dis dit fini fit fils film fix fut vu lu ma sa ta pu du dur une uni unit unis van ver verre vert dieu deus six dis dise dois doit mot met max may mag mal man mars mer mere mir pix dox box lea leo zoe eva noe sami samy sara jean jade lena luna lune lina nina vend ben rien bien tien mien lien idem dem cai mais maths math maison mots midi suis sur site sois sort sors sore soit seul deja jeux jeun peu lieu ceux feu bus sans vous nous tous dans moins ont ans end any are hand am add all ill till tell will two too to tea tow the then them tend tent pas passe pass paste part port post test vite visa vise vies vues'.split(
    ' ',
  ),
);

/** Whether a short unknown word may be one of those, mistyped. */
function mayBeShortTimeWord(word: string): boolean {
  if (word.length < 3 || word.length > 5 || SHORT_ORDINARY.has(word) || ORDINARY.has(word)) return false;
  return SHORT_TIME_WORDS.some(
    (meant) =>
      meant !== word && (word[0] === meant[0] || word[0] === meant[1]) && isOneEditApart(word, meant),
  );
}

/** Words so far from what was read are not of it. */
const REACH = 6;
const SHORT_REACH = 2;
/** Glued to other letters, and yet a clock time: "cours14h", "x17:30". */
const HOLDS_CLOCK = /\d{1,2}(?:h|:\d\d|[ap]m)|^s\d{2}$/u;

/** Whether an unread word may have been a time word: mistyped, written onto another, or lost among letters and digits. */
function isSuspect(found: Lexeme, at: number, beside: boolean, follows: boolean): boolean {
  if (Object.keys(found.roles).length > 0) return false;
  // "week-exd", "après-mii": joined to what was read.
  if (found.hyphened && found.digits === 0 && follows)
    return !/^(?:ci|la|là|meme|memes|moi|y)$/u.test(found.text);
  if (!/^\p{L}+$/u.test(found.text)) return HOLDS_CLOCK.test(found.text);
  // A capital in mid-sentence begins a name, or a day in English.
  if (found.capital && at > 0)
    return (
      found.text.length > 4 &&
      !ORDINARY.has(found.text) &&
      !TIME_WORDS.has(found.text) &&
      DAYS_AND_MONTHS.some((meant) => meant !== found.text && isOneEditApart(found.text, meant))
    );
  return mayBeTimeWord(found.text) || (beside && mayBeShortTimeWord(found.text));
}

/** Whether a word that may have been a time word was left unread near what was read (`read`: 1 for each lexeme in a piece). */
export function leavesSuspect(input: readonly Lexeme[], read: Uint8Array): boolean {
  const within = (reach: number) => (at: number) =>
    read.subarray(Math.max(0, at - reach), at + reach + 1).includes(1);
  const [isNear, isBeside] = [within(REACH), within(SHORT_REACH)];
  return input.some(
    (found, at) => read[at] === 0 && isSuspect(found, at, isBeside(at), read[at - 1] === 1) && isNear(at),
  );
}
