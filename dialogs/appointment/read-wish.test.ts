import fc from 'fast-check';
import { join } from 'node:path';
import { createKnowledge } from '../../knowledge/create';
import type { Knowledge } from '../../knowledge/types';
import { readWishes, type WishEnv } from './read-wish';
import { parseWish, writeWish } from './wish';

const ROOT = join(__dirname, '..', '..');
let knowledge: Knowledge;
beforeAll(() => {
  knowledge = createKnowledge({
    dir: join(ROOT, 'knowledge'),
    cacheDir: join(ROOT, '.cache', 'knowledge-tests'),
  });
}, 60_000);

/** Wednesday 18 November 2026, 10:00 in Paris. */
const env = (zone = 'Europe/Paris'): WishEnv => ({
  now: new Date('2026-11-18T09:00:00Z'),
  zone,
  readTimes: knowledge.readTimes.bind(knowledge),
  matchNames: knowledge.matchNames.bind(knowledge),
  advisors: [
    { id: 'nadia', name: 'Nadia Benali' },
    { id: 'pierre', name: 'Pierre Lemoine' },
  ],
  ownAdvisorId: 'nadia',
});

/** What is wished after these messages, one after the other. */
const wish = (...texts: readonly string[]): string | null =>
  texts.reduce<string | null>((before, text) => {
    const wishes = readWishes(text, env(), before === null ? null : parseWish(before));
    return wishes === null ? before : wishes.map(writeWish).join(' or ');
  }, null);

it.each([
  ['demain matin', '2026-11-19@08:00-12:00'],
  ['lundi en huit après 17h', '2026-11-30@17:00-24:00'],
  ['vendredi à 10h', '2026-11-20@10:00-10:00'],
  ['la semaine prochaine', '2026-11-23..2026-11-29'],
  ['du 23 au 27', '2026-11-23..2026-11-27'],
  ['à partir de jeudi', '2026-11-19..2026-12-03'],
  ['d’ici vendredi', '2026-11-18..2026-11-20'],
  ['l’après-midi', '@12:00-18:00'],
  ['après 17h', '@17:00-24:00'],
  ['avant 10h', '@00:00-10:00'],
  ['entre 14h et 16h', '@14:00-16:00'],
  ['le mercredi', '#3'],
  ['le mercredi après 15h', '#3@15:00-24:00'],
  ['mercredi 25', '2026-11-25'],
  ['le plus tôt possible', '*'],
  ['n’importe quand', '*'],
])('%s: %s', (text, expected) => {
  expect(wish(text)).toBe(expected);
});

describe('several times', () => {
  it.each([
    ['mardi ou jeudi', '2026-11-24,2026-11-19'],
    ['mardi ou jeudi après-midi', '2026-11-24@12:00-18:00,2026-11-19@12:00-18:00'],
    ['lundi matin ou jeudi', '2026-11-23@08:00-12:00,2026-11-19'],
    ['lundi à 17h ou vendredi à 14h', '2026-11-23@17:00-17:00,2026-11-20@14:00-14:00'],
    ['demain ou après-demain', '2026-11-19,2026-11-20'],
    ['la semaine prochaine, mardi ou jeudi', '2026-11-24,2026-11-26'],
    ['jeudi de 9h à 11h et vendredi après 15h', '2026-11-19@09:00-11:00,2026-11-20@15:00-24:00'],
    ['le mardi ou le jeudi', '#2,#4'],
    ['mardi, plutôt le matin', '2026-11-24@08:00-12:00'],
  ])('%s: %s', (text, expected) => {
    expect(wish(text)).toBe(expected);
  });
});

describe('what is ruled out', () => {
  it.each([
    ['pas le mercredi', '*,!#3'],
    ['n’importe quand la semaine prochaine sauf lundi', '2026-11-23..2026-11-29,!#1'],
    ['plutôt l’après-midi mais pas vendredi', '@12:00-18:00,!#5'],
    ['la semaine prochaine sauf lundi, mardi et vendredi', '2026-11-23..2026-11-29,!#1,!#2,!#5'],
    ['pas lundi ni mardi', '*,!#1,!#2'],
    ['pas avant 17h', '@17:00-24:00'],
    ['pas avant jeudi', '2026-11-19..2026-12-03'],
    ['pas après 16h', '@00:00-16:00'],
    ['pas le matin', '*,!@00:00-12:00'],
    ['pas le mercredi après-midi', '*,!#3@12:00-18:00'],
    ['je ne peux pas le mercredi', '*,!#3'],
    ['le mercredi je ne suis pas dispo', '*,!#3'],
    ['la semaine prochaine, mais le jeudi je travaille', '2026-11-23..2026-11-29,!#4'],
    ['demain, pas trop tôt', '2026-11-19,!@00:00-10:00'],
    ['pas demain', '*,!2026-11-19'],
    ['pas cette semaine', '*,!2026-11-16..2026-11-22'],
    ['vendredi, pas entre midi et 14h', '2026-11-20,!@12:00-14:00'],
    ['pourquoi pas mardi', '2026-11-24'],
    ['c’est pas jeudi c’est vendredi', '2026-11-20'],
    ['pas lundi, mardi', '2026-11-24,!#1'],
    ['any day next week except Monday', '2026-11-23..2026-11-29,!#1'],
    ['in the afternoon but not on Friday', '@12:00-18:00,!#5'],
  ])('%s: %s', (text, expected) => {
    expect(wish(text)).toBe(expected);
  });
});

