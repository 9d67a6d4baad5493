import { datesOfList } from './month-lists';

const said = (days: readonly number[], month: number | null, year: number | null) =>
  datesOfList(days, month, year).map((date) => [date.day, date.month, date.year]);

describe('The months of days in a list', () => {
  it.each([
    [
      'les 3, 10 et 17 novembre',
      [3, 10, 17],
      11,
      null,
      [
        [3, 11, null],
        [10, 11, null],
        [17, 11, null],
      ],
    ],
    [
      'le 30 ou le 1er décembre',
      [30, 1],
      12,
      null,
      [
        [30, 11, null],
        [1, 12, null],
      ],
    ],
    [
      'les 24, 31 et 7 janvier 2027',
      [24, 31, 7],
      1,
      2027,
      [
        [24, 12, 2026],
        [31, 12, 2026],
        [7, 1, 2027],
      ],
    ],
    [
      'le 15 ou le 8 décembre',
      [15, 8],
      12,
      null,
      [
        [15, 12, null],
        [8, 12, null],
      ],
    ],
    [
      'les 30 et 1er',
      [30, 1],
      null,
      null,
      [
        [30, null, null],
        [1, null, null],
      ],
    ],
  ])('%s', (_text, days, month, year, expected) => {
    expect(said(days, month, year)).toEqual(expected);
  });
});
