import type { TimeReading } from '../types';
import { readTimes } from './read';

/** Wednesday 18 November 2026, ten in the morning, Paris. */
const read = (text: string, prefer: 'past' | 'future' = 'past'): TimeReading =>
  readTimes(text, { now: '2026-11-18T10:00', zone: 'Europe/Paris', prefer });

describe('hours joined by "/" or "-", the first without its mark', () => {
  it.each([
    ['mercredi 4 mars 19-20h', '2026-03-04T19:00', '2026-03-04T20:00'],
    ['vendredi 13 nov 18-19h30', '2026-11-13T18:00', '2026-11-13T19:30'],
    ['lundi 9 nov. 17 h 45 / 19 h 15', '2026-11-09T17:45', '2026-11-09T19:15'],
    ['jeudi 12 nov 16 h 30/18:00', '2026-11-12T16:30', '2026-11-12T18:00'],
    ['le 7 novembre 10/12h', '2026-11-07T10:00', '2026-11-07T12:00'],
    ['lundi 16 novembre 9-11', '2026-11-16T09:00', '2026-11-16T11:00'],
    ['le 12/11 9-11h', '2026-11-12T09:00', '2026-11-12T11:00'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end, unsure: false }));

  it('still reads a date after minutes', () => expect(read('17 h 30 12/11').start).toBe('2026-11-12T17:30'));
});

describe('days that share the month said once', () => {
  it.each([
    ['entre le 15 et le 20 février', '2026-02-15', '2026-02-20'],
    ['entre 10 et 12 mars', '2026-03-10', '2026-03-12'],
    ['du 3 au 7 mars', '2026-03-03', '2026-03-07'],
    ['15-20 février', '2026-02-15', '2026-02-20'],
    ['15/20 février', '2026-02-15', '2026-02-20'],
    ['15 à 20 février', '2026-02-15', '2026-02-20'],
    ['le 15 jusqu’au 20 février', '2026-02-15', '2026-02-20'],
    ['du 15 février jusqu’au 20', '2026-02-15', '2026-02-20'],
    ['du 28 février au 3', '2026-02-28', '2026-03-03'],
    ['between the 15th and the 20th of February', '2026-02-15', '2026-02-20'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end, unsure: false }));

  it('keeps "15/20" a mark', () => expect(read('15/20 en maths').start).toBeNull());
});

describe('days as text messages write them', () => {
  it.each([
    ['dem 18h ok ?', '2026-11-19T18:00'],
    ['dem18h', '2026-11-19T18:00'],
    ['2m 18h', '2026-11-19T18:00'],
    ['2main 17h', '2026-11-19T17:00'],
    ['dmn 17h30', '2026-11-19T17:30'],
    ['apdem 14h', '2026-11-20T14:00'],
    ['ajd 17h', '2026-11-18T17:00'],
    ['auj 16h30', '2026-11-18T16:30'],
  ])('%s', (text, start) => expect(read(text, 'future')).toMatchObject({ start, unsure: false }));

  it.each(["tt à l'h", "tta l'heure", 'dm 18h', 'demm 18h', 'zrt 18h ok', 'ok18h', 'vdi 17h'])(
    'is unsure of %s',
    (text) => expect(read(text).unsure).toBe(true),
  );

  it.each(['Léa 17h', 'cours maths 17h'])('is sure of %s', (text) => expect(read(text).unsure).toBe(false));
});

describe('the beginning and the middle of a part of the day', () => {
  it.each([
    ['hier en début d’après-midi', '2026-11-17T14:00', '2026-11-17T16:00'],
    ['hier début d’aprem', '2026-11-17T14:00', '2026-11-17T16:00'],
    ['early afternoon yesterday', '2026-11-17T14:00', '2026-11-17T16:00'],
    ['hier en milieu d’après-midi', '2026-11-17T15:00', '2026-11-17T17:00'],
    ['hier en fin de matinée', '2026-11-17T10:00', '2026-11-17T12:00'],
    ['hier en début de soirée', '2026-11-17T18:00', '2026-11-17T20:00'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end }));
});

