import type { ColorSystemOptions } from '@mui/material/styles';
import type { ColorTokens } from './tokens';

/** The tokens under the names components use, such as `text.tertiary` or `primary.soft2`. */
export const toColorScheme = (tokens: ColorTokens): ColorSystemOptions => ({
  palette: {
    primary: { ...tokens.primary, contrastText: '#ffffff' },
    success: tokens.success,
    warning: tokens.warning,
    error: tokens.error,
    info: tokens.info,
    note: tokens.note,
    background: { default: tokens.canvas, paper: tokens.surface },
    surface: { sunken: tokens.sunken, hover: tokens.hover, neutral: tokens.neutral },
    outline: { button: tokens.buttonOutline, control: tokens.controlOutline },
    ghost: tokens.ghost,
    divider: tokens.divider,
    text: { primary: tokens.text1, secondary: tokens.text2, tertiary: tokens.text3, disabled: tokens.text3 },
    heat: Object.fromEntries(tokens.heat.map((color, step) => [step, color])),
    avatar: Object.fromEntries(tokens.avatars.map(([ground, text], hue) => [hue, { ground, text }])),
    toast: tokens.toast,
    elevation: {
      panel: tokens.shadows[0],
      composer: tokens.shadows[1],
      popover: tokens.shadows[2],
      dialog: tokens.shadows[3],
    },
  },
});
