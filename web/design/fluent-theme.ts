import {
  createDarkTheme,
  createHighContrastTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { colours, fontFamily, radius } from './tokens';
import type { Colours, ThemeName } from './tokens';

/** The teal ramp; 80 is the light theme's action colour, 120 the dark theme's. */
const brand: BrandVariants = {
  10: '#02100e',
  20: '#051f1b',
  30: '#072d28',
  40: '#083a34',
  50: '#07443d',
  60: '#094c44',
  70: '#09534b',
  80: '#0b6258',
  90: '#1d7a6e',
  100: '#338f83',
  110: '#4aac9d',
  120: '#62c9b9',
  130: '#7ad6c7',
  140: '#97e2d6',
  150: '#bcece3',
  160: '#dcf5f0',
};

/** What light and dark share: our grounds, ink, lines and corners in Fluent's names. */
function house(palette: Colours): Partial<Theme> {
  return {
    fontFamilyBase: fontFamily,
    fontFamilyNumeric: fontFamily,
    borderRadiusSmall: `${radius.small}px`,
    borderRadiusMedium: `${radius.corner}px`,
    borderRadiusLarge: `${radius.corner}px`,
    borderRadiusXLarge: `${radius.corner}px`,
    colorNeutralBackground1: palette.surface,
    colorNeutralBackground1Hover: palette.sunken,
    colorNeutralBackground1Pressed: palette.sunken,
    colorNeutralBackground1Selected: palette.actionSoft,
    colorNeutralBackground2: palette.paper,
    colorNeutralBackground3: palette.sunken,
    colorNeutralBackground4: palette.paper,
    colorSubtleBackgroundHover: palette.sunken,
    colorSubtleBackgroundPressed: palette.sunken,
    colorSubtleBackgroundSelected: palette.actionSoft,
    colorNeutralForeground1: palette.ink,
    colorNeutralForeground1Hover: palette.ink,
    colorNeutralForeground1Pressed: palette.ink,
    colorNeutralForeground1Selected: palette.ink,
    colorNeutralForeground2: palette.ink,
    colorNeutralForeground3: palette.inkSoft,
    colorNeutralForeground4: palette.inkSoft,
    colorNeutralStroke1: palette.border,
    colorNeutralStroke2: palette.border,
    colorNeutralStroke3: palette.border,
    colorNeutralStrokeAccessible: palette.borderStrong,
    colorBrandBackground: palette.action,
    colorBrandBackgroundHover: palette.actionHover,
    colorBrandBackgroundPressed: palette.actionPressed,
    colorBrandBackgroundSelected: palette.actionPressed,
    colorBrandBackground2: palette.actionSoft,
    colorBrandForeground1: palette.action,
    colorBrandForeground2: palette.action,
    colorBrandForegroundLink: palette.action,
    colorBrandForegroundLinkHover: palette.actionHover,
    colorBrandForegroundLinkPressed: palette.actionPressed,
    colorBrandStroke1: palette.action,
    colorCompoundBrandBackground: palette.action,
    colorCompoundBrandBackgroundHover: palette.actionHover,
    colorCompoundBrandBackgroundPressed: palette.actionPressed,
    colorCompoundBrandForeground1: palette.action,
    colorCompoundBrandStroke: palette.action,
    colorCompoundBrandStrokeHover: palette.actionHover,
    colorNeutralForegroundOnBrand: palette.onAction,
    colorStrokeFocus2: palette.focus,
    colorStatusWarningForeground1: palette.amber,
    colorStatusWarningForeground3: palette.amber,
    colorStatusWarningBackground1: palette.amberSoft,
    colorStatusDangerForeground1: palette.red,
    colorStatusDangerForeground3: palette.red,
    colorStatusDangerBackground1: palette.redSoft,
    colorPaletteRedForeground1: palette.red,
    colorPaletteRedBackground1: palette.redSoft,
  };
}

/** High contrast keeps Fluent's system-like colours and takes only our family and corners. */
const shapes: Partial<Theme> = {
  fontFamilyBase: fontFamily,
  borderRadiusMedium: `${radius.corner}px`,
};

/** The Fluent UI v9 themes of the queue, in the house's colours. Give one to FluentProvider. */
export const fluentThemes: Readonly<Record<ThemeName, Theme>> = {
  light: { ...createLightTheme(brand), ...house(colours.light) },
  dark: { ...createDarkTheme(brand), ...house(colours.dark) },
  contrast: { ...createHighContrastTheme(), ...shapes },
};
