import type { TypographyVariantsOptions } from '@mui/material/styles';

const px = (size: number, line: number) => ({ fontSize: `${size / 16}rem`, lineHeight: `${line}px` });

export const typography: TypographyVariantsOptions = {
  // Each platform's own, by the few names that are needed: every name a machine lacks is looked up for each weight, and
  // holds up the first picture.
  fontFamily: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, sans-serif',
  h1: { ...px(32, 40), fontWeight: 600, letterSpacing: '-.022em' },
  h2: { ...px(24, 32), fontWeight: 600, letterSpacing: '-.018em' },
  h3: { ...px(20, 28), fontWeight: 600, letterSpacing: '-.014em' },
  h4: { ...px(18, 24), fontWeight: 600, letterSpacing: '-.01em' },
  h5: { ...px(16, 24), fontWeight: 600, letterSpacing: '-.006em' },
  h6: { ...px(14, 20), fontWeight: 600, letterSpacing: 0 },
  subtitle1: { ...px(16, 24), fontWeight: 500, letterSpacing: 0 },
  subtitle2: { ...px(14, 20), fontWeight: 500, letterSpacing: 0 },
  body1: { ...px(16, 24), letterSpacing: 0 },
  body2: { ...px(14, 20), letterSpacing: 0 },
  message: { ...px(14, 22), letterSpacing: 0 },
  caption: { ...px(12, 16), letterSpacing: 0 },
  button: { ...px(14, 20), fontWeight: 600, letterSpacing: 0, textTransform: 'none' },
};
