import { radius, text } from '../design/tokens';

const ink = 'var(--g-ink)';
const soft = 'var(--g-ink-soft)';
const border = 'var(--g-border)';
const action = 'var(--g-action)';
const surface = 'var(--g-surface)';
const paper = 'var(--g-paper)';

/** Web Chat's style options in the house's tokens. As CSS variables, so that light, dark and forced colours follow by themselves. */
export const styleOptions = {
  accent: action,
  backgroundColor: paper,
  subtle: soft,
  primaryFont: 'var(--g-font)',
  fontSizeSmall: `${text.small.size}px`,
  paddingRegular: 12,
  paddingWide: 16,
  rootHeight: '100%',
  rootWidth: '100%',

  bubbleBackground: surface,
  bubbleBorderColor: border,
  bubbleBorderRadius: radius.corner,
  bubbleBorderWidth: 1,
  bubbleTextColor: ink,
  bubbleFromUserBackground: 'var(--g-action-soft)',
  bubbleFromUserBorderColor: 'var(--g-action-soft)',
  bubbleFromUserBorderRadius: radius.corner,
  bubbleFromUserBorderWidth: 1,
  bubbleFromUserTextColor: ink,
  bubbleMaxWidth: 560,
  bubbleMinHeight: 40,

  botAvatarInitials: undefined,
  userAvatarInitials: undefined,

  // A long answer is shown from its title, not from its buttons.
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -8,
  markdownRenderHTML: false,
  emojiSet: {},
  timestampColor: soft,
  groupTimestamp: 300_000,

  sendBoxBackground: surface,
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: soft,
  sendBoxDisabledTextColor: soft,
  sendBoxTextWrap: true,
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxButtonAlignment: 'bottom',
  sendBoxButtonColor: action,
  sendBoxButtonColorOnDisabled: soft,
  sendBoxButtonColorOnFocus: action,
  sendBoxButtonColorOnHover: 'var(--g-action-hover)',
  sendBoxButtonColorOnActive: 'var(--g-action-pressed)',
  sendBoxButtonShadeBorderRadius: radius.corner,
  sendBoxButtonShadeColorOnHover: 'var(--g-sunken)',
  sendBoxButtonShadeColorOnActive: 'var(--g-sunken)',
  sendBoxButtonShadeColorOnFocus: 'transparent',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--g-focus)',
  sendBoxBorderTop: `1px solid ${border}`,
  sendBoxBorderBottom: 'none',
  sendBoxBorderLeft: 'none',
  sendBoxBorderRight: 'none',

  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: surface,
  suggestedActionBackgroundColorOnHover: 'var(--g-action-soft)',
  suggestedActionBackgroundColorOnActive: 'var(--g-action-soft)',
  suggestedActionBackgroundColorOnFocus: surface,
  suggestedActionBorderColor: action,
  suggestedActionBorderColorOnHover: action,
  suggestedActionBorderColorOnActive: action,
  suggestedActionBorderColorOnFocus: action,
  suggestedActionBorderRadius: radius.corner,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: action,
  suggestedActionTextColorOnHover: action,
  suggestedActionTextColorOnActive: action,
  suggestedActionTextColorOnFocus: action,
  suggestedActionHeight: 44,
  suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--g-focus)',
  suggestedActionsVisualKeyboardIndicatorColor: 'var(--g-focus)',

  transcriptOverlayButtonBackground: action,
  transcriptOverlayButtonBackgroundOnHover: 'var(--g-action-hover)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--g-action-hover)',
  transcriptOverlayButtonColor: 'var(--g-on-action)',
  transcriptOverlayButtonColorOnHover: 'var(--g-on-action)',
  transcriptOverlayButtonColorOnFocus: 'var(--g-on-action)',
  transcriptVisualKeyboardIndicatorColor: 'var(--g-focus)',
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--g-focus)',
  transcriptTerminatorBackgroundColor: soft,

  toastErrorBackgroundColor: 'var(--g-red-soft)',
  toastErrorColor: 'var(--g-red)',
  toastWarnBackgroundColor: 'var(--g-amber-soft)',
  toastWarnColor: ink,
  toastInfoBackgroundColor: 'var(--g-sunken)',
  toastInfoColor: ink,
  slowConnectivity: soft,
  failedConnectivity: 'var(--g-red)',
  notificationText: soft,

  hideTelephoneKeypadButton: true,
  // What bot/channels/direct-line/file-check.ts lets through.
  uploadAccept: 'image/png,image/jpeg,image/gif,image/webp,image/heic,.pdf,.docx,.odt,.xlsx,.ods,.csv,.txt',
  uploadMultiple: true,
};

const tone = (colour: string) => ({ default: colour, subtle: soft });
const tones = {
  default: tone(ink),
  dark: tone(ink),
  light: tone(soft),
  accent: tone(action),
  good: tone(action),
  warning: tone('var(--g-amber)'),
  attention: tone('var(--g-red)'),
};
const container = (backgroundColor: string, borderColor = border) => ({
  backgroundColor,
  borderColor,
  foregroundColors: tones,
});

const fontType = {
  fontFamily: 'var(--g-font)',
  fontSizes: { small: 14, default: 16, medium: 16, large: 20, extraLarge: 20 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
};

/** Adaptive Cards' host configuration in the same tokens. */
export const adaptiveCardsHostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--g-font)',
  fontTypes: { default: fontType, monospace: fontType },
  lineHeights: { small: 20, default: 24, medium: 24, large: 28, extraLarge: 28 },
  spacing: { small: 8, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: border },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--g-sunken)'),
    accent: container(action, action),
  },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  textBlock: { headingLevel: 2 },
  actions: {
    maxActions: 12,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
};
