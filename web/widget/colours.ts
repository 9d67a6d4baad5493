import { colours, forcedColours } from '../design/tokens';
import type { Colours } from '../design/tokens';

const custom = ({ action, actionHover, onAction, paper, border, red, surface }: Colours): string =>
  `--action:${action};--action-hover:${actionHover};--on-action:${onAction};--surface:${paper};--border:${border};--red:${red};--on-red:${surface}`;

/** The design system's colours for the shadow root: the few that a button and a frame need. */
export const hostColours = (): string =>
  [
    `:host{${custom(colours.light)}}`,
    `@media (prefers-color-scheme:dark){:host{${custom(colours.dark)}}}`,
    `@media (prefers-contrast:more){:host{${custom(colours.contrast)}}}`,
    `@media (forced-colors:active){:host{${custom(forcedColours)}}}`,
  ].join('');
