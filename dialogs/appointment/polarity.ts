/** What a sentence asks for and what it rules out, as text that can be read for times. */
export interface Polarity {
  readonly wanted: string;
  readonly unwanted: readonly string[];
}

const B = '(?<![\\p{L}\\p{N}])';
const E = '(?![\\p{L}\\p{N}])';
const words = (alternatives: string): RegExp => new RegExp(`${B}(?:${alternatives})${E}`, 'giu');

/** A "pas" that refuses nothing, or a mistake that is put right ("c'est pas jeudi, c'est vendredi"). */
const NO_REFUSAL = words(
  "pourquoi pas|why not|n['’]est[- ]ce pas|pas de (?:soucis?|probl[eè]mes?)|pas grave|pas mal|pas du tout|pas vrai|not bad",
);
const PUT_RIGHT =
  /(?<![\p{L}\p{N}])(?:(?:ce n['’]est|c['’]est|c['’]était) pas|it['’]s not)\s+[^,;.]{1,40}?(?=[,;.]|\s(?:mais|but|c['’]est|it['’]s)(?![\p{L}\p{N}]))/giu;

/** "Pas avant 17h" asks for what comes after. */
const NOT_BEFORE = words(
  '(?:pas|rien|jamais|plus)(?: (?:dispo\\w*|libre))? (?:du tout )?avant|not before|no earlier than|nothing before',
);
const NOT_AFTER = words(
  '(?:pas|rien|jamais|plus)(?: (?:dispo\\w*|libre))? (?:du tout )?(?:apr[eè]s|au[- ]del[aà] de)|pas plus tard que|not after|no later than|nothing after',
);

/** "Je ne peux pas": whatever the clause names is ruled out, before it or after it. */
const CANNOT = words(
  [
    "(?:je |j )?(?:ne |n['’])?(?:peux|peut|pourrai|pourrais|suis|serai|serais|travaille|veux) (?:pas|jamais|plus)(?: (?:être )?(?:là|la|dispo\\w*|libre|present\\w*))?",
    'pas (?:dispo\\w*|libre|possible)|impossible|indispo\\w*|occup[ée]e?|prise?(?= (?:le|la|les|tous|tout))|absente?',
    "(?:ne |n['’])?(?:me )?(?:va|vont|convient|conviennent|m['’]arrange|m['’]arrangent|arrange|marche) pas",
    "j['’]ai (?:déjà )?(?:cours|un cours|des cours)|je travaille|je bosse",
    "(?:i )?can['’]?t|cannot|(?:i['’]m )?(?:not (?:available|free)|unavailable|busy|away)|does(?:n['’]t| not) (?:work|suit)(?: me)?",
  ].join('|'),
);

/** "Sauf lundi": what follows is ruled out, to the end of the clause. */
const EXCEPT = words(
  "sauf|hormis|hors|à part|a part|except[ée]?(?: for)?|à l['’]exception d(?:e|u|es)|anything but|any day but|but not|pas|ni|jamais|not|never|surtout pas",
);

const CLAUSE =
  /[.;!?\n]+|,|(?<![\p{L}\p{N}])(?:mais|but|plut[oô]t|sinon|par contre|rather|otherwise)(?![\p{L}\p{N}])/giu;

const DAY_NAME =
  'lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?';
/** "…, mardi et vendredi": goes on with the list that "sauf" opened. */
const LIST_GOES_ON = new RegExp(
  `^\\s*(?:(?:et|ou|ni|and|or)\\s+)?(?:(?:le|les)\\s+)?(?:${DAY_NAME})(?:\\s*(?:et|ou|ni|and|or)\\s+(?:(?:le|les)\\s+)?(?:${DAY_NAME}))*\\s*$`,
  'iu',
);

/**
 * Parts a sentence into what it wants and what it rules out: "n'importe quand la semaine prochaine sauf lundi", "le mercredi je ne peux
 * pas", "plutôt l'après-midi mais pas vendredi", "pas avant 17h" (which wants what comes after). Pure; words only, no times are read here.
 */
export function polarityOf(text: string): Polarity {
  const cleaned = text
    .replace(NO_REFUSAL, ' ')
    .replace(PUT_RIGHT, ' ')
    .replace(NOT_BEFORE, ' à partir de ')
    .replace(NOT_AFTER, ' avant ');
  const wanted: string[] = [];
  const unwanted: string[] = [];
  let isList = false;
  for (const clause of cleaned.split(CLAUSE)) {
    if (isList && LIST_GOES_ON.test(clause)) {
      unwanted.push(clause);
      continue;
    }
    const { before, refused, opensList } = part(clause);
    wanted.push(before);
    unwanted.push(...refused);
    isList = opensList;
  }
  const said = (items: readonly string[]) => items.map((item) => item.trim()).filter((item) => item !== '');
  return { wanted: said(wanted).join(', '), unwanted: said(unwanted) };
}

/** Everything that a sentence names, wanted or not: "je ne peux pas jeudi" names Thursday. */
export function namedIn(text: string): string {
  const { wanted, unwanted } = polarityOf(text);
  return [wanted, ...unwanted].join(', ');
}

function part(clause: string): { before: string; refused: readonly string[]; opensList: boolean } {
  CANNOT.lastIndex = 0;
  if (CANNOT.test(clause))
    return { before: '', refused: [clause.replace(CANNOT, ' , ').replace(EXCEPT, ' ')], opensList: false };
  const [first] = clause.matchAll(EXCEPT);
  if (first === undefined) return { before: clause, refused: [], opensList: false };
  const before = clause.slice(0, first.index);
  const refused = clause.slice(first.index + first[0].length).split(EXCEPT);
  return { before, refused, opensList: !/^(?:pas|not)$/i.test(first[0]) };
}