describe('feasts with a weekday in their name', () => {
  it.each([
    ['mardi gras', '2026-02-17'],
    ['mercredi des Cendres', '2026-02-18'],
    ['jeudi saint', '2026-04-02'],
    ['vendredi saint', '2026-04-03'],
    ['lundi de Pâques', '2026-04-06'],
    ['jeudi de l’Ascension', '2026-05-14'],
    ['le lundi de la Pentecôte', '2026-05-25'],
    ['Good Friday', '2026-04-03'],
  ])('%s', (text, start) => expect(read(text)).toMatchObject({ start, unsure: false }));

  it.each(['jeudi de la mi-carême', 'le pont de l’Ascension', 'Black Friday'])('asks about %s', (text) =>
    expect(read(text)).toMatchObject({ start: null, unsure: true }),
  );
});

describe('English lengths and distances', () => {
  it.each([
    ['in a quarter of an hour', '2026-11-18T10:15'],
    ['in three quarters of an hour', '2026-11-18T10:45'],
    ['half an hour ago', '2026-11-18T09:30'],
    ['a quarter of an hour ago', '2026-11-18T09:45'],
    ['a week from today', '2026-11-25'],
    ['a week from tomorrow', '2026-11-26'],
    ['a week from Monday at 9:15', '2026-11-30T09:15'],
    ['a fortnight from Friday', '2026-12-04'],
    ['two weeks from Thursday', '2026-12-03'],
    ['the day after tomorrow at 5pm', '2026-11-20T17:00'],
  ])('%s', (text, start) => expect(read(text, 'future').start).toBe(start));
});

describe('numbers after "à" that are no hours', () => {
  it.each([
    'sa moyenne est à 10',
    'la jauge est à 10',
    'il est passé de 8 à 10',
    'le niveau reste à 3 pour lui',
    'the score is at 10',
    'on en est à 12',
  ])('reads no time in %s', (text) => expect(read(text).start).toBeNull());

  it.each([
    ['lundi à 10', '2026-11-16T10:00'],
    ['cours à 17', '2026-11-17T17:00'],
    ['on se voit à 9', '2026-11-18T09:00'],
  ])('%s', (text, start) => expect(read(text).start).toBe(start));

  it('is unsure when the day stands elsewhere', () =>
    expect(read('hier sa note est passée à 10').unsure).toBe(true));
});

describe('what takes time and is no lesson', () => {
  it.each([
    '2 h de route',
    'deux heures de trajet',
    '1h30 de bus',
    '30 minutes à pied',
    'une heure de retard',
    'un trajet de 2h',
    'à 2h de route',
    'à 2 heures de chez moi',
    '12h d’avion',
    'ça me fait deux heures de trajet',
    'ça fait 3 h de train',
    'il y a 1h en voiture',
    '20 minutes late',
  ])('reads no start in %s', (text) =>
    expect(read(text)).toMatchObject({ start: null, alternatives: [], unsure: false }),
  );

  it('still counts back from now', () =>
    expect(read('c’était il y a 2 h de ça').start).toBe('2026-11-18T08:00'));

  it('does not lengthen the lesson beside it', () =>
    expect(read('20 min de retard hier à 17h')).toMatchObject({ start: '2026-11-17T17:00', end: null }));

  it.each(['cours', 'maths', 'physique'])('keeps "2 h de %s" the length of a lesson', (subject) =>
    expect(read(`2 h de ${subject} lundi à 17h`)).toMatchObject({
      start: '2026-11-16T17:00',
      end: '2026-11-16T19:00',
    }),
  );
});

describe('the part of the day said last holds for both ends', () => {
  it.each([
    ['hier de 8h à 9h du soir', '2026-11-17T20:00', '2026-11-17T21:00'],
    ['hier 8h-9h du soir', '2026-11-17T20:00', '2026-11-17T21:00'],
    ['hier de 8 à 10 du soir', '2026-11-17T20:00', '2026-11-17T22:00'],
    ['yesterday 8 to 9pm', '2026-11-17T20:00', '2026-11-17T21:00'],
    ['hier de 11h à 1h de l’après-midi', '2026-11-17T11:00', '2026-11-17T13:00'],
    ['yesterday from 11 to 12pm', '2026-11-17T11:00', '2026-11-17T12:00'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end, unsure: false }));
});