describe('one message after the other', () => {
  it.each([
    [['mardi', 'l’après-midi'], '2026-11-24@12:00-18:00'],
    [['l’après-midi', 'mardi'], '2026-11-24@12:00-18:00'],
    [['pas le mercredi', 'la semaine prochaine'], '2026-11-23..2026-11-29,!#3'],
    [['la semaine prochaine', 'pas le mercredi'], '2026-11-23..2026-11-29,!#3'],
    [['jeudi à 10h', '11h'], '2026-11-19@11:00-11:00'],
    [['jeudi', '10h'], '2026-11-19@10:00-10:00'],
    [['10h', 'jeudi'], '2026-11-19@10:00-10:00'],
    [['pas avant 15h', 'pas jeudi', 'la semaine prochaine'], '2026-11-23..2026-11-29@15:00-24:00,!#4'],
    [['jeudi à 10h', 'plutôt vendredi'], '2026-11-20'],
    [['pas le vendredi', 'finalement vendredi'], '2026-11-20'],
    [['jeudi', 'pas jeudi'], '*,!#4'],
    [['mardi après-midi', 'n’importe quand'], '*'],
    [['mardi après-midi', 'je ne sais pas trop'], '2026-11-24@12:00-18:00'],
  ])('%j: %s', (texts, expected) => {
    expect(wish(...texts)).toBe(expected);
  });
});

describe('with whom', () => {
  it.each([
    ['demain avec ma conseillère habituelle', '2026-11-19,=nadia'],
    ['avec Pierre Lemoine jeudi', '2026-11-19,=pierre'],
    ['avec Mme Benali', '*,=nadia'],
    ['pas avec Pierre', '*,=nadia'],
    ['demain avec ma conseillère', '2026-11-19'],
  ])('%s: %s', (text, expected) => {
    expect(wish(text)).toBe(expected);
  });
});

it.each(['je voudrais parler de ma paie', 'Teams', 'oui', 'pas de souci'])(
  '%s says nothing of when',
  (text) => {
    expect(wish(text)).toBeNull();
  },
);

describe('on the clock of Paris', () => {
  it.each([
    ['Indian/Reunion', 'demain à 10h heure de Paris', '2026-11-19@13:00-13:00'],
    ['Indian/Reunion', 'pas avant 15h (Paris)', '@18:00-24:00'],
    ['Indian/Reunion', 'le 29 mars à 10h heure de Paris', '2027-03-29@12:00-12:00'],
    ['America/Martinique', 'demain après-midi, heure de Paris', '2026-11-19@07:00-13:00'],
    ['Pacific/Noumea', 'demain à 15h heure de Paris', '2026-11-20@01:00-01:00'],
    ['Europe/Paris', 'demain à 10h heure de Paris', '2026-11-19@10:00-10:00'],
    ['Indian/Reunion', 'demain à 14h', '2026-11-19@14:00-14:00'],
  ])('%s, %s: %s', (zone, text, expected) => {
    expect(readWishes(text, env(zone), null)?.map(writeWish)).toEqual([expected]);
  });
});

/** What can be said in any order. */
const SAYINGS = [
  ['la semaine prochaine', 'l’après-midi', 'pas le mercredi', 'avec Pierre Lemoine'],
  ['jeudi', '10h', 'pas avec Nadia'],
  ['mardi ou vendredi', 'pas avant 15h', 'avec ma conseillère habituelle'],
] as const satisfies readonly (readonly string[])[];

it.each(SAYINGS.map((sayings) => [sayings]))('the same wish in whatever order: %j', (sayings) => {
  const parts = (text: string | null): readonly string[] => (text ?? '').split(',').toSorted();
  fc.assert(
    fc.property(fc.shuffledSubarray([...sayings], { minLength: sayings.length }), (order) => {
      expect(parts(wish(...order))).toEqual(parts(wish(...sayings)));
    }),
  );
});
