import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrastRatio } from './contrast';
import { cssVariables } from './css-variables';
import { colours, motion, space } from './tokens';
import type { Colours, ThemeName } from './tokens';

type Pair = readonly [keyof Colours, keyof Colours];

const TEXT_PAIRS: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'actionSoft'],
  ['inkSoft', 'paper'],
  ['inkSoft', 'surface'],
  ['inkSoft', 'sunken'],
  ['action', 'paper'],
  ['action', 'surface'],
  ['action', 'sunken'],
  ['action', 'actionSoft'],
  ['onAction', 'action'],
  ['onAction', 'actionHover'],
  ['onAction', 'actionPressed'],
  ['amber', 'paper'],
  ['amber', 'surface'],
  ['amber', 'amberSoft'],
  ['ink', 'amberSoft'],
  ['red', 'paper'],
  ['red', 'surface'],
  ['red', 'redSoft'],
  ['ink', 'redSoft'],
];

const CONTROL_PAIRS: readonly Pair[] = [
  ['borderStrong', 'paper'],
  ['borderStrong', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
];

const themes = Object.keys(colours) as ThemeName[];
const cases = (pairs: readonly Pair[]) =>
  themes.flatMap((theme) => pairs.map(([front, ground]) => ({ theme, front, ground })));

test('the ratio of black on white is 21, of a colour on itself 1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#0b6258', '#0b6258')).toBeCloseTo(1, 5);
});

test.each(cases(TEXT_PAIRS))('$theme: $front reads on $ground (4.5:1)', ({ theme, front, ground }) => {
  expect(contrastRatio(colours[theme][front], colours[theme][ground])).toBeGreaterThanOrEqual(4.5);
});

test.each(cases(CONTROL_PAIRS))('$theme: $front shows on $ground (3:1)', ({ theme, front, ground }) => {
  expect(contrastRatio(colours[theme][front], colours[theme][ground])).toBeGreaterThanOrEqual(3);
});

test('high contrast gives body text 7:1 everywhere', () => {
  for (const ground of ['paper', 'surface', 'sunken', 'amberSoft', 'redSoft'] as const) {
    expect(contrastRatio(colours.contrast.ink, colours.contrast[ground])).toBeGreaterThanOrEqual(7);
  }
});

test('spaces keep the 4-pixel grid and motion stays under 200 ms', () => {
  expect(Object.values(space).filter((value) => value % 4 !== 0)).toEqual([]);
  expect(Object.values(motion).filter((value) => value >= 200)).toEqual([]);
});

test('tokens.css is what the tokens say', () => {
  expect(readFileSync(join(__dirname, 'tokens.css'), 'utf8')).toBe(cssVariables());
});
