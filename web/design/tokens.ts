/**
 * The one design system of the chat, the portal and the queue: a calm counter window, ink on warm paper.
 * Every colour pair that carries text or marks a control is measured in tokens.test.ts. Sizes are pixels on a 4-pixel grid.
 */

/** The colours of one theme, named by what they are for. */
export interface Colours {
  /** The page. */
  readonly paper: string;
  /** A card, a field, a pane on the page. */
  readonly surface: string;
  /** A quiet fill: a pressed row, a receipt, a date chip. */
  readonly sunken: string;
  /** Text. */
  readonly ink: string;
  /** Secondary text; still 4.5:1 on paper, surface and sunken. */
  readonly inkSoft: string;
  /** Lines between things. */
  readonly border: string;
  /** The edge of what can be operated: 3:1 on paper and surface. */
  readonly borderStrong: string;
  /** The one strong colour: what can be done. 4.5:1 on paper and surface. */
  readonly action: string;
  readonly actionHover: string;
  readonly actionPressed: string;
  /** A tint of the action colour that text can stand on. */
  readonly actionSoft: string;
  /** Text on action. */
  readonly onAction: string;
  /** The focus ring: 3:1 on paper and surface. */
  readonly focus: string;
  /** Time running out, and nothing else. */
  readonly amber: string;
  readonly amberSoft: string;
  /** Time run out, or a failure. */
  readonly red: string;
  readonly redSoft: string;
}

export type ThemeName = 'light' | 'dark' | 'contrast';

export const colours: Readonly<Record<ThemeName, Colours>> = {
  light: {
    paper: '#f6f2ea',
    surface: '#fffdf9',
    sunken: '#efe9dd',
    ink: '#211f1b',
    inkSoft: '#5a554b',
    border: '#ddd5c6',
    borderStrong: '#8a8172',
    action: '#0b6258',
    actionHover: '#09534b',
    actionPressed: '#07443d',
    actionSoft: '#dcebe6',
    onAction: '#ffffff',
    focus: '#0b6258',
    amber: '#865000',
    amberSoft: '#fbe9c8',
    red: '#a8261d',
    redSoft: '#fae1dc',
  },
  dark: {
    paper: '#171613',
    surface: '#211f1b',
    sunken: '#2b2924',
    ink: '#f1ece2',
    inkSoft: '#b8b0a2',
    border: '#3a372f',
    borderStrong: '#857d6f',
    action: '#62c9b9',
    actionHover: '#7ad6c7',
    actionPressed: '#97e2d6',
    actionSoft: '#17352f',
    onAction: '#06231f',
    focus: '#62c9b9',
    amber: '#f0b455',
    amberSoft: '#3d2e12',
    red: '#ff9a8d',
    redSoft: '#44201b',
  },
  contrast: {
    paper: '#000000',
    surface: '#000000',
    sunken: '#000000',
    ink: '#ffffff',
    inkSoft: '#ffffff',
    border: '#ffffff',
    borderStrong: '#ffffff',
    action: '#3ff2ff',
    actionHover: '#ffff01',
    actionPressed: '#ffff01',
    actionSoft: '#000000',
    onAction: '#000000',
    focus: '#ffff01',
    amber: '#ffff01',
    amberSoft: '#000000',
    red: '#ffa59b',
    redSoft: '#000000',
  },
};

/** Under `forced-colors: active` the system's own colours stand in for every token. */
export const forcedColours: Colours = {
  paper: 'Canvas',
  surface: 'Canvas',
  sunken: 'Canvas',
  ink: 'CanvasText',
  inkSoft: 'CanvasText',
  border: 'CanvasText',
  borderStrong: 'ButtonBorder',
  action: 'LinkText',
  actionHover: 'Highlight',
  actionPressed: 'Highlight',
  actionSoft: 'Canvas',
  onAction: 'Canvas',
  focus: 'Highlight',
  amber: 'CanvasText',
  amberSoft: 'Canvas',
  red: 'CanvasText',
  redSoft: 'Canvas',
};

/** One text family; the system's own, so that nothing is downloaded. */
export const fontFamily =
  "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif";

/** Text sizes and their line heights, in pixels. */
export const text = {
  small: { size: 14, line: 20 },
  body: { size: 16, line: 24 },
  title: { size: 20, line: 28 },
} as const;

/** The 4-pixel grid. */
export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 } as const;

/** Corners. `pill` is for what counts or marks (a badge, a bar), never for a surface. */
export const radius = { corner: 8, small: 4, pill: 999 } as const;

/** The least size of what a thumb presses. */
export const touchTarget = 44;

/** Borders come before shadows: this one is only for what floats above the page. */
export const floatShadow = '0 8px 24px rgb(33 31 27 / 16%), 0 1px 2px rgb(33 31 27 / 12%)';

/** Motion in milliseconds; none at all when the person asked for less. */
export const motion = { quick: 120, calm: 180 } as const;

/** Where the layouts change, in pixels of width. */
export const breakpoint = { phone: 480, twoPanes: 800, threePanes: 1200 } as const;
