import { unstable_createGetCssVar as createGetCssVar, createSpacing } from '@mui/system';
import { private_safeColorChannel as channelOf, darken, lighten } from '@mui/system/colorManipulator';
import createSystemTheme from '@mui/system/createTheme';
import { createGetColorSchemeSelector } from '@mui/system/cssVars';
import { createUnarySpacing } from '@mui/system/spacing';

const VARIABLE = /var\(--([^)]+)\)/g;
const asPart = (opacity) => (typeof opacity === 'string' ? `calc(${opacity})` : opacity);

/**
 * Instead of MUI's `createTheme`: what it made of the theme during the build, and the functions that go with it. Colors
 * that become see-through are variables, hex or rgb.
 */
export function madeTheme(data, { components, spacing }, createTransitions) {
  const theme = {
    ...createSystemTheme({ shape: data.shape }),
    ...data,
    ...data.colorSchemes[data.defaultColorScheme],
    components,
    transitions: createTransitions(data.transitions),
    typography: { ...data.typography, pxToRem: (size) => `${size / data.typography.htmlFontSize}rem` },
    generateSpacing() {
      return createSpacing(spacing, createUnarySpacing(this));
    },
    getColorSchemeSelector: createGetColorSchemeSelector(data.colorSchemeSelector),
    getCssVar: createGetCssVar(data.cssVarPrefix),
    lighten,
    darken,
    alpha: (color, opacity) => {
      const channels = color.includes('var(') ? color.replace(VARIABLE, 'var(--$1Channel)') : channelOf(color);
      return `rgba(${channels} / ${asPart(opacity)})`;
    },
  };
  theme.spacing = theme.generateSpacing();
  return theme;
}
