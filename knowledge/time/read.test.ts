import type { TimeReading } from '../types';
import { readTimes } from './read';

/** Wednesday 18 November 2026, ten in the morning, Paris. */
const NOW = '2026-11-18T10:00';

const read = (
  text: string,
  prefer: 'past' | 'future' = 'future',
  now = NOW,
  zone = 'Europe/Paris',
): TimeReading => readTimes(text, { now, zone, prefer });
const starts = (text: string, prefer: 'past' | 'future' = 'future', now = NOW): readonly string[] => {
  const { start, alternatives } = read(text, prefer, now);
  return start === null ? [] : [start, ...alternatives.map((each) => each.start)];
};

describe('bare weekdays look back for lessons and forward for appointments', () => {
  it.each([
    ['lundi', 'past', ['2026-11-16']],
    ['lundi', 'future', ['2026-11-23']],
    ['lundi 9h', 'past', ['2026-11-16T09:00']],
    // Today by name: its lesson is over, or not.
    ['mercredi 9h', 'past', ['2026-11-18T09:00', '2026-11-11T09:00']],
    ['mercredi 17h', 'past', ['2026-11-11T17:00']],
    ['mercredi 17h', 'future', ['2026-11-18T17:00', '2026-11-25T17:00']],
    ['mercredi', 'past', ['2026-11-11', '2026-11-18']],
  ] as const)('%s, %s', (text, prefer, expected) => {
    expect(starts(text, prefer)).toEqual(expected);
  });

  it('reads "lundi 9h" said on Monday evening as today', () => {
    expect(read('lundi 9h', 'past', '2026-11-16T18:00').start).toBe('2026-11-16T09:00');
  });
});

describe('two readings are both offered, the likelier first', () => {
  it.each([
    ['mardi dernier', 'past', ['2026-11-17', '2026-11-10']],
    ['vendredi prochain', 'future', ['2026-11-20', '2026-11-27']],
    ['à 5h', 'future', ['2026-11-18T17:00', '2026-11-19T05:00']],
    ['demain de 5h à 7h', 'future', ['2026-11-19T17:00', '2026-11-19T05:00']],
    ['vendredi à minuit', 'future', ['2026-11-21T00:00', '2026-11-20T00:00']],
    ['lundi ou mardi à 14h', 'future', ['2026-11-23T14:00', '2026-11-24T14:00']],
    ['demain 14h ou 16h', 'future', ['2026-11-19T14:00', '2026-11-19T16:00']],
    ['le 24 ou le 25 novembre', 'future', ['2026-11-24', '2026-11-25']],
    ['my lesson was on 03/04', 'past', ['2026-04-03', '2026-03-04']],
    ['le 12 novembre', 'future', ['2027-11-12', '2026-11-12']],
    ['hier je n’ai pas pu, je propose demain', 'future', ['2026-11-19', '2026-11-17']],
    ['hier je n’ai pas pu, je propose demain', 'past', ['2026-11-17', '2026-11-19']],
    ['2h mardi', 'past', ['2026-11-17', '2026-11-17T14:00', '2026-11-17T02:00']],
  ] as const)('%s, %s', (text, prefer, expected) => {
    expect(starts(text, prefer)).toEqual(expected);
  });

  it.each(['demain 17h', 'lundi 8h30', 'hier 05h', 'demain 5h du matin', 'ce soir à 8h', 'tomorrow at 2pm'])(
    'offers nothing else for %j',
    (text) => expect(read(text).alternatives).toEqual([]),
  );
});

describe('what is not certain is said to be so', () => {
  it.each([
    '31 novembre',
    '29 février 2027',
    'le 32',
    '25h',
    '24h',
    '14h75',
    'bientôt',
    'tous les lundis à 17h',
  ])('reads no time in %j, unsure', (text) =>
    expect(read(text)).toMatchObject({ start: null, end: null, grain: null, unsure: true }),
  );

  it.each([
    'tout à l’heure',
    'mardi 12 novembre',
    'hier 14h 16h',
    'la semaine prochaine à 14h',
    'Avril',
    'de 16h à 14h',
  ])('is unsure of %j', (text) => expect(read(text).unsure).toBe(true));

  it('offers the date and the weekday that contradict each other', () => {
    expect(starts('mardi 12 novembre 2026', 'past')).toEqual(['2026-11-12', '2026-11-10', '2026-11-17']);
  });

  it.each(['demain 17h', 'hier de 14h à 16h', 'le 12', 'rien de spécial', 'mon 06 12 34 56 78'])(
    'is sure of %j',
    (text) => expect(read(text).unsure).toBe(false),
  );
});

