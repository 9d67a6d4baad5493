/** Money, shares, measures and marks: numbers with their unit. */

export const AMOUNTS: readonly RegExp[] = [
  // Amounts, shares, measures.
  /\d{1,9}(?:[.,]\d{1,3})?[ \u00a0]?(?:€|\$|£|%|‰|°(?!\w)|euros?(?!\p{L})|eur(?!\p{L})|balles(?!\p{L})|centimes?(?!\p{L})|cts?(?!\p{L})|km(?!\p{L})|kms(?!\p{L})|kg(?!\p{L})|[mkg]o(?!\p{L})|[mgk]b(?!\p{L}))/giu,
  /[€$£][ \u00a0]?\d{1,9}(?:[.,]\d{1,3})?/gu,
  // "24/7", "7j/7", "24h/24".
  /(?<![\d/]|(?:(?<!\p{L})(?:le|du|au)|di|he) )(?:24 ?h? ?\/ ?(?:24|7)|[67] ?j(?:ours)? ?(?:\/|sur) ?7|7\/7|24 ?h(?:eures)? sur 24)(?![\d/]| ?à? ?\d| de \d)/giu,
  /(?<![\d/])\d{1,2}(?:[.,]\d{1,2})? de moyenne/giu,
  // Marks: "15/20", "note de 8/10", "il a eu 8/10"; and "17/20 au contrôle et 9/10 en dictée", a second one.
  /(?:notes?|not[ée]e?s?|score|moyenne|mark|grade)(?: de| à| of| :|:)? ?\d{1,2}(?:[.,]\d{1,2})? ?(?:\/|sur) ?\d{1,3}/giu,
  /(?<!\p{L})(?:eu|obtenu|not[ée]|eut|got|scored|fait)(?: un| une| a| de)? \d{1,2}(?:[.,]\d{1,2})? ?(?:\/|sur) ?(?:5|10|20|40|100)(?![\d/])/giu,
  /(?<![\d/])\d{1,2}(?:[.,]\d{1,2})? ?\/ ?20(?!\d)[^.!?\n\d]{0,40}?(?:et|,|puis) \d{1,2}(?:[.,]\d{1,2})? ?\/ ?(?:5|10|20)(?![\d/])/giu,
  // "7/7 modules", "3/5 validés".
  /(?<![\d/]|(?<!\p{L})(?:le|du|au|on|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) )\d{1,2} ?\/ ?\d{1,2}(?= (?:modules?|projets?|s[ée]ances?|coupons?|[ée]l[èe]ves?|[ée]tudiants?|points?|[ée]tapes?|questions?|comp[ée]tences?|livrables?|chapitres?|sections?|cases|valid[ée]e?s?|r[ée]ussie?s?|done|completed)(?!\p{L}))/giu,
  // How long each of several coupons is says nothing of the one that is spoken of next: "3 coupons de 1h validés, pas celui de jeudi 16h30".
  /(?<![\d/])(?:[2-9]|\d{2}) coupons? (?:de |d['’])\d{1,2} ?h(?:eures?)?(?: ?\d{2})?(?![\p{L}\d])/giu,
  /(?<![\d/])(?:[0-9]|1\d) ?\/ ?20(?![\d/])(?! ?à \d| ?de \d| (?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c))/gu,
  /(?<![\d/])1\/[234](?= ?(?:h(?!\p{L})|heures?|journ|temps))/giu,
  /(?<!\p{L})(?:ratio|format|fractions?|proportions?|allures?|[ée]chelle|verset|psaume|verse|score|tension)(?: \p{L}{1,6}){0,3} ?:? ?\d{1,3} ?[/:] ?\d{1,3}(?:(?:,| et| ou| and| -) \d{1,3} ?[/:] ?\d{1,3}){0,4}/giu,
];
