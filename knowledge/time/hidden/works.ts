/** Books, films, newspapers and what history names after a time. */

/** What is read, seen or heard, before its name. */
const WORK =
  'journal|quotidien|magazine|hebdo|s[ée]rie|film|roman|livre|chanson|po[èe]me|pi[èe]ce|album|podcast|manga|[ée]mission|newspaper|song|movie|show|series|novel|book|poem';

/** "le film Vendredi soir", "le roman Mardi dernier": a day with its hour or its side is when, not what. */
const NO_DAY =
  '(?!(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Hier|Demain|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Yesterday|Tomorrow),?(?: ?\\d| (?:à|a|at|de|du|from|matin|midi|apr[èe]s|aprem|soir|soir[ée]e|nuit|prochain|dernier|pass[ée]|en huit|morning|noon|afternoon|evening|night|next|last)(?!\\p{L})))';

export const WORKS: readonly RegExp[] = [
  // The title of what is read: "elle lit Le Monde d'hier de Zweig".
  new RegExp(
    `(?<=(?<!\\p{L})(?:lit|lisons|lire|livre|roman|film|pi[èe]ce|[ée]tudie|[ée]tudions|reads?|reading|novel|book) )${NO_DAY}\\p{Lu}\\p{L}+(?: [\\p{L}'’-]{1,20}){1,6}`,
    'gu',
  ),
  /(?<!(?:[:,]|dit|[ée]crit|r[ée]pondu|says?|said|wrote) ?)[«"“] ?\p{Lu}[^«»"“”\d\n]{3,80}[»"”]/gu,
  // "le journal Le Soir", "la série Mercredi", where no hour follows.
  new RegExp(
    `(?<=(?<!\\p{L})(?:${WORK}) )${NO_DAY}(?:(?:Le|La|Les|L['’]|The) ?)?\\p{Lu}\\p{L}+(?! ?\\d| (?:à|at|de|from|\\p{Lu}\\p{L}+ \\d))`,
    'gu',
  ),
  // 'Friday Night Lights' in single quotes.
  /(?<=^|[\s(])['‘]\p{Lu}[\p{L}’]*(?: [\p{L}’]+){0,8} \p{Lu}\p{L}+['’](?=$|[\s,.!?;:)])/gmu,
  // Works that pupils read, named after a time.
  /(?<!\p{L})(?:vendredi,? ou l(?:a vie|es limbes)(?: \p{L}{2,10}){0,3}|demain,? d[èe]s l['’ ]aube|(?:un )?long dimanche de fian[çc]ailles|le dernier jour d['’]un condamn[ée]|le monde d['’]hier|la nuit des (?:temps|rois)|le tour du monde en 80 jours|(?:24|vingt[- ]quatre) heures de la vie d['’]une femme|vingt ans apr[èe]s|midnight in paris|a midsummer night['’]?s dream|twelfth night|nineteen eighty[- ]four)/giu,
  /(?<!\p{L})(?:le songe d['’]une nuit d['’][ée]t[ée]|une saison en enfer|les (?:mille et une|1001) nuits|voyage au bout de la nuit|vol de nuit|tendre est la nuit|le matin des magiciens|la nuit de no[ëe]l|un chant de no[ëe]l|a christmas carol|tous les matins du monde|la folle journ[ée]e|friday night lights|sunday bloody sunday|saturday night (?:live|fever)|ruby tuesday|groundhog day|independence day|first man on the moon|thirty days of night|good morning vietnam|bloody sunday|super bowl sunday|the morning show|the longest day|le jour le plus long|un jour sans fin|seconde guerre)(?!\p{L})/giu,
  // Newspapers and programmes named after a time.
  /(?<!\p{L})(?:[Jj]ournal|[Gg]azette|[Cc]hronique|Croix|D[ée]p[êe]che|Parisien) du (?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche)(?!\p{L})/gu,
  /(?<!\p{L})(?:20|Vingt) Minutes(?!\p{L})/gu,
  // What history lessons speak of: "le 18 Brumaire".
  /(?<!\p{L})(?:(?:le|du|au) )?\d{1,2}(?:er)? (?:vend[ée]miaire|brumaire|frimaire|niv[ôo]se|pluvi[ôo]se|vent[ôo]se|germinal|flor[ée]al|prairial|messidor|thermidor|fructidor)(?!\p{L})/giu,
  /(?<!\p{L})(?:r[ée]volutions?|d[ée]barquement|attentats?|bataille|krach|putsch|constitution)(?: russe| fran[çc]aise)?,? (?:de |du |d['’]|des )\d{0,2}(?:er)? ?-?\d{0,2} ?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)?(?: \d{4})?(?!\p{L}|\d| ?h)/giu,
  /(?<!\p{L})(?:mai 68|nuit du 4 ao[ûu]t|guerre (?:de |en )?(?:14|39)(?:[- ](?:18|45))?)(?!\d| ?h)/giu,
];