describe('what a text rules out is not read', () => {
  it.each([
    ['pas lundi, mardi', '2026-11-24'],
    ['not Monday, Tuesday', '2026-11-24'],
  ])('%s', (text, expected) => {
    expect(starts(text)).toEqual([expected]);
  });

  it('asks when nothing else is left', () => {
    expect(read('sauf mercredi')).toMatchObject({ start: null, unsure: true });
  });
});

describe('lengths', () => {
  it.each([
    ['2h', 120],
    ['deux heures', 120],
    ['1h30', 90],
    ['une heure et demie', 90],
    ["trois quarts d'heure", 45],
    ['une demi-heure', 30],
    ['90 minutes', 90],
    ['2,5 heures', 150],
    ['1 heure 30 minutes', 90],
    ['two hours', 120],
  ])('%s is %i minutes and no start', (text, minutes) => {
    expect(read(text)).toMatchObject({ start: null, durationMinutes: minutes });
  });

  it('stands beside a day as a length', () => {
    expect(read('2h de cours hier', 'past')).toMatchObject({ start: '2026-11-17', durationMinutes: 120 });
  });

  it('makes the end of a start', () => {
    expect(read('cours de 2h lundi à 17h', 'past')).toMatchObject({
      start: '2026-11-16T17:00',
      end: '2026-11-16T19:00',
      durationMinutes: null,
    });
  });
});

describe('grains', () => {
  it.each([
    ['demain', 'day'],
    ['demain 14h', 'minute'],
    ['demain matin', 'hour'],
    ['demain avant 10h', 'hour'],
    ['la semaine prochaine', 'week'],
    ['en décembre', 'month'],
    ['ce week-end', 'day'],
    ['du 24 au 26', 'day'],
  ])('%s: %s', (text, grain) => {
    expect(read(text).grain).toBe(grain);
  });
});

describe('spans say where the expressions stand in the text as written', () => {
  it.each([
    ['Cours avec Léa hier de 14h à 16h !', ['hier de 14h à 16h']],
    ['e\u0301tait-ce apre\u0300s-demain ?', ['apre\u0300s-demain']],
    ['lundi avec Tom à 17h', ['lundi avec Tom à 17h']],
    ['rien', []],
  ])('%s', (text, expected) => {
    expect(read(text).spans.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });
});

describe('clock changes', () => {
  it('is unsure of a time that the clocks skip', () => {
    expect(read('le 28 mars 2027 à 02:30')).toMatchObject({ start: null, unsure: true });
    expect(read('le 28 mars 2027 à 02:30', 'future', NOW, 'America/Guadeloupe').start).toBe(
      '2027-03-28T02:30',
    );
  });

  it('takes a doubled time as it is said', () => {
    expect(read('le 31 octobre 2027 à 02:30')).toMatchObject({ start: '2027-10-31T02:30', unsure: false });
  });

  it.each([
    ['dans 2 heures', '2027-03-28T01:30', '2027-03-28T04:30'],
    ['dans 24 heures', '2027-10-30T10:00', '2027-10-31T09:00'],
    ['il y a 2 heures', '2027-03-28T04:30', '2027-03-28T01:30'],
  ])('%s counts real time across them', (text, now, expected) => {
    expect(read(text, 'future', now).start).toBe(expected);
  });

  it('ends a lesson after it began when the clocks go back', () => {
    const { start, end } = read('le 31 octobre 2027 à 02:00 pendant 1h');
    expect(end! > start!).toBe(true);
  });
});

describe('options', () => {
  it('refuses a now or a zone that is none', () => {
    expect(() => readTimes('demain', { now: 'demain', zone: 'Europe/Paris', prefer: 'past' })).toThrow(
      RangeError,
    );
    expect(() => readTimes('demain', { now: NOW, zone: 'Mars/Olympus', prefer: 'past' })).toThrow(RangeError);
  });
});
