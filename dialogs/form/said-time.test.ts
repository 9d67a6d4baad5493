import { readTimes } from '../../knowledge/time/read';
import type { SaidTime } from './said-time';
import { saidTime } from './said-time';

/** Wednesday 18 November 2026, 10:00 in Paris. */
const env = {
  now: new Date('2026-11-18T09:00:00Z'),
  zone: 'Europe/Paris',
  readTimes,
  matchNames: () => [],
};

type Said = Partial<SaidTime>;

describe('what a person really said of a time, looking back', () => {
  test.each<[string, Said]>([
    ['cours avec Léa hier de 14h à 16h', { days: ['2026-11-17'], start: '14:00', end: '16:00' }],
    ['15h', { days: [], start: '15:00', end: null }],
    ['quatorze heures', { days: [], start: '14:00' }],
    ['de 14 à 16h', { days: [], start: '14:00', end: '16:00' }],
    ['lundi de 10 à 12', { days: ['2026-11-16'], start: '10:00', end: '12:00' }],
    ['cours de 2h lundi à 17h', { days: ['2026-11-16'], start: '17:00', end: '19:00' }],
    [
      'mardi dernier cours Léa 17h-18h30',
      { days: ['2026-11-17', '2026-11-10'], start: '17:00', end: '18:30' },
    ],
    ['14h-16h', { days: [], start: '14:00', end: '16:00' }],
    ['entre 14h et 16h30', { days: [], start: '14:00', end: '16:30' }],
    ['le 12 de 17h à 18h30', { days: ['2026-11-12'], start: '17:00', end: '18:30' }],
    ['le 12 à 18h', { days: ['2026-11-12'], start: '18:00', end: null }],
    ['ce matin 9h', { days: ['2026-11-18'], start: '09:00' }],
    ['hier', { days: ['2026-11-17'], start: null, end: null }],
    ['mardi dernier', { days: ['2026-11-17', '2026-11-10'], start: null }],
    ['hier aprem', { days: ['2026-11-17'], start: null }],
    ["jusqu'à 16h", { days: [], start: '16:00', end: null, endOnly: true }],
    ['fini à 16h', { days: [], start: '16:00', endOnly: true }],
    ['à partir de 14h', { days: [], start: '14:00', end: null, endOnly: false, after: true }],
    ['2h', { days: [], start: null, durationMinutes: 120 }],
    ['1h30', { days: [], start: null, durationMinutes: 90 }],
    ['yesterday from 2pm to 4pm', { days: ['2026-11-17'], start: '14:00', end: '16:00' }],
    ['hier midi', { days: ['2026-11-17'], start: '12:00' }],
  ])('%s', (text, expected) => {
    expect(saidTime(text, env, 'past')).toMatchObject(expected);
  });
});

describe('looking forward', () => {
  test.each<[string, Said]>([
    [
      'demain matin',
      { days: ['2026-11-19'], start: null, window: { from: '2026-11-19T08:00', to: '2026-11-19T12:00' } },
    ],
    ['lundi en huit après 17h', { days: ['2026-11-30'], start: '17:00', after: true }],
    ['jeudi 14h30', { days: ['2026-11-19'], start: '14:30' }],
    ['demain avant 10h', { days: ['2026-11-19'], start: '10:00', before: true }],
    ['la semaine prochaine', { days: [], window: { from: '2026-11-23T00:00', to: '2026-11-29T23:59' } }],
    ['vendredi à 10h par téléphone', { days: ['2026-11-20'], start: '10:00' }],
  ])('%s', (text, expected) => {
    expect(saidTime(text, env, 'future')).toMatchObject(expected);
  });
});

test.each(['06 12 34 56 78', 'avec Léa', 'projet 7', ''])('%s says no time', (text) => {
  expect(saidTime(text, env, 'past')).toBeNull();
});
