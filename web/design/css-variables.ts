import { colours, floatShadow, fontFamily, forcedColours, motion, radius, space, text } from './tokens';
import type { Colours } from './tokens';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colourLines = (palette: Colours): string[] =>
  Object.entries(palette).map(([name, value]) => `--g-${kebab(name)}: ${value};`);

const sizeLines = (): string[] => [
  `--g-font: ${fontFamily};`,
  ...Object.entries(text).flatMap(([name, { size, line }]) => [
    `--g-text-${name}: ${size}px;`,
    `--g-line-${name}: ${line}px;`,
  ]),
  ...Object.entries(space).map(([name, value]) => `--g-space-${name}: ${value}px;`),
  ...Object.entries(radius).map(([name, value]) => `--g-radius-${name}: ${value}px;`),
  ...Object.entries(motion).map(([name, value]) => `--g-motion-${name}: ${value}ms;`),
  `--g-float-shadow: ${floatShadow};`,
];

const rule = (selector: string, lines: readonly string[], indent = ''): string =>
  `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}\n`;

const media = (query: string, inner: string): string => `@media ${query} {\n${inner}}\n`;

/**
 * The tokens as CSS custom properties, `--g-ink`, `--g-space-l`... The theme follows the system unless the root element
 * says `data-theme="light|dark|contrast"`; forced colours win over both. The text of tokens.css.
 */
export function cssVariables(): string {
  const dark = ['color-scheme: dark;', ...colourLines(colours.dark)];
  const contrast = ['color-scheme: dark;', ...colourLines(colours.contrast)];
  return [
    '/* Written from tokens.ts by web/build.mjs. Change tokens.ts, then run `node web/build.mjs`. */\n',
    rule(':root', ['color-scheme: light;', ...colourLines(colours.light), ...sizeLines()]),
    media('(prefers-color-scheme: dark)', rule(":root:not([data-theme='light'])", dark, '  ')),
    rule(":root[data-theme='dark']", dark),
    media('(prefers-contrast: more)', rule(':root:not([data-theme])', contrast, '  ')),
    rule(":root[data-theme='contrast']", contrast),
    media('(forced-colors: active)', rule(':root,\n  :root[data-theme]', colourLines(forcedColours), '  ')),
    media(
      '(prefers-reduced-motion: reduce)',
      rule(
        ':root',
        Object.keys(motion).map((name) => `--g-motion-${name}: 0ms;`),
        '  ',
      ),
    ),
  ].join('\n');
}
