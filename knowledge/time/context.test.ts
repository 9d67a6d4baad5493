import type { TimeReading } from '../types';
import { readTimes } from './read';

/** 2026-11-18 is a Wednesday. */
const read = (text: string, prefer: 'past' | 'future' = 'future'): TimeReading =>
  readTimes(text, { now: '2026-11-18T10:00', zone: 'Europe/Paris', prefer });

describe('time words used as nouns say no time', () => {
  it.each([
    "j'y pense jour et nuit",
    'les heures de nuit sont mieux payées ?',
    'je travaille de nuit',
    'mon élève est du matin',
    'les cours du soir sont complets',
    'il mange à la cantine à midi',
    'tarif week-end',
    'les week-ends',
    'réponse sous 3 jours ouvrés',
    'mr juillet a appelé',
    'Bernard Janvier m’a écrit',
    'Juin est mon élève',
    'mme mardi est absente',
    'a morning person',
    'in a minute',
  ])('%s', (text) => expect(read(text).start).toBeNull());

  it.each([
    ['midi', '2026-11-18T12:00'],
    ['midi et demi', '2026-11-18T12:30'],
    ["rappel en fin d'après-midi", '2026-11-18T17:00'],
    ['ce soir', '2026-11-18T18:00'],
    ['ce week-end', '2026-11-21'],
    ['en juillet', '2027-07-01'],
  ])('but %s does', (text, start) => expect(read(text)).toMatchObject({ start, alternatives: [] }));
});

describe('words around a day that turn it into another, or into none', () => {
  it.each([
    "l'autre mardi",
    'mardi huit jours',
    'deux semaines mardi',
    'the day before Monday',
    'more than two weeks ago',
    'le 5 écoulé',
    'ça remonte à lundi',
    'merci, à mardi',
    'see you Monday',
    "je ne suis pas née d'hier",
    'ça fait quinze jours que j’attends',
    'Monday EOD',
    'demain à nonante',
    'tomorrow five or so',
  ])('%s', (text) => expect(read(text).start).toBeNull());
});

describe('a day refused or taken is no answer', () => {
  it.each([
    'Thursday? no',
    'mardi ? impossible',
    'mardi, surtout pas',
    "mardi j'ai déjà quelque chose",
    'mardi je suis en formation',
    "Tuesday I'm teaching",
    "j'ai partiel mardi",
    "17h c'est trop tard",
    'jeudi sauf le matin',
    'la semaine prochaine mais pas mardi',
    'du 1er au 15 sauf le 11',
  ])('%s', (text) => expect(read(text).start).toBeNull());

  it.each([
    ["mardi j'ai un trou", '2026-11-24'],
    ['demain 17h, non ?', '2026-11-19T17:00'],
    ['jeudi 17h, pas le matin', '2026-11-19T17:00'],
  ])('but %s is one', (text, start) => expect(read(text).start).toBe(start));
});

describe('what takes place every day at its hour', () => {
  it.each(['le standard ferme à 18h', 'il se couche à 22h', 'ouvert de 9h à 18h', 'à 17h je suis en cours'])(
    '%s',
    (text) => expect(read(text).start).toBeNull(),
  );

  it.each(['demain kinz heures', 'demain katorz eures', 'demain dizuit heures'])('%s has its hour', (text) =>
    expect(read(text).start).toMatch(/^2026-11-19T1[458]:00$/u),
  );

  it('sounds that are no known spelling are asked about', () =>
    expect(read('demain quinzze heures').start).not.toBe('2026-11-19'));
});
