/** Numbers and names of things: invoices, rooms, versions, files, passwords. */

/** Words before a number that name a thing: "projet 7", "facture 2026-10", "n° 12". */
const NUMBERED =
  'erreurs?|errors?|factures?|projets?|missions?|tickets?|dossiers?|commandes?|r[ée]f(?:[ée]rence)?|parcours|modules?|chapitres?|salle|lot|versions?|pages?|questions?|[ée]tapes?|livrables?|articles?|exercices?|exos?|exercises?|lignes?|id|code|identifiant|matricule|siret|siren|nda|avenant|contrat|bureau|porte|appt?|appartement|b[âa]timent|invoice|project|page|room|step|order|case|phase|bloc|activit[ée]|quiz|groupe|classe|niveau|palier|type|option|annexe|devis|convention|digicode|visio|s[ée]rie';

/** How the French months begin: after these a number is a day. */
const MONTHS = 'janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c';

/** What a file is called ends so. */
const FILE_TYPES = 'pdf|docx?|xlsx?|csv|odt|ods|pptx?|txt|ics|jpe?g|png|heic|gif|zip|mp3|mp4|mov';

export const REFERENCES: readonly RegExp[] = [
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
  // Versions, dossiers: "12.11.4", "18H30-75011", "coupon 18-30-2214".
  /(?<![\d.])\d{1,3}\.\d{1,3}\.\d(?![\d.])/gu,
  /(?<!\p{L})\d{1,2} ?[hH]\d{2}-\d{4,}/gu,
  /(?<![\d-])\d{2}-\d{2}-(?!(?:19|20)\d\d(?!\d))\d{3,}(?!\d)/gu,
  // Files, and names joined by low lines: "cours_12-11_18h.pdf", "releve_novembre".
  new RegExp(`(?<![\\p{L}\\d])[\\p{L}\\d][\\p{L}\\d._()-]{0,80}\\.(?:${FILE_TYPES})(?!\\p{L})`, 'giu'),
  /(?<![\p{L}\d_])[\p{L}\d.-]{1,40}_[\p{L}\d._-]{1,80}/gu,
  // Passwords: "le code wifi c'est Noel2025!".
  /(?<=(?<!\p{L})(?:mots? de passe|mdp|password|passcode|wi-?fi|pseudo|login|username|digicode|code)(?:(?: \p{L}{1,8}){0,2}(?: (?:est|is|c['’]est)| ?[:=]))? ?)(?!\d{1,2}(?:h\d{0,2}|[ap]m)(?![\p{L}\d]))(?=\p{L}{0,20}\d)(?=\d{0,20}\p{L})[\p{L}\d]{4,40}(?![\p{L}\d])/giu,
  // One of several things that are counted: "14 articles, le 9 est erroné".
  /(?<!\p{L})(?:le|la|du|au) \d{1,2}(?= (?:est|[ée]tait|semble|para[îi]t|reste) (?:erron|fau[xs]|illisible|manquant|incomplet|incorrect|inexact|vide|barr|corrig|[àa] (?:refaire|revoir|corriger)|mauvais|en double|mal (?:not|compt|rempli)))/giu,
];
