import { sayHours, type OpeningHours } from './hours';
import { words } from './words';

const halfDays = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:30' },
];
const week: OpeningHours = { '1': halfDays, '2': halfDays, '3': halfDays, '4': halfDays, '5': halfDays };
const say = (now: string, hours = week, locale: 'fr' | 'en' = 'fr'): string =>
  sayHours(hours, 'Europe/Paris', new Date(now), words[locale].hours).replace(/\u00a0/g, ' ');

test.each([
  ['a Tuesday morning', '2026-11-24T10:30:00+01:00', "Conseillers jusqu'à 12 h"],
  ['the minute of opening', '2026-11-24T09:00:00+01:00', "Conseillers jusqu'à 12 h"],
  ['the minute of closing', '2026-11-24T12:00:00+01:00', 'Conseillers dès 14 h'],
  ['before the first hour', '2026-11-24T07:15:00+01:00', 'Conseillers dès 9 h'],
  ['an afternoon', '2026-11-24T18:29:00+01:00', "Conseillers jusqu'à 18 h 30"],
  ['an evening', '2026-11-24T20:00:00+01:00', 'Conseillers demain à 9 h'],
  ['a Friday evening', '2026-11-27T19:00:00+01:00', 'Conseillers lundi à 9 h'],
  ['a Sunday', '2026-11-29T10:00:00+01:00', 'Conseillers demain à 9 h'],
  ['an instant written in another zone', '2026-11-24T05:30:00-04:00', "Conseillers jusqu'à 12 h"],
  ['midnight', '2026-11-25T00:00:00+01:00', 'Conseillers dès 9 h'],
])('%s', (_when, now, said) => {
  expect(say(now)).toBe(said);
});

test('in English', () => {
  expect(say('2026-11-27T19:00:00+01:00', week, 'en')).toBe('Advisors Monday at 9:00');
});

test('a desk open one day a week opens again a week later', () => {
  expect(say('2026-11-24T20:00:00+01:00', { '2': halfDays })).toBe('Conseillers mardi à 9 h');
});

test('no hours, no promise', () => {
  expect(say('2026-11-24T10:30:00+01:00', {})).toBe('');
});
