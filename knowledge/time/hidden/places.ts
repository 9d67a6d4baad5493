/** Streets, stations, rooms and sites named after a time. */

const MONTH = 'Janvier|F[ée]vrier|Mars|Avril|Mai|Juin|Juillet|Ao[ûu]t|Septembre|Octobre|Novembre|D[ée]cembre';

export const PLACES: readonly RegExp[] = [
  // "Quatre-Septembre"
  new RegExp(`(?<!\\p{L})(?:\\p{Lu}\\p{L}{2,8}|\\d{1,2})-(?:${MONTH})(?!\\p{L})`, 'gu'),
  // "salle 14H"
  /(?<!\p{L})(?:[Ss]alle|[Cc]lasse|[Pp]orte|[Bb]ureau|[Qq]uai|[Vv]oie|[Hh]all|[Ss]i[èe]ge|[Ss]tand|[Bb]ox|[Rr]oom|[Ll]igne|[Gg]roupe) \d{1,3}[A-Z](?![\p{L}\d])/gu,
  // "Monday.com"
  /(?<![\p{L}\d])\p{L}[\p{L}\d-]{1,30}\.(?:com|fr|org|net|io|app|eu|be|edu|gouv)(?!\p{L})/giu,
  // "14 rue du 8 mai 1945", and its number: not the minutes of "18h30, place du marché".
  /(?<!\p{L})(?:rue|avenue|av|place|boulevard|bd|quai|square|lyc[ée]e|coll[èe]ge|[ée]cole|m[ée]tro|station|arr[êe]t|r[ée]sidence|stade|pont|all[ée]e|impasse|cit[ée])(?: du| de la| des?)? \d{1,2}(?:er)?[ -]\p{L}{3,9}(?: \d{4})?/giu,
  /(?<![\d:]|\dh)(?!(?<=\dh | h )(?:00|15|30|45)(?!\d))\d{1,4}(?: bis| ter)?,? (?:rue|avenue|place|boulevard|impasse|chemin|all[ée]e|route)(?!\p{L})/giu,
  // "rue du Quatre Chemins", "boulevard des Trois Fontaines": a number in words, with its capital.
  /(?<!\p{L})(?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Bb]d|[Ii]mpasse|[Cc]hemin|[Aa]llée|[Qq]uai|[Rr]oute) (?:de la |de l['’]|du |des |de |d['’])?(?:Un|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Quatorze|Quinze|Seize|Vingt|Trente)(?: \p{Lu}\p{L}+){0,2}(?!\p{L})/gu,
  // "11 November Street", "place Dimanche"
  /(?<!\p{L})(?:\d{1,4}(?:st|nd|rd|th)? )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:[Ss]treet|[Rr]oad|[Aa]venue|[Ll]ane|[Ss]quare|[Cc]ourt)(?!\p{L})/gu,
  /(?<!\p{L})(?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Ii]mpasse|[Qq]uartier|[Gg]are|[Hh]ôtel|[Cc]afé|[Rr]estaurant) (?:(?:de |du |des |d['’]|de la |de l['’])?\p{Lu}\p{L}+-)?(?:de |du |des |d['’]|de la |de l['’])?(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Midi|Minuit|Soir|Matin|Noël|Pâques|Toussaint)(?!\p{L}| ?\d| (?:à|a|at|de|vers|matin|midi|apr[èe]s|soir|prochain|dernier))/gu,
];
