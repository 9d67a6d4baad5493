import type { Roles } from './roles';

const FRENCH = [
  'zero',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const FRENCH_TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};
const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const ENGLISH_TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };
/** As they sound. */
const FRENCH_SPOKEN: Readonly<Record<string, number>> = {
  katre: 4,
  onz: 11,
  douz: 12,
  trez: 13,
  treiz: 13,
  katorz: 14,
  katorze: 14,
  catorze: 14,
  quatorz: 14,
  kinz: 15,
  kinze: 15,
  quinz: 15,
  seiz: 16,
  diset: 17,
  dizset: 17,
  dizuit: 18,
  dizhuit: 18,
  dixuit: 18,
  diznef: 19,
  dizneuf: 19,
  trant: 30,
  trante: 30,
  karant: 40,
  karante: 40,
  carante: 40,
  sinkant: 50,
  sinkante: 50,
};
const FRENCH_ORDINALS = [
  'deuxieme',
  'troisieme',
  'quatrieme',
  'cinquieme',
  'sixieme',
  'septieme',
  'huitieme',
  'neuvieme',
  'dixieme',
];
const ENGLISH_ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The numbers from 0 to 59 as French and English write them, and small ordinals. */
export function numberWords(): Record<string, Roles> {
  const entries: Record<string, Roles> = {
    une: { num: 1, article: 1 },
    un: { num: 1, article: 1 },
    a: { article: 1 },
    an: { article: 1 },
    premier: { ordinal: 1 },
    premiere: { ordinal: 1 },
    seconde: { ordinal: 2 },
    soixante: { num: 60 },
    'une dizaine de': { num: 10 },
    'une dizaine d': { num: 10 },
    'une vingtaine de': { num: 20 },
    'une trentaine de': { num: 30 },
    'une quarantaine de': { num: 40 },
    'une douzaine de': { num: 12 },
    'quatre vingt dix': { num: 90 },
  };
  const add = (text: string, value: number) => {
    entries[text] = { ...entries[text], num: value };
  };
  FRENCH.forEach((word, value) => add(word, value));
  add('dix sept', 17);
  add('dix huit', 18);
  add('dix neuf', 19);
  for (const [word, value] of Object.entries(FRENCH_SPOKEN)) add(word, value);
  ENGLISH.forEach((word, value) => add(word, value));
  for (const [word, tens] of Object.entries(FRENCH_TENS)) {
    add(word, tens);
    for (const one of ['un', 'une']) {
      add(`${word} et ${one}`, tens + 1);
      add(`${word} ${one}`, tens + 1);
    }
    FRENCH.slice(2, 10).forEach((unit, index) => add(`${word} ${unit}`, tens + index + 2));
  }
  for (const [word, tens] of Object.entries(ENGLISH_TENS)) {
    add(word, tens);
    ENGLISH.slice(1, 10).forEach((unit, index) => add(`${word} ${unit}`, tens + index + 1));
  }
  const small = Object.entries(entries).filter(
    ([word, roles]) => roles.num !== undefined && roles.num >= 20 && !word.startsWith('quatre'),
  );
  for (const [word, roles] of small) if (roles.num! < 60) add(`deux mille ${word}`, 2000 + roles.num!);
  FRENCH_ORDINALS.forEach((word, index) => (entries[word] = { ordinal: index + 2 }));
  ENGLISH_ORDINALS.forEach((word, index) => (entries[word] = { ordinal: index + 1 }));
  return entries;
}