describe('a day after a longer span refines it', () => {
  it.each([
    ['mi-janvier, disons le 15', '2027-01-15'],
    ['fin novembre, plutôt le 28', '2026-11-28'],
    ['début décembre, le 3', '2026-12-03'],
    ['la semaine prochaine, par exemple jeudi', '2026-11-26'],
    ['la semaine du 23, le 25 plutôt', '2026-11-25'],
    ['ce week-end, samedi plutôt', '2026-11-21'],
    ['mid-January, say the 15th', '2027-01-15'],
  ])('%s', (text, start) =>
    expect(read(text, 'future')).toMatchObject({ start, alternatives: [], unsure: false }),
  );

  it('keeps a choice a choice', () =>
    expect(read('fin novembre ou le 5', 'future').alternatives.length).toBeGreaterThan(0));
});

describe('other wordings that were silently wrong', () => {
  it.each([
    ['cours du 12 11 de 17h à 19h', '2026-11-12T17:00'],
    ['trois jours après lundi', '2026-11-19'],
    ['vers 17h-17h30 demain', '2026-11-19T17:00'],
    ['half 5 tomorrow', '2026-11-19T17:30'],
    ['Monday from 5 til 6.30', '2026-11-16T17:00'],
    ['the Monday after next', '2026-11-30'],
    ['un mardi sur deux', null],
  ])('%s', (text, start) => expect(read(text).start).toBe(start));

  it.each(['lundi 16 - 17h', 'la visio du 3 12 à 18h'])('is unsure of %s', (text) =>
    expect(read(text).unsure).toBe(true),
  );

  it('takes a count that went up for no hours', () =>
    expect(read('ma jauge est passée de 8 à 12 hier').start).toBe('2026-11-17'));
});

describe('English days and hours', () => {
  it.each([
    ['Feb 10-12', '2027-02-10', '2027-02-12'],
    ['from December 3rd to the 7th', '2026-12-03', '2026-12-07'],
    ['tomorrow, 10.30 to noon', '2026-11-19T10:30', '2026-11-19T12:00'],
  ])('%s', (text, start, end) => expect(read(text, 'future')).toMatchObject({ start, end, unsure: false }));

  it('does not take the hours of a Tuesday for days of March', () =>
    expect(read('mar 10-12h').start).not.toBe('2026-03-10'));
});

describe('what only resembles a time', () => {
  it.each(["elle lit Le Monde d'hier de Zweig", 'on étudie Vendredi ou la vie sauvage'])(
    'a title: %s',
    (text) => expect(read(text).start).toBeNull(),
  );

  it('the length of several coupons is not that of the lesson spoken of next', () =>
    expect(read('3 coupons de 1h validés mais pas celui du jeudi 12 novembre à 16h30')).toMatchObject({
      start: '2026-11-12T16:30',
      end: null,
    }));

  it('a month after "pour"', () =>
    expect(read("rien reçu pour mars, j'ai tout saisi")).toMatchObject({
      start: '2026-03-01',
      grain: 'month',
    }));
});

describe('a day that is ruled out takes its hour along', () => {
  it('"je peux pas jeudi 18h on met samedi 10h"', () =>
    expect(read('je peux pas jeudi 18h on met samedi 10h ?', 'future')).toMatchObject({
      start: '2026-11-21T10:00',
      alternatives: [],
    }));

  it('"pas dispo lundi 14h" says no time at all', () =>
    expect(read('pas dispo lundi 14h', 'future').start).toBeNull());
});

describe('slips of the pen', () => {
  it('a 29 February years away is doubted', () => expect(read('le 29 février à 17h').unsure).toBe(true));
});

describe('a lesson that is moved', () => {
  it('"déplacer le cours de jeudi 17h à 18h": the new hour first, the range beside it', () => {
    const found = read('peut on deplacer le cours de jeudi 17h à 18h', 'future');
    expect(found.start).toBe('2026-11-19T18:00');
    expect(found.alternatives).toContainEqual({ start: '2026-11-19T17:00', end: '2026-11-19T18:00' });
  });
});

describe('missing spaces, limits of a length, hours ruled out', () => {
  it.each([
    ['samedi 14 novembre10h-12h', 'past', '2026-11-14T10:00', '2026-11-14T12:00'],
    ['pas libre demain avant 18h', 'future', '2026-11-19T18:00', null],
    ['svp demain 12h45 max 5 min au tel', 'future', '2026-11-19T12:45', null],
  ] as const)('%s', (text, prefer, start, end) => expect(read(text, prefer)).toMatchObject({ start, end }));
});
