import { hoursFaults, spansFault, tidyHours } from './hours-rules';

const span = (text: string) => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};
const spans = (text: string) => (text === '' ? [] : text.split(' ').map(span));

test.each([
  ['a morning and an afternoon', '09:00-12:00 14:00-18:00', null],
  ['in any order', '14:00-18:00 09:00-12:00', null],
  ['spans that touch', '09:00-12:00 12:00-18:00', null],
  ['until the last minute of the day', '22:00-23:59', null],
  ['closed', '', null],
  ['an overlap', '09:00-12:30 12:00-18:00', 'overlap'],
  ['one within the other', '09:00-18:00 12:00-13:00', 'overlap'],
  ['the same twice', '09:00-12:00 09:00-12:00', 'overlap'],
  ['backwards', '18:00-09:00', 'ends-before-it-begins'],
  ['of no length', '09:00-09:00', 'ends-before-it-begins'],
  ['an hour that the day does not have', '09:00-24:00', 'not-a-time'],
  ['a minute that the hour does not have', '09:60-10:00', 'not-a-time'],
  ['one digit too few', '9:00-12:00', 'not-a-time'],
  ['nothing written', '-', 'not-a-time'],
])('the hours of a day: %s', (_what, text, expected) => {
  expect(spansFault(spans(text))).toBe(expected);
});

test('a week says on which days something is wrong', () => {
  expect(hoursFaults({ '1': spans('09:00-12:00'), '2': spans('12:00-09:00'), '7': spans('x-y') })).toEqual([
    { code: 'ends-before-it-begins', weekday: '2' },
    { code: 'not-a-time', weekday: '7' },
  ]);
});

test('a desk that never opens is refused', () => {
  expect(hoursFaults({ '1': [], '6': [] })).toEqual([{ code: 'never-open', weekday: null }]);
});

test('what is kept is in order, without empty days and without days that no week has', () => {
  expect(tidyHours({ '1': [], '3': spans('14:00-18:00 09:00-12:00'), '8': spans('09:00-12:00') })).toEqual({
    '3': spans('09:00-12:00 14:00-18:00'),
  });
});
