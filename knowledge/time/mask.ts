/** Where a text holds numbers that are no time: telephone numbers, accounts, amounts, references. Every pattern is linear. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words before a number that name a thing: "projet 7", "facture 2026-10", "n° 12". */
const NUMBERED =
  'factures?|projets?|missions?|tickets?|dossiers?|commandes?|r[ée]f(?:[ée]rence)?|parcours|modules?|chapitres?|salle|lot|versions?|pages?|questions?|[ée]tapes?|livrables?|articles?|exercices?|exos?|lignes?|id|code|identifiant|matricule|siret|siren|nda|avenant|contrat|bureau|porte|appt?|appartement|b[âa]timent|invoice|project|page|room|step|order|case|phase|bloc|activit[ée]|quiz|groupe|classe|niveau|palier|type|option|annexe|devis|convention';

/** How the French months begin: after these a number is a day. */
const MONTHS = 'janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c';

/** Manners of speaking and proverbs that hold a time word; a space stands for any number of them. */
const MANNERS = new RegExp(
  `(?<!\\p{L})(?:${[
    String.raw`en avril,? ne te d[ée]couvre`,
    String.raw`en mai,? fais ce qu`,
    String.raw`no[ëe]l au balcon,? p[âa]ques aux? tisons?`,
    String.raw`tel qui rit (?:le )?vendredi,? (?:le )?dimanche pleurera`,
    String.raw`cherch\p{L}{1,6} midi [àa] (?:quatorze|14) ?h(?:eures)?`,
    String.raw`au jour d['’ ]aujourd['’ ]?hui`,
    String.raw`poissons? d['’]avril`,
    String.raw`les ides de mars`,
    String.raw`monarchie de juillet`,
    String.raw`colonnes? de juillet`,
    String.raw`journ[ée]es de juin`,
    String.raw`massacres de septembre`,
    String.raw`semaine des (?:quatre|4) jeudis`,
    String.raw`robinson et vendredi`,
    String.raw`mercredi addams`,
    String.raw`jour et nuit`,
    String.raw`nuit et jour`,
    String.raw`day and night`,
    String.raw`night and day`,
    String.raw`any day now`,
    String.raw`sunday school`,
    String.raw`friday feeling`,
    String.raw`monday blues`,
    String.raw`midnight oil`,
    String.raw`demain il fera jour`,
    String.raw`demain est un autre jour`,
    String.raw`(?:today|tomorrow)['’]s (?:youth|kids|world|students)`,
    String.raw`yesterday['’]s news`,
  ]
    .join('|')
    .replaceAll(' ?', ' *')
    .replaceAll(/ (?!\*)/gu, ' +')})(?!\\p{L})`,
  'giu',
);

const PATTERNS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S{1,2000}/giu,
  /[\w.+-]{1,64}@[\w-]{1,200}\.[\w.-]{2,100}/gu,
  // Telephone numbers: French pairs with one separator throughout, or none; and +33.
  /(?<![\d/]|\dh ?)0[1-9](?:([ .\-\u00a0])\d{2}(?:\1\d{2}){3}|\d{8})(?!\d)/gu,
  /(?:\+|\b00)\d{2,3}[ .\-\u00a0]?\(?\d?\)?\d?(?:[ .\-\u00a0]?\d{2}){4}(?!\d)/gu,
  // IBAN: country, key, then groups that hold digits.
  /\b[a-z]{2}\d{2}[ \u00a0]?\d{4}(?:[ \u00a0]?(?=[a-z]{0,3}\d)[a-z\d]{2,4}){2,8}/giu,
  // French social security number.
  /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d[\dab] ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/giu,
  // Amounts, shares, measures.
  /\d{1,9}(?:[.,]\d{1,3})?[ \u00a0]?(?:€|\$|£|%|‰|°(?!\w)|euros?(?!\p{L})|eur(?!\p{L})|balles(?!\p{L})|centimes?(?!\p{L})|cts?(?!\p{L})|km(?!\p{L})|kms(?!\p{L})|kg(?!\p{L})|[mkg]o(?!\p{L})|[mgk]b(?!\p{L}))/giu,
  /[€$£][ \u00a0]?\d{1,9}(?:[.,]\d{1,3})?/gu,
  // References: G-2611-0042, FAC-2026-10, #123.
  /(?<![\p{L}\d])[A-Z]{1,6}\d{0,4}-\d{2,}(?:-[\w]{1,20})*(?![\d/])/gu,
  /#[ ]?[\w-]{1,40}/gu,
  /(?<!\p{L})(?:n[°ºo]|num[ée]ros?|no\.)[ ]?:?[ ]?\d[\w./-]{0,30}/giu,
  new RegExp(
    `(?<!\\p{L})(?:${NUMBERED})[ ]?(?:n[°ºo]|num[ée]ro)?[ ]?[:#]?[ ]?(?!\\d{1,2} ?(?:h|:\\d))\\d[\\w.-]{0,30}(?:(?: ?- ?| (?:et|ou|puis) (?:le |la |les |l['’])?|, ?(?=\\d{1,3}(?:,| et| ou| ?-|$)))\\d{1,3}(?!\\p{L}|\\d| ?h| ?[:/.-]\\d| (?:${MONTHS}|jours?|min|sem))){0,5}`,
    'giu',
  ),
  /(?<!\p{L})(?:v|version )\d+(?:\.\d+){1,4}/giu,
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/gu,
  // "24/7", "7j/7", "24h/24"; marks: "15/20", "note de 8/10".
  /(?<![\d/]|(?:(?<!\p{L})(?:le|du|au)|di|he) )(?:24 ?h? ?\/ ?(?:24|7)|[67] ?j(?:ours)? ?(?:\/|sur) ?7|7\/7|24 ?h(?:eures)? sur 24)(?![\d/]| ?à? ?\d| de \d)/giu,
  /(?:notes?|not[ée]e?s?|score|moyenne|mark|grade)(?: de| à| of| :|:)? ?\d{1,2}(?:[.,]\d{1,2})? ?(?:\/|sur) ?\d{1,3}/giu,
  // "il a eu 8/10", "obtenu 15/20", a title in quotes.
  /(?<!\p{L})(?:eu|obtenu|not[ée]|eut|got|scored|fait)(?: un| une| a| de)? \d{1,2}(?:[.,]\d{1,2})? ?(?:\/|sur) ?(?:5|10|20|40|100)(?![\d/])/giu,
  // How long each of several coupons is says nothing of the one that is spoken of next: "3 coupons de 1h validés, pas celui de jeudi 16h30".
  /(?<![\d/])(?:[2-9]|\d{2}) coupons? (?:de |d['’])\d{1,2} ?h(?:eures?)?(?: ?\d{2})?(?![\p{L}\d])/giu,
  // The title of what is read: "elle lit Le Monde d'hier de Zweig".
  /(?<=(?<!\p{L})(?:lit|lisons|lire|livre|roman|film|pi[èe]ce|[ée]tudie|[ée]tudions|reads?|reading|novel|book) )\p{Lu}\p{L}+(?: [\p{L}'’-]{1,20}){1,6}/gu,
  /(?<!(?:[:,]|dit|[ée]crit|r[ée]pondu|says?|said|wrote) ?)[«"“] ?\p{Lu}[^«»"“”\d\n]{3,80}[»"”]/gu,
  // Works that pupils read, named after a time.
  /(?<!\p{L})(?:vendredi,? ou l(?:a vie|es limbes)(?: \p{L}{2,10}){0,3}|demain,? d[èe]s l['’ ]aube|(?:un )?long dimanche de fian[çc]ailles|le dernier jour d['’]un condamn[ée]|le monde d['’]hier|la nuit des (?:temps|rois)|le tour du monde en 80 jours|(?:24|vingt[- ]quatre) heures de la vie d['’]une femme|vingt ans apr[èe]s|midnight in paris|a midsummer night['’]?s dream|twelfth night|nineteen eighty[- ]four)/giu,
  // Newspapers and programmes named after a day.
  /(?<!\p{L})(?:[Jj]ournal|[Gg]azette|[Cc]hronique|Croix|D[ée]p[êe]che|Parisien) du (?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche)(?!\p{L})/gu,
  // One of several things that are counted: "14 articles, le 9 est erroné".
  /(?<!\p{L})(?:le|la|du|au) \d{1,2}(?= (?:est|[ée]tait|semble|para[îi]t|reste) (?:erron|fau[xs]|illisible|manquant|incomplet|incorrect|inexact|vide|barr|corrig|[àa] (?:refaire|revoir|corriger)|mauvais|en double|mal (?:not|compt|rempli)))/giu,
  // Manners of speaking.
  MANNERS,
  // Places named after a date: "Quatre-Septembre".
  /(?<!\p{L})(?:\p{Lu}\p{L}{2,8}|\d{1,2})-(?:Janvier|F[ée]vrier|Mars|Avril|Mai|Juin|Juillet|Ao[ûu]t|Septembre|Octobre|Novembre|D[ée]cembre)(?!\p{L})/gu,
  // Sites, rooms, versions, ratios, verses, references: "Monday.com", "salle 14H", "12.11.4", "16/9", "3:16", "18H30-75011".
  /(?<![\p{L}\d])\p{L}[\p{L}\d-]{1,30}\.(?:com|fr|org|net|io|app|eu|be|edu|gouv)(?!\p{L})/giu,
  /(?<!\p{L})(?:[Ss]alle|[Cc]lasse|[Pp]orte|[Bb]ureau|[Qq]uai|[Vv]oie|[Hh]all|[Ss]i[èe]ge|[Ss]tand|[Bb]ox|[Rr]oom|[Ll]igne|[Gg]roupe) \d{1,3}[A-Z](?![\p{L}\d])/gu,
  /(?<![\d.])\d{1,3}\.\d{1,3}\.\d(?![\d.])/gu,
  /(?<!\p{L})(?:ratio|format|fractions?|proportions?|[ée]chelle|verset|psaume|verse|score|tension)(?: \p{L}{1,6}){0,3} \d{1,3} ?[/:] ?\d{1,3}(?:(?:,| et| ou| and| -) \d{1,3} ?[/:] ?\d{1,3}){0,4}/giu,
  /(?<!\p{L})\d{1,2} ?[hH]\d{2}-\d{4,}/gu,
  // What history lessons speak of.
  /(?<!\p{L})(?:r[ée]volutions?|d[ée]barquement|attentats?|bataille|krach|putsch|constitution)(?: russe| fran[çc]aise)?,? (?:de |du |d['’]|des )\d{0,2}(?:er)? ?-?\d{0,2} ?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)?(?: \d{4})?(?!\p{L}|\d| ?h)/giu,
  /(?<!\p{L})(?:mai 68|nuit du 4 ao[ûu]t|guerre (?:de |en )?(?:14|39)(?:[- ](?:18|45))?)(?!\d| ?h)/giu,
  /(?<![\d/])(?:[0-9]|1\d) ?\/ ?20(?![\d/])(?! ?à \d| ?de \d| (?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c))/gu,
  /(?<![\d/])1\/[234](?= ?(?:h(?!\p{L})|heures?|journ|temps))/giu,
  // Street names: "14 rue du 8 mai 1945".
  /(?<!\p{L})(?:rue|avenue|av|place|boulevard|bd|quai|square|lyc[ée]e|coll[èe]ge|[ée]cole|m[ée]tro|station|arr[êe]t|r[ée]sidence|stade|pont|all[ée]e|impasse|cit[ée])(?: du| de la| des?)? \d{1,2}(?:er)?[ -]\p{L}{3,9}(?: \d{4})?/giu,
  /\d{1,4}(?: bis| ter)?,? (?:rue|avenue|place|boulevard|impasse|chemin|all[ée]e|route)(?!\p{L})/giu,
];

/** The spans of a text that must not be read as times, in order, not overlapping. */
export function maskedSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      found.push({ from: match.index, to: match.index + match[0].length });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const merged: Span[] = [];
  for (const span of found) {
    const last = merged[merged.length - 1];
    if (last && span.from < last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
